import fc from 'fast-check';
import { DateTime } from 'luxon';
import { DEFAULT_DESKS } from '../desks/defaults';
import { DEFAULT_TARGETS } from '../sla/targets';
import { chooseAssignee, mustHandOver, nextOpen, releaseAt, teamFor, type Candidate } from './rules';

const desk = { zone: 'Europe/Paris', openingHours: DEFAULT_DESKS[0]?.openingHours ?? {} };
const at = (day: number, time: string): Date =>
  DateTime.fromISO(`2026-11-${day}T${time}`, { zone: desk.zone }).toJSDate();
const local = (instant: Date | null): string | null =>
  instant && DateTime.fromJSDate(instant, { zone: desk.zone }).toFormat('dd HH:mm');
const away = (from: Date, to: Date) => ({ start: from, end: to });
const somebody = (advisorId: string, rest: Partial<Candidate> = {}): Candidate => ({
  advisorId,
  open: 0,
  lastAssignedAt: null,
  absences: [],
  here: false,
  ...rest,
});

describe('the team', () => {
  const team = (name: string, ...categories: string[]) => ({ id: name, name, categories });
  const all = team('all');
  const money = team('money', 'payment', 'invoicing');
  const pay = team('pay', 'payment');

  it.each([
    ['that names the category', [all, money], 'invoicing', 'money'],
    ['that takes the fewest, where several do', [money, pay, all], 'payment', 'pay'],
    ['that takes the rest', [money, all], 'session', 'all'],
    ['is none where nobody takes it', [money], 'session', undefined],
    ['is none on a desk without teams', [], 'session', undefined],
  ])('%s', (_what, teams, category, expected) => {
    expect(teamFor(teams, category)?.name).toBe(expected);
  });
});

describe('who gets a request', () => {
  it.each<[string, readonly Candidate[], Date, string | undefined]>([
    [
      'whoever has the fewest open',
      [somebody('a', { open: 3 }), somebody('b', { open: 2 })],
      at(18, '10:00'),
      'b',
    ],
    [
      'who has Guichet open before those who have not, in opening hours',
      [somebody('a'), somebody('b', { open: 5, here: true }), somebody('c', { open: 6, here: true })],
      at(18, '10:00'),
      'b',
    ],
    [
      'whoever has the fewest open, out of hours, whoever is still there',
      [somebody('a'), somebody('b', { open: 5, here: true })],
      at(18, '23:00'),
      'a',
    ],
    [
      'nobody who is away, though she has Guichet open',
      [somebody('a', { here: true, absences: [away(at(18, '08:00'), at(18, '19:00'))] }), somebody('b')],
      at(18, '10:00'),
      'b',
    ],
    [
      'of equals, whoever has waited longest',
      [
        somebody('a', { lastAssignedAt: at(18, '09:30') }),
        somebody('b', { lastAssignedAt: at(18, '09:00') }),
      ],
      at(18, '10:00'),
      'b',
    ],
    [
      'of equals, who has never had one',
      [somebody('a', { lastAssignedAt: at(18, '09:30') }), somebody('b')],
      at(18, '10:00'),
      'b',
    ],
    [
      'not somebody who is away, even with fewer',
      [somebody('a', { absences: [away(at(18, '09:00'), at(18, '12:00'))] }), somebody('b', { open: 9 })],
      at(18, '10:00'),
      'b',
    ],
    [
      'at night, not who will be away in the morning',
      [somebody('a', { absences: [away(at(19, '00:00'), at(20, '00:00'))] }), somebody('b', { open: 9 })],
      at(18, '22:00'),
      'b',
    ],
    [
      'at night, who is away until then and back in the morning',
      [somebody('a', { absences: [away(at(16, '00:00'), at(19, '00:00'))] }), somebody('b', { open: 9 })],
      at(18, '22:00'),
      'a',
    ],
    [
      'nobody, where all are away',
      [somebody('a', { absences: [away(at(16, '00:00'), at(20, '00:00'))] })],
      at(18, '10:00'),
      undefined,
    ],
    ['nobody, in a team without members', [], at(18, '10:00'), undefined],
  ])('%s', (_what, candidates, now, expected) => {
    expect(chooseAssignee(desk, candidates, now)?.advisorId).toBe(expected);
  });

  it('in turn: over many requests the loads of those present never differ by more than one', () => {
    const present = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    fc.assert(
      fc.property(present, fc.nat(40), (ids, requests) => {
        let team = ids.map((id) => somebody(id));
        for (let n = 0; n < requests; n += 1) {
          const now = new Date(at(18, '10:00').getTime() + n * 1000);
          const chosen = chooseAssignee(desk, team, now);
          team = team.map((each) =>
            each.advisorId === chosen?.advisorId
              ? { ...each, open: each.open + 1, lastAssignedAt: now }
              : each,
          );
        }
        const loads = team.map(({ open }) => open);
        expect(loads.reduce((sum, open) => sum + open, 0)).toBe(requests);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is one of those present with the fewest open, whatever the order in which they are asked', () => {
    const candidate = fc.record({
      open: fc.nat(5),
      lastAssignedAt: fc.option(fc.integer({ min: 0, max: 9 }).map((hour) => at(17, `0${hour}:00`))),
      absences: fc.constantFrom([], [away(at(18, '00:00'), at(19, '00:00'))]),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 6 }), (list) => {
        const candidates = list.map((rest, index) => somebody(`id-${index}`, rest));
        const now = at(18, '10:00');
        const present = candidates.filter(({ absences }) => absences.length === 0);
        const chosen = chooseAssignee(desk, candidates, now);
        expect(chosen === null).toBe(present.length === 0);
        if (chosen) expect(chosen.open).toBe(Math.min(...present.map(({ open }) => open)));
        expect(chooseAssignee(desk, candidates.toReversed(), now)).toEqual(chosen);
      }),
    );
  });
});

it.each([
  ['10:00', '18 10:00'],
  ['12:00', '18 14:00'],
  ['12:30', '18 14:00'],
  ['18:00', '19 09:00'],
  ['22:00', '19 09:00'],
])('at %s the desk is open next at %s', (time, expected) => {
  expect(local(nextOpen(desk, at(18, time)))).toBe(expected);
});

it.each([
  [at(18, '10:00'), 'normal', '18 12:00'],
  [at(18, '11:00'), 'normal', '18 15:00'],
  [at(20, '17:30'), 'low', '23 10:30'],
  [at(18, '10:00'), 'high', '18 11:00'],
  [at(18, '10:00'), 'urgent', '18 10:30'],
] as const)('given at %s, a request of %s priority goes back at %s', (now, priority, expected) => {
  expect(local(releaseAt(desk, DEFAULT_TARGETS[priority]['first-reply'], now))).toBe(expected);
});

describe('requests go to others', () => {
  it.each([
    ['when she is away for days', [away(at(18, '00:00'), at(21, '00:00'))], true],
    ['not for a morning at the doctor’s', [away(at(18, '09:00'), at(18, '12:00'))], false],
    [
      'not for what is left of a long absence that ends at noon',
      [away(at(10, '00:00'), at(18, '14:00'))],
      false,
    ],
    ['not before she is away', [away(at(19, '00:00'), at(25, '00:00'))], false],
    ['not once she is back', [away(at(10, '00:00'), at(18, '10:00'))], false],
  ])('%s', (_what, absences, expected) => {
    expect(mustHandOver(desk, absences, at(18, '10:00'))).toBe(expected);
  });
});
