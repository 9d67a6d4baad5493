import { readTimes } from './read';

/** 2026-11-18 is a Wednesday. */
const NOW = '2026-11-18T10:00';
const read = (text: string, prefer: 'past' | 'future') =>
  readTimes(text, { now: NOW, zone: 'Europe/Paris', prefer });

describe('words written without their space are cut', () => {
  it.each([
    ['samedi 7 nov10h12h', 'past', '2026-11-07T10:00'],
    ['hiermatin 8h-10h', 'past', '2026-11-17T08:00'],
    ['hier 17h-18hmaths', 'past', '2026-11-17T17:00'],
    ['lundi de 14het demie à 16h', 'past', '2026-11-16T14:30'],
    ['pourjeudi 15h', 'future', '2026-11-19T15:00'],
    ['Tuesdayat 5pm', 'future', '2026-11-24T17:00'],
    ['jeudi 26,14h', 'future', '2026-11-26T14:00'],
    ['Nov 26,2pm', 'future', '2026-11-26T14:00'],
    ['hier 16h30a18h00', 'past', '2026-11-17T16:30'],
  ] as const)('%s', (text, prefer, start) => expect(read(text, prefer).start).toBe(start));

  it.each(['Martin Dimanchin', 'CE2 et CM1', 'covid19', 'salle B12'])('not %s', (text) =>
    expect(read(text, 'past').start).toBeNull(),
  );
});

describe('what was left unread beside a time is asked about', () => {
  it.each([
    // Mistyped.
    ['hier sor de 8h à 9h', 'past'],
    ['lundi en hiut', 'future'],
    ['vendredi dx heures', 'future'],
    ['on Junee 22 I taught 4:30-6pm', 'past'],
    // Numbers.
    ['101126 17h', 'past'],
    ['hier 16h3', 'past'],
    ['hier seize trente', 'past'],
    ['S46 mardi', 'past'],
    // What the words around make of it.
    ['jeudi je peux pas', 'future'],
    ["I can't do Thursday", 'future'],
    ['Tuesday before last', 'past'],
    ["repousser d'une heure mon rdv de jeudi 14h", 'future'],
    ["décaler d'un jour mon rdv de jeudi", 'future'],
    ["ce n'était pas lundi 17h-18h, c'était mardi", 'past'],
    ['Mon, Wed, Fri at 5pm', 'future'],
    ['tomorrow after lunch', 'future'],
  ] as const)('%s', (text, prefer) => {
    const { start, alternatives, unsure } = read(text, prefer);
    expect(unsure).toBe(true);
    expect(start === null || alternatives.length > 0).toBe(true);
  });
});

describe('ordinary lines are not asked about', () => {
  it.each([
    ['hier 17h-18h avec Léa, 3e, 2 coupons', 'past'],
    ['mardi 17h, chapitre 7, elle a eu 14/20', 'past'],
    ["lundi 17h j'ai pas pu déclarer", 'past'],
    ['Tuesday 5pm with Tom (16), year 10', 'past'],
    ["hier de 14h à 16h, l'entretien s'est bien passé", 'past'],
    ['jeudi 15h ça marche pour moi', 'future'],
    ['conseil de classe jeudi à 17h je ne pourrai pas donner cours', 'future'],
  ] as const)('%s', (text, prefer) => {
    const { start, alternatives, unsure } = read(text, prefer);
    expect({ sure: start !== null && !unsure, alternatives }).toEqual({ sure: true, alternatives: [] });
  });
});

describe('a doubtful day never stands alone', () => {
  it('is offered, not answered', () =>
    expect(read('29 février', 'future')).toMatchObject({
      start: null,
      alternatives: [{ start: '2028-02-29', end: null }],
    }));
});

describe('"au lieu de" does not say which of the two is right', () => {
  it.each([
    ["lundi j'ai mis 17h au lieu de 18h", 'past', ['2026-11-16T17:00', '2026-11-16T18:00']],
    ['Thursday 5pm instead of 6pm', 'future', ['2026-11-19T17:00', '2026-11-19T18:00']],
    ['le 12 au lieu du 13, 17h-18h', 'past', ['2026-11-12T17:00', '2026-11-13T17:00']],
  ] as const)('%s', (text, prefer, starts) => {
    const found = read(text, prefer);
    expect([found.start, ...found.alternatives.map((each) => each.start)]).toEqual(starts);
  });
});

describe('names, works and events that are no times', () => {
  it.each([
    'cours avec Camille Dimanche',
    'on a lu Vendredi ou la vie sauvage',
    'fiche sur Vendredi ou les limbes du Pacifique',
    "poème Demain dès l'aube",
    "révolution d'octobre 1917",
    'guerre 14-18',
    'dans le Midi',
    'station 4 septembre',
  ])('%s', (text) => expect(read(text, 'past').start).toBeNull());
});

describe('pay, deadlines and origins', () => {
  it.each([
    ['my August payslip is missing', 'past', '2026-08-01', '2026-08-31'],
    ['my pay for April is missing', 'past', '2026-04-01', '2026-04-30'],
    ['hours from last week not paid yet', 'past', '2026-11-09', '2026-11-15'],
    ['vendredi minuit dernier délai', 'future', '2026-11-18T10:00', '2026-11-21T00:00'],
    ['ce midi 12h30-13h30', 'future', '2026-11-18T12:30', '2026-11-18T13:30'],
    ['ce midi à 13h', 'future', '2026-11-18T13:00', null],
    ['hier après-midi 3h', 'past', '2026-11-17T15:00', null],
    ['le un décembre', 'future', '2026-12-01', null],
    ['I taught on the 10th 6pm - 7:30pm', 'past', '2026-11-10T18:00', '2026-11-10T19:30'],
  ] as const)('%s', (text, prefer, start, end) => expect(read(text, prefer)).toMatchObject({ start, end }));
});
