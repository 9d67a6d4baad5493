import fc from 'fast-check';
import { piecesOf } from './markup';

test('bold and links stand among words', () => {
  expect(piecesOf('**Écrivez-nous.** Voir [le guide](https://example.org/a) avant lundi.')).toEqual([
    { kind: 'bold', text: 'Écrivez-nous.' },
    { kind: 'text', text: ' Voir ' },
    { kind: 'link', text: 'le guide', href: 'https://example.org/a' },
    { kind: 'text', text: ' avant lundi.' },
  ]);
});

test.each(['2 ** 3', '**open', '[no link]', '[x](javascript:alert(1))', ''])('%j stays as it is', (text) => {
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
  expect(piecesOf(text).every(({ kind }) => kind === 'text')).toBe(true);
});

test('a link only ever leads to a web page', () => {
  fc.assert(
    fc.property(fc.string(), fc.webUrl(), (text, url) => {
      const hrefs = piecesOf(`${text}[a](${url})[b](${text})`).flatMap((piece) =>
        piece.kind === 'link' ? [piece.href] : [],
      );
      expect(hrefs.every((href) => /^https?:\/\//.test(href))).toBe(true);
    }),
  );
});
