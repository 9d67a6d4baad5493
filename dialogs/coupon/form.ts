import { instantAt, minutesOf } from '../form/local-time';
import { readNamed } from '../form/names';
import { saidTime } from '../form/said-time';
import type { FormEnv, FormSpec, Heard, Offer, Offers, SlotValues } from '../form/types';
import { invalid, valid } from '../form/types';
import { endAfter, endDate, endsNextDay, joinedClocks } from './lesson';

/** One of her running assignments. */
export interface CouponAssignment {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
}

export interface CouponEnv extends FormEnv {
  readonly assignments: readonly CouponAssignment[];
}

/** A clock time that may be the start or the end; held until she says which. Not a slot: nothing is saved of it. */
export const CLOCK = 'clock';
/** A length said before the start is known, in minutes. */
export const LENGTH = 'length';

/** A length given as an answer ("2h") is one up to here; beyond it is a clock time. */
const LONGEST_ANSWERED_MINUTES = 4 * 60;

/** A lesson coupon (facts A038-A039): which assignment, which day, the real start and end. */
export const COUPON_FORM: FormSpec<CouponEnv> = {
  id: 'coupon',
  version: 1,
  slots: [
    {
      name: 'role',
      applies: (values) => isPending(values),
    },
    {
      name: 'assignment',
      aliases: ['eleve', 'l eleve', 'famille', 'la famille', 'mission', 'pupil', 'student', 'family'],
      known: (_values, { assignments }) => (assignments.length === 1 ? (assignments[0]?.id ?? null) : null),
      parse: (heard) => readAssignment(heard),
      validate: (value, _values, { assignments }) =>
        assignments.some(({ id }) => id === value) ? valid(value) : invalid({ code: 'unknown-assignment' }),
    },
    {
      name: 'date',
      aliases: ['date', 'la date', 'jour', 'le jour', 'day', 'the day', 'the date'],
      validate: (value, values, env) => {
        const earliest = instantAt(String(value), startOf(values) ?? '00:00', env.zone);
        return earliest === null || earliest > env.now ? invalid({ code: 'in-future' }) : valid(value);
      },
    },
    {
      name: 'start',
      aliases: ['debut', 'le debut', 'heure de debut', 'l heure de debut', 'start', 'start time'],
      validate: (value, { date }, env) =>
        typeof date === 'string' && instantAt(date, String(value), env.zone) === null
          ? invalid({ code: 'no-such-time' })
          : valid(value),
    },
    {
      name: 'end',
      aliases: ['fin', 'la fin', 'heure de fin', 'l heure de fin', 'duree', 'la duree', 'end', 'end time'],
      known: (values) => {
        const start = startOf(values);
        const length = values[LENGTH];
        return start !== null && typeof length === 'number' ? endAfter(start, length) : null;
      },
      validate: (value, values, env) => {
        const start = startOf(values);
        const clock = String(value);
        if (start !== null && minutesOf(clock) <= minutesOf(start) && !endsNextDay(start, clock))
          return invalid({ code: 'ends-before-start' });
        const date = values['date'];
        if (typeof date !== 'string') return valid(value);
        const end = instantAt(start === null ? date : endDate(date, start, clock), clock, env.zone);
        if (end === null) return invalid({ code: 'no-such-time' });
        return end > env.now ? invalid({ code: 'in-future' }) : valid(value);
      },
    },
  ],
  read: readTimes,
};

const startOf = (values: SlotValues): string | null => {
  const start = values['start'];
  return typeof start === 'string' ? start : null;
};

const isPending = (values: SlotValues): boolean => {
  const clock = values[CLOCK];
  return typeof clock === 'string' && clock !== '' && clock !== values['start'] && clock !== values['end'];
};

const readAssignment = ({ text, env, focus }: Heard<CouponEnv>): Offer | null =>
  readNamed(
    text,
    env.assignments.map(({ id, names }) => ({ value: id, names })),
    env,
    focus === 'assignment',
  );

/** Day, start, end or length, as one sentence says them. What it leaves open stays open: no clock time is guessed to be one or the other. */
function readTimes(heard: Heard<CouponEnv>): Offers {
  const pending = heard.values[CLOCK];
  if (heard.focus === 'role' && typeof pending === 'string') {
    if (/\b(?:debut|commence|start)/.test(heard.folded))
      return { start: { value: pending }, [CLOCK]: { value: '' } };
    if (/\b(?:fin|termine|end)/.test(heard.folded))
      return { end: { value: pending }, [CLOCK]: { value: '' } };
  }
  const said = saidTime(joinedClocks(heard.text), heard.env, 'past');
  if (said === null || said.unsure) return {};
  const [day, ...otherDays] = said.days;
  const date: Offers =
    day === undefined ? {} : { date: otherDays.length > 0 ? { oneOf: said.days } : { value: day } };
  return { ...date, ...readClocks(heard, said) };
}

function readClocks(heard: Heard<CouponEnv>, said: NonNullable<ReturnType<typeof saidTime>>): Offers {
  const settled = { [CLOCK]: { value: '' } };
  const { start, end } = said;
  if (start !== null && end !== null) {
    return { start: { value: start }, end: { value: end }, ...settled };
  }
  if (start !== null && said.durationMinutes !== null) {
    return { start: { value: start }, ...lengthFrom(start, said.durationMinutes), ...settled };
  }
  if (start !== null)
    return {
      ...oneClock(heard, start, said.endOnly),
      ...(isOpen(heard, start, said.endOnly) ? {} : settled),
    };
  if (said.durationMinutes !== null) return lengthFrom(startOf(heard.values), said.durationMinutes);
  return {};
}

function lengthFrom(start: string | null, minutes: number): Offers {
  const end = start === null ? null : endAfter(start, minutes);
  return { [LENGTH]: { value: minutes }, ...(end === null ? {} : { end: { value: end } }) };
}

/** Where a single clock time belongs. */
type ClockRole = 'start' | 'end' | 'length' | 'open';

function roleOf(heard: Heard<CouponEnv>, clock: string, endOnly: boolean): ClockRole {
  if (endOnly || heard.named === 'end') return 'end';
  if (heard.named === 'start') return 'start';
  const { values, focus, lastFilled, correcting } = heard;
  const start = startOf(values);
  const end = typeof values['end'] === 'string' ? values['end'] : null;
  if (correcting && focus !== null && lastFilled.includes('start') && !lastFilled.includes('end'))
    return 'start';
  if (focus === 'start') return 'start';
  if (focus === 'end')
    return start !== null && isLengthAnswer(start, clock) && !/\bminuit\b|\bmidnight\b/.test(heard.folded)
      ? 'length'
      : 'end';
  if (start === null) return 'start';
  if (end === null) return correcting ? 'start' : 'end';
  const latest = lastFilled.filter((name) => name === 'start' || name === 'end');
  if (latest.length === 1) return latest[0] === 'start' ? 'start' : 'end';
  const asStart = minutesOf(clock) < minutesOf(end);
  const asEnd = minutesOf(clock) > minutesOf(start);
  if (asStart && asEnd) return 'open';
  return asStart ? 'start' : 'end';
}

/** "2h" to "when did it end?" after a start at 14:00 is a length: two in the morning is no end. */
const isLengthAnswer = (start: string, clock: string): boolean =>
  minutesOf(clock) <= minutesOf(start) && minutesOf(clock) <= LONGEST_ANSWERED_MINUTES;

const isOpen = (heard: Heard<CouponEnv>, clock: string, endOnly: boolean): boolean =>
  roleOf(heard, clock, endOnly) === 'open';

function oneClock(heard: Heard<CouponEnv>, clock: string, endOnly: boolean): Offers {
  switch (roleOf(heard, clock, endOnly)) {
    case 'start':
      return { start: { value: clock } };
    case 'end':
      return { end: { value: clock } };
    case 'length':
      return lengthFrom(startOf(heard.values), minutesOf(clock));
    case 'open':
      return { [CLOCK]: { value: clock } };
  }
}
