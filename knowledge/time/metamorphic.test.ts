import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTimes } from './read';
import type { TimeOptions, TimeReading } from '../types';

/**
 * What does not change the meaning of a text never changes a certain reading into another certain one; a slip of the pen or a missing
 * space hardly ever does: it leaves the reading as it was, or makes it doubtful.
 */

interface Row {
  readonly text: string;
  readonly now: string;
  readonly tz: string;
  readonly prefer: 'past' | 'future';
}

const FOLDER = join(__dirname, 'evaluation');
/** One line in so many, for the time that this takes. */
const EVERY = 17;
const rows: readonly Row[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Row)
  .filter((_row, index) => index % EVERY === 0);

const isCertain = (read: TimeReading): boolean =>
  read.start !== null && !read.unsure && read.alternatives.length === 0;

/** The texts, changed, that are read as certainly as before and otherwise. */
function silentlyChanged(change: (text: string) => readonly string[]): { tried: number; changed: string[] } {
  let tried = 0;
  const changed: string[] = [];
  for (const row of rows) {
    const options: TimeOptions = { now: row.now, zone: row.tz, prefer: row.prefer };
    const before = readTimes(row.text, options);
    if (!isCertain(before)) continue;
    for (const text of change(row.text)) {
      tried += 1;
      const after = readTimes(text, options);
      if (isCertain(after) && (after.start !== before.start || after.end !== before.end))
        changed.push(`${text}: ${before.start}/${before.end} became ${after.start}/${after.end}`);
    }
  }
  return { tried, changed };
}

const places = (text: string, pattern: RegExp): readonly number[] =>
  [...text.matchAll(pattern)].map((match) => match.index);

describe('what says nothing of time changes no certain reading', () => {
  it.each<[string, (text: string) => readonly string[]]>([
    ['no accents', (text) => [text.normalize('NFD').replace(/\p{M}/gu, '')]],
    ['small letters', (text) => [text.toLowerCase()]],
    ['capitals', (text) => [text.toUpperCase()]],
    [
      'two spaces for one',
      (text) => places(text, / /gu).map((at) => `${text.slice(0, at)} ${text.slice(at)}`),
    ],
    [
      'a greeting, a signature',
      (text) => [
        `Bonjour, ${text}`,
        `bjr ${text}`,
        `Bonsoir Madame, ${text} Merci`,
        `${text} cdt Léa Martin`,
        `${text}\nCordialement,\nPaul Durand`,
        `${text}!!`,
        `${text}...`,
      ],
    ],
    [
      'a number that is no time',
      (text) => [
        `${text}, 3 élèves`,
        `${text} (2 coupons)`,
        `${text} mission 4521`,
        `${text}, 36 euros`,
        `3 coupons : ${text}`,
        `Parcours 5, ${text}`,
        `${text}, élève de 4e`,
        `${text} salle 204`,
        `${text} 12 rue de la Paix`,
        `${text} ; elle a eu 13/20`,
        `${text} (75011 Paris)`,
        `${text}, 80 %`,
      ],
    ],
  ])('%s', (_name, change) => expect(silentlyChanged(change).changed).toEqual([]));
});

describe('a slip of the pen hardly ever makes another certain time', () => {
  const inWord = /(?<=\p{L})[^\W\dhH](?=\p{L})/gu;

  it.each<[string, (text: string) => readonly string[], number]>([
    [
      'a space left out',
      (text) => places(text, / /gu).map((at) => text.slice(0, at) + text.slice(at + 1)),
      0.02,
    ],
    [
      'a letter left out',
      (text) => places(text, inWord).map((at) => text.slice(0, at) + text.slice(at + 1)),
      0.02,
    ],
    [
      'a letter doubled',
      (text) => places(text, inWord).map((at) => text.slice(0, at) + text.slice(at - 1)),
      0.02,
    ],
    [
      'a wrong letter',
      (text) => places(text, inWord).map((at) => `${text.slice(0, at)}x${text.slice(at + 1)}`),
      0.01,
    ],
  ])('%s', (_name, change, most) => {
    const { tried, changed } = silentlyChanged(change);
    expect(tried).toBeGreaterThan(200);
    expect(changed.length / tried).toBeLessThan(most);
  });
});
