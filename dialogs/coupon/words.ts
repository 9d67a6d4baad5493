import { chooseSlot } from '../form/actions';
import type { FormView, SlotQuestion } from '../form/guided';
import { localClock, localDate, plusDays } from '../form/local-time';
import type { Reason, SlotValue } from '../form/types';
import type { LabelledValue } from '../reply';
import { sayClock, sayDate, sayLength } from '../say';
import type { Scene } from '../scene';
import { zoneName } from '../zone-name';
import type { CouponEnv } from './form';
import { CLOCK } from './form';
import { endDate, lessonAt } from './lesson';

type View = FormView<CouponEnv>;

const PARIS = 'Europe/Paris';

/** Each slot's question, with what can be chosen. */
export function question(slot: string, { env, scene, values }: View): SlotQuestion {
  const { coupon, common } = scene.words;
  switch (slot) {
    case 'assignment':
      return {
        text: coupon.askAssignment,
        short: coupon.askAssignment,
        example: coupon.assignmentExample,
        choices: env.assignments.map(({ id, label }) => ({ value: id, label })),
      };
    case 'date': {
      const today = localDate(env.now, env.zone);
      return {
        text: coupon.askDate,
        short: coupon.askDateShort,
        example: coupon.dateExample,
        choices: [
          { value: today, label: common.today },
          { value: plusDays(today, -1), label: common.yesterday },
        ],
      };
    }
    case 'start':
      return {
        text: coupon.askStart,
        short: coupon.askStartShort,
        example: coupon.startExample,
        choices: [],
      };
    case 'end':
      return { text: coupon.askEnd, short: coupon.askEndShort, example: coupon.endExample, choices: [] };
    default: {
      const clock = String(values[CLOCK] ?? '');
      const text = coupon.whichClock(sayClock(clock, scene.locale));
      return {
        text,
        short: text,
        example: coupon.whichClockExample,
        choices: [],
        extra: [
          { label: coupon.names.start, action: chooseSlot('coupon', 'start', clock) },
          { label: coupon.names.end, action: chooseSlot('coupon', 'end', clock) },
        ],
      };
    }
  }
}

/** A slot's name. */
export function labelOf(slot: string, { words }: Scene): string {
  const { names } = words.coupon;
  switch (slot) {
    case 'assignment':
      return names.assignment;
    case 'date':
      return names.date;
    case 'start':
      return names.start;
    default:
      return names.end;
  }
}

/** A slot's value as she reads it. */
export function display(slot: string, value: SlotValue, { env, scene }: View): string {
  switch (slot) {
    case 'assignment':
      return env.assignments.find(({ id }) => id === value)?.label ?? String(value);
    case 'date':
      return sayDate(String(value), scene.locale, scene.turn.now);
    default:
      return sayClock(String(value), scene.locale);
  }
}

/** The lesson in one glance. */
export function facts(view: View): readonly LabelledValue[] {
  const { values } = view;
  const { coupon } = view.scene.words;
  return [
    { label: coupon.names.assignment, value: display('assignment', values['assignment'] ?? '', view) },
    { label: coupon.names.date, value: display('date', values['date'] ?? '', view) },
    { label: coupon.time, value: timeRange(view) },
  ];
}

/** "de 23 h à 0 h 30 le lendemain (1 h 30), heure de La Réunion". The length is the real one, also when the clocks change in between. */
function timeRange({ values, env, scene }: View): string {
  const { words, locale } = scene;
  const [date, start, end] = [values['date'], values['start'], values['end']].map(String);
  if (date === undefined || start === undefined || end === undefined) return '';
  const lesson = lessonAt(date, start, end, env.zone);
  const minutes = lesson === null ? 0 : (lesson.endsAt.getTime() - lesson.startsAt.getTime()) / 60_000;
  const said =
    endDate(date, start, end) === date ? sayClock(end, locale) : words.coupon.nextDay(sayClock(end, locale));
  const range = words.coupon.range(sayClock(start, locale), said, sayLength(minutes));
  return env.zone === PARIS ? range : `${range}, ${zoneName(env.zone, words)}`;
}

/** Why a value was refused. */
export function reason(_slot: string, { code, ...detail }: Reason, view: View): string {
  const { scene, values } = view;
  const { coupon } = scene.words;
  const assignment = display('assignment', values['assignment'] ?? '', view);
  switch (code) {
    case 'in-future':
      return coupon.inFuture;
    case 'ends-before-start':
      return coupon.endsBeforeStart;
    case 'implausible-length':
      return coupon.implausible(sayLength(Number(detail['minutes'])));
    case 'no-such-time':
      return coupon.noSuchTime;
    case 'overlap':
      return overlapText(detail, scene);
    case 'no-coupon-left':
      return coupon.noneLeft(assignment);
    case 'end-report-due':
      return coupon.endReportDue(assignment);
    case 'unknown-assignment':
      return coupon.unknownAssignment;
    default:
      return coupon.unclearTime;
  }
}

function overlapText(
  detail: Readonly<Record<string, unknown>>,
  { zone, locale, turn, words }: Scene,
): string {
  const startsAt = new Date(String(detail['startsAt']));
  const endsAt = new Date(String(detail['endsAt']));
  const clock = (at: Date) => sayClock(localClock(at, zone), locale);
  const range = words.coupon.span(clock(startsAt), clock(endsAt));
  return words.coupon.overlap(
    sayDate(localDate(startsAt, zone), locale, turn.now),
    range,
    String(detail['reference']),
  );
}
