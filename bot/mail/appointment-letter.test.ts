import fc from 'fast-check';
import { en } from '../../dialogs/messages.en';
import { fr } from '../../dialogs/messages.fr';
import { appointmentEntry } from '../calendar/appointment-entry';
import { appointmentLetter } from './appointment-letter';
import { htmlOf, textOf } from './layout';
import { appointment, content, LINK, nadia, requester, TEAMS, type Changes } from './testing/letter-content';

const lettered = (changes: Changes = {}) => {
  const letter = appointmentLetter(content(changes));
  const locale = changes.reader?.side === 'requester' ? changes.reader.person.locale : 'fr';
  const text = textOf(letter, locale === 'en' ? en : fr);
  return { letter, text, html: htmlOf(letter, locale) };
};

describe('what the requester reads', () => {
  it('booked, by phone', () => {
    const { letter, text } = lettered();
    expect(letter.subject).toBe('Rendez-vous confirmé : mardi 24 novembre à 14 h');
    expect(text).toBe(`Bonjour Camille,

Votre rendez-vous avec Nadia Benali est réservé.

Quand : mardi 24 novembre, de 14 h à 14 h 30 (heure de Paris)
Avec : Nadia Benali
Comment : Nadia Benali vous appellera au 06 12 34 56 78
Sujet : Ma paie de novembre
Référence : R-2611-0001

Le rendez-vous est joint à ce message : ouvrez-le pour l'ajouter à votre agenda.
Pour le déplacer ou l'annuler, écrivez dans le chat : « déplacer mon rendez-vous » ou « annuler mon rendez-vous ».

-- 
Message automatique de Guichet pour ABC Cours Particuliers. Personne ne lit les réponses envoyées à cette adresse.
`);
  });

  it('in La Réunion her own clock comes first, with its name, Paris beside it', () => {
    const { letter, text } = lettered({ reader: requester({ zone: 'Indian/Reunion' }) });
    expect(letter.subject).toBe('Rendez-vous confirmé : mardi 24 novembre à 17 h (heure de La Réunion)');
    expect(text).toContain(
      "mardi 24 novembre, de 17 h à 17 h 30 (heure de La Réunion ; 14 h à l'heure de Paris)",
    );
  });

  it('in English where she reads English', () => {
    const { letter, text } = lettered({ reader: requester({ locale: 'en' }) });
    expect(letter.subject).toBe('Appointment confirmed: Tuesday 24 November at 14:00');
    expect(text).toContain('Nadia Benali will call you on 06 12 34 56 78');
    expect(text).not.toMatch(/rendez-vous|Référence/i);
  });

  it('on Teams with the link, or the promise of one', () => {
    expect(lettered({ appointment: { ...TEAMS, meetingUrl: LINK } }).text).toContain(
      `Rejoindre la réunion : ${LINK}`,
    );
    const without = lettered({ appointment: TEAMS });
    expect(without.letter.link).toBeNull();
    expect(without.text).toContain("Le lien n'est pas encore prêt : vous le recevrez dès qu'il le sera.");
  });

  it('moved by her advisor: when it was, and why', () => {
    const { letter, text } = lettered({
      occasion: 'moved',
      by: 'advisor',
      was: new Date('2026-11-23T09:00:00Z'),
      reason: 'Je suis en formation lundi.',
    });
    expect(letter.subject).toBe('Rendez-vous déplacé : mardi 24 novembre à 14 h');
    expect(text).toContain(
      'Votre rendez-vous avec Nadia Benali a été déplacé.\nIl était prévu lundi 23 novembre à 10 h.\nMotif : Je suis en formation lundi.',
    );
  });

  it('given to another advisor at the same hour: nothing is said of a time that did not change', () => {
    expect(lettered({ occasion: 'moved', was: appointment.startsAt }).text).not.toContain('était prévu');
  });

  it('cancelled: no way to join, how to book another', () => {
    const { letter, text } = lettered({
      occasion: 'cancelled',
      appointment: { status: 'cancelled', ...TEAMS, meetingUrl: LINK },
    });
    expect(letter.subject).toBe('Rendez-vous annulé : mardi 24 novembre à 14 h');
    expect(text).toContain('Vous avez annulé votre rendez-vous avec Nadia Benali.');
    expect(text).toContain('« prendre rendez-vous »');
    expect(text).not.toContain(LINK);
    expect(text).not.toContain('Comment');
  });

  it('a reminder', () => {
    const { letter, text } = lettered({ occasion: 'reminder' });
    expect(letter.subject).toBe('Rappel de votre rendez-vous : mardi 24 novembre à 14 h');
    expect(text).toContain('Pour rappel, vous avez rendez-vous avec Nadia Benali.');
    expect(text).not.toContain('joint');
  });
});

describe('what the advisor reads', () => {
  it.each([
    ['booked', 'requester', 'Camille Moreau a pris rendez-vous avec vous.'],
    ['moved', 'requester', 'Camille Moreau a déplacé son rendez-vous.'],
    ['moved', 'advisor', 'Le rendez-vous avec Camille Moreau a été déplacé.'],
    ['cancelled', 'requester', 'Camille Moreau a annulé son rendez-vous.'],
    ['cancelled', 'advisor', 'Le rendez-vous avec Camille Moreau a été annulé.'],
    ['link', 'advisor', 'Le lien du rendez-vous avec Camille Moreau est enregistré.'],
  ] as const)('%s by the %s', (occasion, by, sentence) => {
    const { letter, text } = lettered({ reader: nadia, occasion, by });
    expect(text).toContain(sentence);
    expect(letter.subject).toMatch(/, Camille Moreau$/);
  });

  it('whom to call, and where her agenda is', () => {
    const { text } = lettered({ reader: nadia });
    expect(text).toContain('Comment : Par téléphone, au 06 12 34 56 78');
    expect(text).toContain("Ouvrir l'agenda : https://guichet.example/advisor/appointments");
  });

  it('that a link is still missing', () => {
    expect(lettered({ reader: nadia, appointment: TEAMS }).text).toContain(
      "Le lien reste à ajouter dans l'agenda.",
    );
  });

  it('that somebody else has taken it over: her own hour, not the new one', () => {
    const { letter, text } = lettered({
      reader: nadia,
      occasion: 'handed-over',
      by: 'advisor',
      was: new Date('2026-11-23T09:00:00Z'),
      appointment: { advisorName: 'Marc Lefèvre' },
    });
    expect(letter.subject).toBe(
      "Rendez-vous repris par quelqu'un d'autre : lundi 23 novembre à 10 h, Camille Moreau",
    );
    expect(text).toContain(
      "Vous n'avez plus ce rendez-vous avec Camille Moreau : c'est Marc Lefèvre qui le reprend.",
    );
    expect(text).toContain('Quand : lundi 23 novembre, de 10 h à 10 h 30 (heure de Paris)');
  });
});

describe('what never travels by mail', () => {
  const IBAN = 'FR76 3000 6000 0112 3456 7890 189';
  it.each(['subject', 'reason'])('an IBAN in the %s', (where) => {
    const said = `mon iban ${IBAN} merci`;
    const changes =
      where === 'subject' ? { appointment: { subject: said } } : { reason: said, occasion: 'moved' as const };
    const { text, html } = lettered(changes);
    expect(text).toContain('mon iban [IBAN masqué] merci');
    expect(text + html).not.toContain('0112');
    const entry = appointmentEntry(content(changes), { method: 'publish' });
    expect(entry.description).not.toContain('0112');
  });
});

describe('the same words as HTML', () => {
  it('are escaped', () => {
    const { html } = lettered({
      appointment: { subject: '<img src=x onerror="alert(1)"> & \'co\'\nligne 2' },
    });
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;co&#39;<br>ligne 2');
    expect(html).not.toContain('<img');
  });

  it('an address cannot leave its attribute, and nothing is fetched', () => {
    const { html } = lettered({ appointment: { ...TEAMS, meetingUrl: 'https://x.example/"onmouseover="a' } });
    expect(html).toContain('href="https://x.example/&quot;onmouseover=&quot;a"');
    expect(html).not.toMatch(/<(img|link|script)|url\(/);
  });

  const plain = (html: string): string =>
    html
      .replace(/^.*<body[^>]*>/s, '')
      .replace(/<br>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&')
      .replace(/\s+/g, ' ');

  it('say all that the text says, whatever somebody typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (subject) => {
        const { letter, html } = lettered({ appointment: { subject } });
        const shown = plain(html);
        for (const said of [letter.greeting, ...letter.lead, ...letter.closing, letter.foot])
          expect(shown).toContain(said.replace(/\s+/g, ' '));
        for (const { label, value } of letter.facts)
          expect(shown).toContain(`${label} ${value.replace(/\s+/g, ' ')}`.trim());
      }),
    );
  });
});
