import { en } from '../messages.en';
import { fr } from '../messages.fr';

type Leaf = string | ((...parameters: unknown[]) => string);

/** Every sentence by its path. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly [string, Leaf])[] {
  if (typeof value === 'string' || typeof value === 'function') return [[path.join('.'), value as Leaf]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

const FR = new Map(leaves(fr));
const EN = new Map(leaves(en));
const both = [...FR].map(([path, french]) => [path, french, EN.get(path)] as const);

/** A sentence as it would be said: its parameters stand as marks that cannot be taken for words. */
const MARKS = ['⟦0⟧', '⟦1⟧', '⟦2⟧', '⟦3⟧', '⟦4⟧', '⟦5⟧'];
const said = (leaf: Leaf | undefined, marks: readonly unknown[] = MARKS): string =>
  typeof leaf === 'function' ? String(leaf(...marks)) : (leaf ?? '');
const marksIn = (text: string): readonly string[] => MARKS.filter((mark) => text.includes(mark));

test('both languages have every key, and no other', () => {
  expect([...EN.keys()].sort()).toEqual([...FR.keys()].sort());
});

test.each(both)('%s says something in both languages, from the same parameters', (path, french, english) => {
  expect(typeof english).toBe(typeof french);
  const [one, other] = [said(french), said(english)];
  expect(one.trim()).not.toBe('');
  expect(other.trim()).not.toBe('');
  expect(`${path} ${one} ${other}`).not.toMatch(/undefined|\[object|NaN/);
  expect(marksIn(other)).toEqual(marksIn(one));
});

/** The organisations' own words, names and what a person types herself may stand in French; quoted words may, too. */
const QUOTED = /"[^"]*"|«[^»]*»/gu;
const NAMES =
  /\b(?:Guichet|Réunion|Nouméa|Mayotte|Constructys|OpenClassrooms|oGestion|ABC|Teams|Provigis|IBAN|Martinique|Guadeloupe|Tahiti|Paris)\b/gu;
const FRENCH =
  /[éèêëàâùûçôîïœ]|\b(?:le|la|les|un|une|des|du|de|et|ou|est|sont|pas|vous|votre|vos|nous|je|il|elle|que|qui|avec|pour|dans|sur|demande|élève|étudiant|cours|rendez|mois|jour|heure)\b/iu;

test.each([...EN])('%s is English but for quoted terms and names', (_path, leaf) => {
  const words = said(leaf)
    .replace(QUOTED, ' ')
    .replace(NAMES, ' ')
    .replace(/npx [^\n]*/g, ' ');
  expect(words.match(FRENCH)?.[0] ?? null).toBeNull();
});

const ENGLISH =
  /\b(?:the|your|you|please|with|from|cannot|request|would|shall|this|that|have|has|been|was|were|what|which)\b/iu;

test.each([...FR])('%s is French', (_path, leaf) => {
  expect(said(leaf).match(ENGLISH)?.[0] ?? null).toBeNull();
});

test.each([...FR])(
  '%s keeps the voice: no exclamation marks in a row, no false cheer, no apology twice',
  (_path, leaf) => {
    const text = said(leaf);
    expect(text).not.toMatch(/!!|oups|désolé|super !|génial|youpi/i);
    expect(text).not.toMatch(/(?<!\p{L})(?:tu|toi|tes|ton|ta)(?!\p{L})/iu);
  },
);
