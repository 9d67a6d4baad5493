import * as fc from 'fast-check';
import { commonWordsOf } from './common-words';
import { isOneEditApart } from './edits';
import { matchNames } from './match-names';

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
