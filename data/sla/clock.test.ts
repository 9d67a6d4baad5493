import fc from 'fast-check';
import { DateTime } from 'luxon';
import { DEFAULT_DESKS } from '../desks/defaults';
import { TICKET_STATUSES } from '../tickets/types';
import { instantAfter, instantsOf, runsOf, type StatusChange } from './clock';
import { businessMs } from './business-time';
import { DEFAULT_TARGETS, SLA_CLOCKS } from './targets';

const desk = { zone: 'Europe/Paris', openingHours: DEFAULT_DESKS[0]?.openingHours ?? {} };
const at = (day: number, time: string): Date =>
  DateTime.fromISO(`2026-11-${day}T${time}`, { zone: desk.zone }).toJSDate();
const local = (instant: Date | null): string | null =>
  instant && DateTime.fromJSDate(instant, { zone: desk.zone }).toFormat('dd HH:mm');
const due = (changes: readonly StatusChange[], doneAt: Date | null = null, minutes = 420) => {
  const { warnAt, dueAt } = instantsOf(desk, runsOf(at(18, '10:00'), changes, doneAt), minutes);
  return [local(warnAt), local(dueAt)];
};

describe('a day of opening hours, from Wednesday 10:00', () => {
  it.each<[string, readonly StatusChange[], Date | null, readonly (string | null)[]]>([
    ['ends on Thursday at 10:00, amber in its last quarter', [], null, ['18 17:15', '19 10:00']],
    [
      'runs on when somebody takes the ticket',
      [{ to: 'open', at: at(18, '11:00') }],
      null,
      ['18 17:15', '19 10:00'],
    ],
    [
      'has no end while the requester is waited for',
      [{ to: 'waiting', at: at(18, '11:00') }],
      null,
      [null, null],
    ],
    [
      'is later by the time she took, in opening hours',
      [
        { to: 'waiting', at: at(18, '11:00') },
        { to: 'open', at: at(19, '11:00') },
      ],
      null,
      ['19 17:15', '20 10:00'],
    ],
    [
      'is not later when she answered within the lunch break',
      [
        { to: 'waiting', at: at(18, '12:10') },
        { to: 'open', at: at(18, '13:50') },
      ],
      null,
      ['18 17:15', '19 10:00'],
    ],
    [
      'that ran out stays where it ran out, whatever comes after',
      [{ to: 'waiting', at: at(23, '10:00') }],
      null,
      ['18 17:15', '19 10:00'],
    ],
    [
      'stands still between solved and reopened',
      [
        { to: 'solved', at: at(18, '11:00') },
        { to: 'open', at: at(20, '09:00') },
      ],
      null,
      ['20 15:15', '20 17:00'],
    ],
    [
      'done in time keeps the deadline that held then',
      [{ to: 'waiting', at: at(18, '16:00') }],
      at(18, '16:00'),
      ['18 17:15', '19 10:00'],
    ],
    [
      'done while she was waited for has no deadline',
      [
        { to: 'waiting', at: at(18, '11:00') },
        { to: 'solved', at: at(18, '15:00') },
      ],
      at(18, '15:00'),
      [null, null],
    ],
    ['is over for what was withdrawn', [{ to: 'withdrawn', at: at(18, '11:00') }], null, [null, null]],
  ])('%s', (_what, changes, doneAt, expected) => {
    expect(due(changes, doneAt)).toEqual(expected);
  });
});

it('the more urgent, the sooner; and a first reply is due before the solution', () => {
  const order = (['urgent', 'high', 'normal', 'low'] as const).map((priority) => DEFAULT_TARGETS[priority]);
  for (const clock of SLA_CLOCKS) {
    const minutes = order.map((target) => target[clock]);
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  }
  expect(order.every((target) => target['first-reply'] < target.resolution)).toBe(true);
});

describe('for every history', () => {
  const FILED = at(18, '10:00');
  const minutes = fc.integer({ min: 1, max: 3 * 24 * 60 });
  const target = fc.integer({ min: 1, max: 3_000 });
  const histories = fc
    .array(fc.tuple(fc.constantFrom(...TICKET_STATUSES), minutes), { maxLength: 8 })
    .map((steps) => {
      let time = FILED.getTime();
      return steps.map(([to, after]): StatusChange => {
        time += after * 60_000;
        return { to, at: new Date(time) };
      });
    });
  const dueAt = (changes: readonly StatusChange[], length: number): number =>
    instantAfter(desk, runsOf(FILED, changes, null), length * 60_000)?.getTime() ?? Infinity;

  it('a pause never brings the deadline nearer', () => {
    fc.assert(
      fc.property(histories, minutes, minutes, target, (history, after, length, ms) => {
        const last = history.at(-1)?.at ?? FILED;
        const pausedAt = new Date(last.getTime() + after * 60_000);
        const paused = [...history, { to: 'waiting' as const, at: pausedAt }];
        const resumed = [
          ...paused,
          { to: 'open' as const, at: new Date(pausedAt.getTime() + length * 60_000) },
        ];
        const before = dueAt(history, ms);
        expect(dueAt(paused, ms)).toBeGreaterThanOrEqual(before);
        if (before !== Infinity) expect(dueAt(resumed, ms)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('a longer target is never due sooner, and amber never comes after red', () => {
    fc.assert(
      fc.property(histories, target, target, (history, length, more) => {
        expect(dueAt(history, length + more)).toBeGreaterThanOrEqual(dueAt(history, length));
        const instants = instantsOf(desk, runsOf(FILED, history, null), length);
        if (instants.dueAt !== null) {
          expect(instants.warnAt?.getTime()).toBeLessThanOrEqual(instants.dueAt.getTime());
        }
      }),
    );
  });

  it('up to its deadline a clock has run exactly for its target', () => {
    fc.assert(
      fc.property(histories, target, (history, length) => {
        const runs = runsOf(FILED, history, null);
        const end = instantAfter(desk, runs, length * 60_000);
        fc.pre(end !== null);
        const ran = runs.reduce((total, run) => {
          const stop = run.end === null || run.end > end ? end : run.end;
          return total + businessMs(desk, run.start, stop);
        }, 0);
        expect(ran).toBe(length * 60_000);
      }),
    );
  });
});
