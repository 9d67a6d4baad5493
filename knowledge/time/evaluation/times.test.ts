import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTimes } from '../read';

interface Row {
  readonly family: string;
  readonly text: string;
  readonly now: string;
  readonly tz: string;
  readonly prefer: 'past' | 'future';
  readonly start: string | null;
  readonly end: string | null;
  /** Other spans that are right too, the label's own among them. */
  readonly accept?: readonly (readonly [string | null, string | null])[];
}

const rows: readonly Row[] = readdirSync(__dirname)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(__dirname, name), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line));
const families = [...new Set(rows.map((row) => row.family))];

describe('expressions as tutors write them', () => {
  it.each(families)('%s', (family) => {
    const missed = rows
      .filter((row) => row.family === family)
      .flatMap((row) => {
        const read = readTimes(row.text, { now: row.now, zone: row.tz, prefer: row.prefer });
        const readings = [{ start: read.start, end: read.end }, ...read.alternatives];
        const accepted = row.accept ?? [[row.start, row.end]];
        const found = readings.some((each) =>
          accepted.some(([start, end]) => each.start === start && each.end === end),
        );
        return found ? [] : [{ text: row.text, expected: [row.start, row.end], readings }];
      });
    expect(missed).toEqual([]);
  });
});
