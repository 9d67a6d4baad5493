import * as fc from 'fast-check';
import { commonWordsOf } from './common-words';
import { findEmails, findLinks, findPhones, findTicketReferences } from './contacts';
import { isOneEditApart } from './edits';
import { matchNames } from './match-names';
import { yesOrNo } from './yes-no';

interface Pupil {
  readonly name: string;
  readonly others: readonly string[];
}
const pupil = (name: string, ...others: string[]): Pupil => ({ name, others });
const PUPILS = [
  pupil('Léa Martin', 'famille Martin'),
  pupil('Léa Durand', 'famille Durand'),
  pupil('Jean-Pierre N’Guyen'),
  pupil('Rose Retour', 'famille Retour'),
  pupil('Li Wei'),
  pupil('Anaïs Le Goff', 'famille Le Goff'),
];
const found = (text: string): readonly string[] => {
  const matches = matchNames(text, PUPILS, ({ name, others }) => [name, ...others]);
  const best = matches[0]?.score ?? 0;
  return matches.filter(({ score }) => score === best).map(({ candidate }) => candidate.name);
};

describe('names', () => {
  test.each([
    ['cours avec Léa Martin hier', ['Léa Martin']],
    ['cours avec lea martin', ['Léa Martin']],
    ['COURS AVEC LEA DURAND', ['Léa Durand']],
    ['chez les Martin', ['Léa Martin']],
    ['la famille durand', ['Léa Durand']],
    ['avec Lea', ['Léa Martin', 'Léa Durand']],
    ['lea d.', ['Léa Durand']],
    ['Léa Martni', ['Léa Martin']],
    ['anais', ['Anaïs Le Goff']],
    ['Anaiss legoff', ['Anaïs Le Goff']],
    ['jean pierre nguyen', ['Jean-Pierre N’Guyen']],
    ['la famille Retour', ['Rose Retour']],
    ['cours avec rose', ['Rose Retour']],
    ['Li Wei est absent', ['Li Wei']],
  ])('"%s" names %j', (text, names) => expect(found(text)).toEqual(names));

  test.each([
    'retour',
    'Retour',
    'hier matin de 14h à 16h',
    'je vois le monde en rose',
    'il li bien',
    'les coupons du mois de mai',
    '',
    '14h',
  ])('"%s" names nobody', (text) => expect(found(text)).toEqual([]));

  test('the place of the name is given, so that a form can take it out', () => {
    const [match] = matchNames('hier avec Léa Martin à 14h', PUPILS, ({ name }) => [name]);
    expect('hier avec Léa Martin à 14h'.slice(match?.span.from, match?.span.to)).toBe('Léa Martin');
  });

  test('a whole name is always found in a sentence, whatever its case', () => {
    const isCommon = commonWordsOf([]);
    fc.assert(
      fc.property(
        fc.constantFrom(...PUPILS),
        fc.constantFrom('', 'hier avec ', 'pour '),
        fc.boolean(),
        (who, before, upper) => {
          const said = upper ? who.name.toUpperCase() : who.name;
          const [first] = matchNames(
            `${before}${said}, de 14h à 16h`,
            PUPILS,
            ({ name }) => [name],
            isCommon,
          );
          expect(first?.candidate).toBe(who);
        },
      ),
    );
  });

  test('one slip is an edit, two are not', () => {
    for (const slip of ['martn', 'marttin', 'mertin', 'matrin'])
      expect(isOneEditApart(slip, 'martin')).toBe(true);
    for (const slip of ['matn', 'nitram', 'mertan']) expect(isOneEditApart(slip, 'martin')).toBe(false);
  });
});

describe('numbers and addresses', () => {
  test.each([
    ['mon 06 12 34 56 78 svp', ['+33612345678']],
    ['06.12.34.56.78', ['+33612345678']],
    ['+33 (0)6 12 34 56 78', ['+33612345678']],
    ['0033612345678', ['+33612345678']],
    ['+32 470 12 34 56', ['+32470123456']],
    ['FR76 3000 6000 0112 3456 7890 189', []],
    ['SIRET 732 829 320 00074', []],
    ['le 12 de 17h à 18h30', []],
    ['2 90 05 75 116 001 42', []],
    ['projet 7', []],
  ])('telephone numbers in "%s": %j', (text, numbers) => {
    expect(findPhones(text).map(({ value }) => value)).toEqual(numbers);
  });

  test('e-mail addresses and links leave the sentence’s punctuation', () => {
    expect(findEmails('écrivez à Lea.Martin@Example.org.').map(({ value }) => value)).toEqual([
      'lea.martin@example.org',
    ]);
    expect(findLinks('voir (https://example.org/a?b=1), merci').map(({ value }) => value)).toEqual([
      'https://example.org/a?b=1',
    ]);
    expect(findLinks('www.example.org').map(({ value }) => value)).toEqual(['https://www.example.org']);
  });

  test('ticket references are read as people write them', () => {
    expect(findTicketReferences('où en est abc-1042 ?', ['ABC']).map(({ value }) => value)).toEqual([
      'ABC-1042',
    ]);
    expect(findTicketReferences('le projet XY-1042', ['ABC'])).toEqual([]);
  });
});

describe('yes and no', () => {
  test.each([
    'oui',
    'Oui !',
    'ouais',
    "c'est ça",
    "oui c'est bon",
    'ok merci',
    "d'accord",
    'yes',
    'exactement',
  ])('"%s" is yes', (text) => expect(yesOrNo(text)).toBe(true));
  test.each(['non', 'Non merci', 'pas encore', 'no', 'nan', 'pas du tout', 'jamais'])('"%s" is no', (text) =>
    expect(yesOrNo(text)).toBe(false),
  );
  test.each(['non, plutôt 15h', 'oui mais avec Léa', 'peut-être', '', 'je ne sais pas', 'note', 'quoi ?'])(
    '"%s" is neither',
    (text) => expect(yesOrNo(text)).toBeNull(),
  );
});
