import fc from 'fast-check';
import { formatReference, parseReference, referenceScope } from './reference';

it.each([
  ['2026-11-18T09:00:00Z', 'G-2611'],
  ['2026-11-30T22:59:59Z', 'G-2611'],
  ['2026-11-30T23:00:00Z', 'G-2612'],
  ['2026-12-31T23:00:00Z', 'G-2701'],
])('at %s tickets count as %s (months of Paris)', (now, scope) => {
  expect(referenceScope('G', new Date(now))).toBe(scope);
});

it.each([
  ['G-2611-0042', 'G-2611-0042'],
  ['g 2611 42', 'G-2611-0042'],
  ['G26110042', 'G-2611-0042'],
  ['#G-2611-0042', 'G-2611-0042'],
  [' r2611.7 ', 'R-2611-0007'],
  ['C_2611_12345', 'C-2611-12345'],
  ['G-2613-0042', null],
  ['X-2611-0042', null],
  ['G-2611-', null],
  ['2611-0042', null],
  ['b7c1f1de-3c02-4b1a-9f57-2a5d3c1a9e00', null],
  ['', null],
])('%j is read as %j', (text, expected) => {
  expect(parseReference(text)).toBe(expected);
});

it('every reference reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('G', 'C', 'R'),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2098-12-31'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 99_999_999 }),
      (prefix, at, number) => {
        const reference = formatReference(referenceScope(prefix, at), number);
        return (
          parseReference(reference) === reference && parseReference(reference.toLowerCase()) === reference
        );
      },
    ),
  );
});
