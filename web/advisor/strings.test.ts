import { en } from './strings.en';
import { fr } from './strings.fr';

/** Every leaf of the strings by its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (value === null || typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

test('both languages say the same things', () => {
  const keys = (strings: object) => leaves(strings).map(([path]) => path);
  expect(keys(en)).toEqual(keys(fr));
});

test('nothing is left empty', () => {
  for (const strings of [fr, en]) {
    expect(leaves(strings).filter(([, value]) => value === '' || value === undefined)).toEqual([]);
  }
});

test('French puts no plain space before a colon, a semicolon, a question or an exclamation mark', () => {
  const texts = leaves(fr).filter(([path, value]) => typeof value === 'string' && !path.endsWith('.command'));
  expect(texts.filter(([, value]) => / [:;?!»]|« /.test(String(value)))).toEqual([]);
});

test.each([
  [{ unit: 'now', count: 0 }, 'moins d’une minute', '< 1 min'],
  [{ unit: 'minutes', count: 1 }, '1 minute', '1 min'],
  [{ unit: 'hours', count: 5 }, '5 heures', '5 h'],
  [{ unit: 'days', count: 2 }, '2 jours', '2 j'],
] as const)('a wait of %j', (length, long, short) => {
  expect(fr.time.elapsed(length)).toBe(long);
  expect(fr.time.elapsedShort(length)).toBe(short);
});

test.each([
  [45, '45 min'],
  [60, '1 h'],
  [95, '1 h 35'],
  [125, '2 h 05'],
])('a lesson of %d minutes', (minutes, text) => {
  expect(fr.time.length(minutes)).toBe(text);
});
