import fc from 'fast-check';
import { intersect, normalise, subtract, type Interval } from './intervals';

const HORIZON = 60;
const interval = (start: number, end: number): Interval => ({ start: new Date(start), end: new Date(end) });
const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: HORIZON }), fc.integer({ min: 0, max: HORIZON }))
    .map(([a, b]) => interval(a, b)),
  { maxLength: 8 },
);

/** The instants that a list of intervals covers: the meaning that the algebra must keep. */
const instants = (list: readonly Interval[]): Set<number> =>
  new Set(
    Array.from({ length: HORIZON + 1 }, (_, instant) => instant).filter((instant) =>
      list.some(({ start, end }) => start.getTime() <= instant && instant < end.getTime()),
    ),
  );

const isNormal = (list: readonly Interval[]): boolean =>
  list.every(({ start, end }, index) => {
    const next = list[index + 1];
    return start < end && (next === undefined || end < next.start);
  });

it('normalising keeps the instants, and equal sets become equal lists', () => {
  fc.assert(
    fc.property(intervals, (list) => {
      const normal = normalise(list);
      expect(isNormal(normal)).toBe(true);
      expect(instants(normal)).toEqual(instants(list));
      expect(normalise([...list].reverse())).toEqual(normal);
    }),
  );
});

it('an instant is in the intersection when it is in both', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const both = intersect(a, b);
      expect(isNormal(both)).toBe(true);
      expect(instants(both)).toEqual(new Set([...instants(a)].filter((instant) => instants(b).has(instant))));
      expect(intersect(b, a)).toEqual(both);
    }),
  );
});

it('an instant is in the difference when it is in the first and not in the second', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const rest = subtract(a, b);
      expect(isNormal(rest)).toBe(true);
      expect(instants(rest)).toEqual(
        new Set([...instants(a)].filter((instant) => !instants(b).has(instant))),
      );
      expect(intersect(rest, b)).toEqual([]);
    }),
  );
});

it('an hour from 9 to 12 without 10 to 11 is two pieces', () => {
  expect(subtract([interval(9, 12)], [interval(10, 11)])).toEqual([interval(9, 10), interval(11, 12)]);
});
