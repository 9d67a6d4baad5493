import { readTimes } from '../read';

const read = (text: string) =>
  readTimes(text, { now: '2026-11-18T10:00', zone: 'Europe/Paris', prefer: 'past' });

describe('What looks like a time and is none', () => {
  it.each([
    // files and passwords
    'voir cours_12-11_18h.pdf',
    'Pièce jointe : releve_novembre_v2.xlsx',
    'le code wifi c’est Noel2025! mais ça ne marche pas',
    'coupon 18-30-2214 refusé',
    // births
    'Lina, née le 12/03/2011',
    'date de naissance de l’élève : 14/07/2013, classe : 6e',
    'DDN 05/05/2014',
    'she was born on 3 May 2012',
    'je suis née en 74',
    // places
    'we live on 11 November Street, flat 8',
    'elle habite 14 rue du 8 mai 1945',
    'l’adresse : 8 rue du Quatre Chemins, 3e étage',
    'gare de Bruxelles-Midi',
    // works and papers
    'vous avez lu l’article dans 20 Minutes ?',
    "We're reading 'Friday Night Lights' and he hates it",
    'le journal Le Soir parle de vous',
    // marks
    'elle a eu 17/20 au contrôle et 9/10 en dictée',
    'Tom a 14 de moyenne',
    // manners of speaking
    'c’est le jour et la nuit avec son frère',
    'Rome wasn’t built in a day',
    'il remet toujours tout au lendemain',
    'Renvoyé aux calendes grecques',
    // numbers
    'J’habite dans le 13e',
    'je touche 24 euros de l’heure ou 22,50 ?',
    'mon numéro : 0692 14 30 17',
    'call 514-555-1830',
  ])('%s', (text) => expect(read(text)).toMatchObject({ start: null, alternatives: [] }));
});

describe('A time beside it stays', () => {
  it.each([
    ['cours d’hier de 17h à 18h, voir cours_12-11_18h.pdf', '2026-11-17T17:00', '2026-11-17T18:00'],
    ['Lina (née le 12/03/2011) a eu cours hier de 17h à 18h', '2026-11-17T17:00', '2026-11-17T18:00'],
    ['mardi 17h 12 rue de la Paix', '2026-11-17T17:00', null],
    ['jeudi dernier à 18h30, place du 8 mai', '2026-11-12T18:30', null],
    ['elle a eu 9/10 en dictée hier', '2026-11-17', null],
    ['on a regardé le film Vendredi soir', '2026-11-13T18:00', '2026-11-13T22:00'],
    ['j’ai rendu le livre Lundi dernier', '2026-11-16', null],
    ['étude du roman Jeudi dernier de 17h à 18h', '2026-11-12T17:00', '2026-11-12T18:00'],
    ['mot de passe refusé à 17h30 hier', '2026-11-17T17:30', null],
    ['code reçu mardi 18h30', '2026-11-17T18:30', null],
    ['rdv au café Lundi à 14h', '2026-11-16T14:00', null],
    ['cours élève Lundi 17h', '2026-11-16T17:00', null],
    ['le 12/10 en maths de 17h à 18h', '2026-10-12T17:00', '2026-10-12T18:00'],
    ['« hier à 17h » m’a-t-elle dit', '2026-11-17T17:00', null],
    ['hier à 17h pendant nonante minutes', '2026-11-17T17:00', '2026-11-17T18:30'],
  ])('%s', (text, start, end) => expect(read(text)).toMatchObject({ start, end }));
});

describe('People called after a time', () => {
  it.each([
    'Octave Minuit est absent',
    'Camille Lundi a perdu son mot de passe',
    'bonjour, je m’appelle Nadège Dimanche et mon espace ne s’ouvre plus',
    'bjr monsieur Demain Patrick a signé',
    'le petit Soir Mathis a rendu son devoir',
    'Mrs. Day never answers',
  ])('%s', (text) => expect(read(text).start).toBeNull());

  it.each([
    ['Camille lundi à 17h', '2026-11-16T17:00'],
    ['Réunion Lundi', '2026-11-16'],
    ['cours de la famille Lundi 17h-18h', '2026-11-16T17:00'],
    ['Bonjour Madame Hier soir j’étais chez Tom', '2026-11-17T18:00'],
    ['Cours avec Inès Lundi dernier à 17h', '2026-11-16T17:00'],
  ])('not in %s', (text, start) => {
    const { start: first, alternatives } = read(text);
    expect([first, ...alternatives.map((each) => each.start)]).toContain(start);
  });
});

describe('What stands in quotes is asked about', () => {
  it.each(['la salle s’appelle « Le 17h30 »', 'le message "cours du 12 refusé" s’affiche'])('%s', (text) =>
    expect(read(text)).toMatchObject({ start: null, unsure: true }),
  );
});

describe('Whose clock it is', () => {
  const inZone = (text: string, zone: string) =>
    readTimes(text, { now: '2026-11-18T10:00', zone, prefer: 'future' });

  it.each([
    ['demain 14h heure de Paris', 'America/Martinique', true],
    ['demain 14h heure de Paris', 'Europe/Paris', false],
    ['demain 14h heure de Bruxelles', 'Europe/Paris', false],
    ['mercredi 13h30 heure de Montréal', 'America/Toronto', false],
    ['mercredi 13h30 heure de Montréal', 'Europe/Paris', true],
    ['tomorrow 2pm Paris time', 'America/Toronto', true],
    ['demain 14h30 heure locale', 'America/Martinique', false],
    ['demain à 14h, une heure de français', 'America/Martinique', false],
  ])('%s in %s: asked %s', (text, zone, asked) => expect(inZone(text, zone).unsure).toBe(asked));
});
