import fc from 'fast-check';
import { dayOf } from './calendar';
import { readTimes } from './read';
import { isSkipped, isoWall, type Wall } from './zone';

const NOW = '2026-11-18T10:00';
const ZONE = 'Europe/Paris';
const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

const first = dayOf(2024, 1, 1)!;
const last = dayOf(2029, 12, 31)!;
/** Wall times that exist in Paris. */
const instant: fc.Arbitrary<Wall> = fc
  .record({ day: fc.integer({ min: first, max: last }), minutes: fc.integer({ min: 0, max: 1439 }) })
  .filter((wall) => !isSkipped(wall, ZONE));

const pieces = fc.constantFrom(
  ...[
    'hier',
    'demain',
    'lundi',
    'le',
    '12',
    '31',
    '/',
    '11',
    'novembre',
    'de',
    'à',
    '14h',
    '16h30',
    'du',
    'au',
    'et',
    'ou',
    'pas',
    'avant',
  ],
  ...[
    'après',
    'dans',
    'il y a',
    '2',
    'heures',
    'jours',
    'semaine',
    'prochaine',
    'dernier',
    'matin',
    'soir',
    'midi',
    'minuit',
    '-',
    ',',
    '.',
  ],
  ...[
    'en',
    'huit',
    'fin',
    'mois',
    'premier',
    '2026',
    '29',
    'février',
    'pendant',
    '1h30',
    'jusqu’à',
    'at',
    'pm',
    'monday',
    'next',
    'Léa',
    'cours',
  ],
);
const phrases = fc.array(pieces, { maxLength: 12 }).map((words) => words.join(' '));
const nows = fc
  .tuple(instant, fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe', 'Pacific/Noumea'))
  .map(([wall, zone]) => ({ now: isoWall(wall), zone }));
const prefers = fc.constantFrom('past' as const, 'future' as const);

describe('whatever is written', () => {
  it('never throws, and gives spans inside the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 60 }),
          fc.string({ unit: 'binary', maxLength: 60 }),
          phrases,
        ),
        nows,
        prefers,
        (text, { now, zone }, prefer) => {
          const read = readTimes(text, { now, zone, prefer });
          for (const { from, to } of read.spans)
            expect(0 <= from && from < to && to <= text.length).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('starts no later than it ends, in one shape', () => {
    fc.assert(
      fc.property(phrases, nows, prefers, (text, { now, zone }, prefer) => {
        const { start, end, grain, alternatives } = readTimes(text, { now, zone, prefer });
        for (const each of [{ start, end }, ...alternatives]) {
          if (each.start === null) continue;
          expect(each.start).toMatch(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/);
          if (each.end !== null)
            expect({ text, ordered: each.start <= each.end }).toEqual({ text, ordered: true });
        }
        expect(start === null).toBe(grain === null);
      }),
      { numRuns: 3000 },
    );
  });

  it('never lets a doubtful reading stand alone', () => {
    fc.assert(
      fc.property(phrases, nows, prefers, (text, { now, zone }, prefer) => {
        const { start, alternatives, unsure } = readTimes(text, { now, zone, prefer });
        const alone = unsure && start !== null && alternatives.length === 0;
        expect({ text, alone }).toEqual({ text, alone: false });
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps bare days on the preferred side', () => {
    const bare = fc.oneof(
      fc.constantFrom(...DAYS),
      fc.integer({ min: 1, max: 31 }).map((day) => `le ${day}`),
      fc
        .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom(...MONTHS))
        .map(([day, month]) => `le ${day} ${month}`),
      fc
        .tuple(fc.constantFrom(...DAYS), fc.integer({ min: 8, max: 22 }))
        .map(([day, hour]) => `${day} à ${hour}h`),
      fc
        .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 8, max: 22 }))
        .map(([day, hour]) => `le ${day} à ${hour}h`),
      fc.integer({ min: 8, max: 22 }).map((hour) => `${hour}h`),
    );
    fc.assert(
      fc.property(bare, nows, prefers, (text, { now, zone }, prefer) => {
        const { start } = readTimes(text, { now, zone, prefer });
        const limit = start!.length > 10 ? now : now.slice(0, 10);
        const fits = prefer === 'past' ? start! <= limit : start! >= limit;
        expect({ text, start, fits }).toEqual({ text, start, fits: true });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('long texts', () => {
  const pathological = [
    'le ',
    '14h ',
    '12 ',
    '12/',
    '1',
    'a',
    'a@',
    '1.',
    '12/11/2026 ',
    'de 14h à ',
    '-',
    "l'",
    'lundi ',
    'FR76 3000 ',
    '06 ',
  ];

  it.each(pathological)('20 kB of %j are read at once', (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length));
    const least = Math.min(
      ...[1, 2, 3].map(() => {
        const started = process.cpuUsage();
        readTimes(text, { now: NOW, zone: ZONE, prefer: 'past' });
        const used = process.cpuUsage(started);
        return (used.user + used.system) / 1000;
      }),
    );
    // Generous, for a busy machine and instrumented code: quadratic reading would take seconds.
    expect(least).toBeLessThan(300);
  });
});
