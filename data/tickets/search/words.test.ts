import fc from 'fast-check';
import { searchTerms } from './words';

const shown = (text: string): string =>
  searchTerms(text)
    .map(({ words, open }) => words.join('+') + (open ? '*' : ''))
    .join(' ');

test.each([
  ['virement octobre', 'virement octobre*'],
  ['G-2611-0001', 'G+2611+0001*'],
  ['l’élève', 'l+élève*'],
  ['"virement octobre" léa', 'virement+octobre léa*'],
  ['« virement octobre »', 'virement+octobre'],
  ['a', 'a'],
  ['payé OR NOT (virement*)', 'payé OR NOT virement*'],
  ['subject:secret', 'subject+secret*'],
  ['"jamais fermé', 'jamais fermé*'],
  ['😀 !!', ''],
  ['', ''],
])('%j asks for %j', (text, terms) => {
  expect(shown(text)).toBe(terms);
});

test('a pasted page is cut to what somebody could mean', () => {
  expect(searchTerms('mot '.repeat(500))).toHaveLength(16);
});

test('whatever is typed, terms hold letters and digits only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const { words } of searchTerms(text)) {
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }
    }),
  );
});
