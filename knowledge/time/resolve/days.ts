import {
  addMonths,
  type Day,
  dayInMonth,
  dayOf,
  easterOf,
  firstOfMonth,
  lastOfMonth,
  monthIndexOf,
  partsOf,
  weekdayOf,
  weekStart,
} from '../calendar';
import type { DateExpr } from '../expressions';
import type { Holiday } from '../roles';
import { type Context, type DateReadings, oneDay, sure, unsure } from './context';

type Of<K extends DateExpr['kind']> = Extract<DateExpr, { kind: K }>;

/** Whether today itself fits: true and false come from a time said with it; null when only the day is said. */
export type TodayFits = boolean | null;

/** Beyond this, a date found by its weekday or its month alone is offered with the nearer one on the other side. */
const FAR_DAYS = 180;
/** A day of the calendar without a year is never further away, but for 29 February. */
const LEAP_DAYS = 366;
const NEAR_DAYS = 100;
const FAR_FOR_A_DAY_OF_MONTH = 62;

/** Monday to Sunday, looked for backwards or forwards (README.md, "Weekdays"). */
export function resolveWeekday(expr: Of<'weekday'>, context: Context, todayFits: TodayFits): DateReadings {
  const { today } = context;
  const ahead = (expr.weekday - weekdayOf(today) + 7) % 7;
  const inThisWeek = (day: Day) => weekStart(day) === weekStart(today);
  if (expr.which === 'after') {
    const day = today + ahead + expr.weeks * 7;
    // On a Monday, "lundi en huit" counts from today, or from the next Monday.
    return ahead === 0 && expr.weeks > 0 ? sure(oneDay(day), oneDay(day + 7)) : sure(oneDay(day));
  }
  if (expr.which === 'next') {
    const coming = today + (ahead || 7);
    // For tomorrow people say "demain": "mercredi prochain" on a Tuesday is rather the one after.
    if (ahead === 1) return sure(oneDay(coming + 7), oneDay(coming));
    return inThisWeek(coming) ? sure(oneDay(coming), oneDay(coming + 7)) : sure(oneDay(coming));
  }
  if (expr.which === 'last') {
    const recent = today + ahead - 7;
    return inThisWeek(recent) || ahead === 6
      ? sure(oneDay(recent), oneDay(recent - 7))
      : sure(oneDay(recent));
  }
  const past = context.prefer === 'past';
  if (ahead !== 0) return sure(oneDay(past ? today + ahead - 7 : today + ahead));
  const other = past ? today - 7 : today + 7;
  if (todayFits === true) return sure(oneDay(today), oneDay(other));
  return todayFits === null ? sure(oneDay(other), oneDay(today)) : sure(oneDay(other));
}

/** Whether a day lies on the preferred side of today. */
export function fits(day: Day, context: Context, todayFits: TodayFits): boolean {
  if (day === context.today) return todayFits !== false;
  return context.prefer === 'past' ? day < context.today : day > context.today;
}

/** Candidates in the preferred direction, nearest first: the first that fits, and the nearest on the other side. */
function nearest(
  candidates: readonly Day[],
  context: Context,
  todayFits: TodayFits,
): { chosen: Day | null; other: Day | null } {
  const byDistance = [...candidates].sort(
    (a, b) => Math.abs(a - context.today) - Math.abs(b - context.today),
  );
  const chosen = byDistance.find((day) => fits(day, context, todayFits)) ?? null;
  const other = byDistance.find((day) => day !== chosen && !fits(day, context, todayFits)) ?? null;
  return { chosen, other };
}

function withWeekday(day: Day | null, weekday: number | null): boolean {
  return day !== null && (weekday === null || weekdayOf(day) === weekday);
}

/** The weekday said does not fall on the date said: the date, then that weekday on both sides of it. */
function mismatch(day: Day, weekday: number): DateReadings {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  const near = ahead <= 3 ? [day + ahead, day + ahead - 7] : [day + ahead - 7, day + ahead];
  return unsure(oneDay(day), ...near.map(oneDay));
}

/** "12/11", "mardi 12 novembre 2026", "le 12". None when the calendar has no such day. */
export function resolveCalendar(expr: Of<'calendar'>, context: Context, todayFits: TodayFits): DateReadings {
  const found =
    expr.month === null
      ? dayOfSomeMonth(expr, context, todayFits)
      : dayOfMonth(expr, expr.month, context, todayFits);
  if (expr.american === 'no' || expr.month === null || found.spans.length === 0) return found;
  if (expr.american === 'only') return context.english ? found : { ...found, unsure: true };
  if (!context.english) return found;
  const swapped = dayOfMonth({ ...expr, day: expr.month, month: expr.day }, expr.day, context, todayFits);
  return { spans: [...found.spans, ...swapped.spans], unsure: found.unsure };
}

function dayOfMonth(
  expr: Of<'calendar'>,
  month: number,
  context: Context,
  todayFits: TodayFits,
): DateReadings {
  if (expr.year !== null) {
    const day = dayOf(expr.year, month, expr.day);
    if (day === null) return unsure();
    return withWeekday(day, expr.weekday) ? sure(oneDay(day)) : mismatch(day, expr.weekday!);
  }
  const thisYear = partsOf(context.today).year;
  // Eight years either way, for 29 February.
  const days = Array.from({ length: 17 }, (_, index) => dayOf(thisYear - 8 + index, month, expr.day)).filter(
    (day) => day !== null,
  );
  const { chosen, other } = nearest(days, context, todayFits);
  if (chosen === null) return unsure();
  if (expr.weekday !== null && weekdayOf(chosen) !== expr.weekday) {
    const fitting = days.find(
      (day) =>
        weekdayOf(day) === expr.weekday &&
        Math.abs(day - context.today) < 400 &&
        fits(day, context, todayFits),
    );
    return fitting === undefined ? mismatch(chosen, expr.weekday) : unsure(oneDay(fitting), oneDay(chosen));
  }
  const far =
    Math.abs(chosen - context.today) > FAR_DAYS &&
    other !== null &&
    Math.abs(other - context.today) < NEAR_DAYS;
  if (far) return sure(oneDay(chosen), oneDay(other));
  // "29 février", years away: more likely a slip of the pen.
  return Math.abs(chosen - context.today) > LEAP_DAYS ? unsure(oneDay(chosen)) : sure(oneDay(chosen));
}

function dayOfSomeMonth(expr: Of<'calendar'>, context: Context, todayFits: TodayFits): DateReadings {
  const thisMonth = monthIndexOf(context.today);
  const months = Array.from(
    { length: expr.weekday === null ? 9 : 57 },
    (_, index) => thisMonth + index - (expr.weekday === null ? 4 : 28),
  );
  const all = months.map((month) => dayInMonth(month, expr.day)).filter((day) => day !== null);
  const days = all.filter((day) => withWeekday(day, expr.weekday));
  const { chosen, other } = nearest(days, context, todayFits);
  if (chosen === null) return unsure();
  if (expr.weekday === null || Math.abs(chosen - context.today) <= FAR_FOR_A_DAY_OF_MONTH) {
    // "le 1er" looking back on the 31st: tomorrow's is near enough to be meant.
    const close =
      other !== null && Math.abs(other - context.today) <= 2 && Math.abs(chosen - context.today) > 20;
    return close ? sure(oneDay(chosen), oneDay(other)) : sure(oneDay(chosen));
  }
  // "mardi 10" in an appointment of November: rather the one that has just been than one next summer, but ask.
  const near =
    other !== null && Math.abs(other - context.today) <= FAR_FOR_A_DAY_OF_MONTH ? [oneDay(other)] : [];
  const plain = nearest(all, context, todayFits).chosen;
  const wrong = plain === null ? [] : mismatch(plain, expr.weekday).spans;
  return unsure(...near, ...wrong, oneDay(chosen));
}

const FIXED: Readonly<Partial<Record<Holiday, readonly [number, number]>>> = {
  christmas: [12, 25],
  christmasEve: [12, 24],
  newYear: [1, 1],
  newYearsEve: [12, 31],
  bastille: [7, 14],
  assumption: [8, 15],
  allSaints: [11, 1],
  armistice: [11, 11],
  labour: [5, 1],
  victory: [5, 8],
  boxingDay: [12, 26],
  epiphany: [1, 6],
  candlemas: [2, 2],
  valentine: [2, 14],
  stPatrick: [3, 17],
  aprilFools: [4, 1],
  musicDay: [6, 21],
  halloween: [10, 31],
  allSouls: [11, 2],
  bonfireNight: [11, 5],
  feteKaf: [12, 20],
};
const AFTER_EASTER: Readonly<Partial<Record<Holiday, number>>> = {
  shroveTuesday: -47,
  ashWednesday: -46,
  palmSunday: -7,
  maundyThursday: -3,
  goodFriday: -2,
  holySaturday: -1,
  easter: 0,
  easterMonday: 1,
  ascension: 39,
  pentecost: 49,
  whitMonday: 50,
};

function holidayIn(holiday: Holiday, year: number): Day {
  const fixed = FIXED[holiday];
  return fixed ? dayOf(year, fixed[0], fixed[1])! : easterOf(year) + AFTER_EASTER[holiday]!;
}

/** Feasts by name, in the year said or the nearest on the preferred side. */
export function resolveHoliday(expr: Of<'holiday'>, context: Context, todayFits: TodayFits): DateReadings {
  if (expr.year !== null) return sure(oneDay(holidayIn(expr.holiday, expr.year)));
  const thisYear = partsOf(context.today).year;
  const days = [-1, 0, 1].map((years) => holidayIn(expr.holiday, thisYear + years));
  const { chosen, other } = nearest(days, context, todayFits);
  if (chosen === null) return unsure();
  const far = Math.abs(chosen - context.today) > FAR_DAYS;
  const near = other !== null && Math.abs(other - context.today) < NEAR_DAYS;
  return far && near ? sure(oneDay(chosen), oneDay(other)) : sure(oneDay(chosen));
}

/** "les 3 prochains jours", "les 2 dernières semaines": whole units beside the current one. */
export function resolveStretch(expr: Of<'stretch'>, context: Context): DateReadings {
  const { today } = context;
  const { count, direction } = expr;
  if (expr.unit === 'day') {
    return sure(
      direction > 0
        ? { from: today + 1, to: today + count, grain: 'day' }
        : { from: today - count, to: today - 1, grain: 'day' },
    );
  }
  if (expr.unit === 'week' || expr.unit === 'fortnight') {
    const weeks = expr.unit === 'week' ? count : count * 2;
    const start = weekStart(today) + (direction > 0 ? 7 : -7 * weeks);
    return sure({ from: start, to: start + weeks * 7 - 1, grain: 'week' });
  }
  const months = expr.unit === 'month' ? count : count * 12;
  const first = monthIndexOf(today) + (direction > 0 ? 1 : -months);
  return sure({ from: firstOfMonth(first), to: lastOfMonth(first + months - 1), grain: 'month' });
}

/** "il y a deux mois": the same day of the month. */
export function resolveMonthsAway(months: number, context: Context): DateReadings {
  return sure(oneDay(addMonths(context.today, months)));
}
