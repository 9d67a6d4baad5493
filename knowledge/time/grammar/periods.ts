import type { Content, DateExpr } from '../expressions';
import type { Lexeme } from '../lexer';
import { UNITS } from '../roles';
import { dayMonth, fullDate, weekdayDay, dayAlone } from './dates';
import { any, lexeme, map, memo, opt, type Pattern, role, seq, where } from './engine';
import { amount, dayNumber, edge, endsAsDay, fullYear, has, linkOf } from './words';
import {
  dayOfRelativeMonth,
  det,
  loneMonth,
  month,
  monthAfterDe,
  monthAfterFor,
  monthOfPay,
  nth,
  period,
  shift,
  unit,
} from './months';

/** "la semaine prochaine", "cette semaine", "last week". */
export const relativeWeek: Pattern<DateExpr> = memo(
  map(period('week'), (weeks) => ({
    kind: 'week',
    weeks,
    edge: null,
  })),
);

/** "courant". */
const WHOLE = 2;

const week: Pattern<DateExpr> = any<DateExpr>(
  relativeWeek,
  map(seq(edge, linkOf, unit('week'), opt(shift)), ([where_, , , weeks]) => ({
    kind: 'week',
    weeks: weeks ?? 0,
    edge: where_,
  })),
  map(seq(edge, linkOf, period('week')), ([where_, , weeks]) => ({ kind: 'week', weeks, edge: where_ })),
  map(
    seq(
      // "dans la semaine du 5 octobre" is not this week.
      opt(
        any(
          role('in', 'during'),
          where(role('edge'), (value) => value === WHOLE),
        ),
      ),
      det,
      unit('week'),
      opt(role('du', 'of', 'de')),
      opt(role('le')),
      any(fullDate, dayMonth, weekdayDay, dayAlone, bareDay()),
    ),
    ([, , , , , date]) => ({ kind: 'week-of', date }),
  ),
  map(
    seq(
      opt(role('la', 'le', 'en')),
      unit('week'),
      where(role('num'), (value) => value >= 1 && value <= 53),
      opt(fullYear),
    ),
    ([, , number, year], input, _at, next) =>
      endsAsDay(input, next) ? { kind: 'iso-week', week: number, year } : null,
  ),
  // "en semaine 10": elsewhere the two words mean working days.
  map(
    seq(
      where(role('habitual'), (_value, input, at) => isOnWorkingDays(input[at]!)),
      where(role('num'), (value) => value >= 1 && value <= 53),
      opt(fullYear),
    ),
    ([, number, year], input, at, next) =>
      input[at + 1]!.digits > 0 && endsAsDay(input, next) ? { kind: 'iso-week', week: number, year } : null,
  ),
);

const isOnWorkingDays = ({ text, from, to }: Lexeme): boolean =>
  text === 'en' && to - from === 'en semaine'.length;

/** "celle d'après", "celui qui suit": the one after that which was named. */
const theOneAfter = seq(
  opt(role('comma')),
  opt(role('but')),
  where(role('next'), (_value, input, at) => /^cel(?:le|ui)$/u.test(input[at]!.text)),
);

/** "pas la semaine prochaine, celle d'après", "pas ce week-end mais celui d'après". */
const notThatButNext: Pattern<DateExpr> = any<DateExpr>(
  map(seq(role('not'), relativeWeek, theOneAfter), ([, found]) =>
    found.kind === 'week' ? { ...found, weeks: found.weeks + 1 } : null,
  ),
  // "pas lundi prochain, celui d'après"
  map(
    seq(role('not'), opt(role('le', 'this')), role('weekday'), opt(role('next')), theOneAfter),
    ([, , weekday]) => ({
      kind: 'weekday',
      weekday,
      which: 'after',
      weeks: 1,
    }),
  ),
  map(seq(role('not'), role('this'), role('weekend'), theOneAfter), () => ({
    kind: 'weekend',
    which: 'next',
  })),
  map(seq(role('not'), opt(role('le')), role('weekend'), role('next'), theOneAfter), () => ({
    kind: 'weekend',
    which: 'after',
  })),
);

function bareDay(): Pattern<DateExpr> {
  return map(dayNumber, (day, input, at, next) =>
    has(input, at - 1, 'du', 'le', 'of') && endsAsDay(input, next)
      ? { kind: 'calendar', day, month: null, year: null, weekday: null, american: 'no' }
      : null,
  );
}

type Which = 'bare' | 'next' | 'last' | 'this' | 'after';

const weekend: Pattern<DateExpr> = map(
  seq(
    opt(role('this', 'le', 'la', 'du', 'on', 'at', 'en')),
    opt(role('le')),
    opt(shift),
    lexeme('weekend'),
    opt(shift),
    opt(
      seq(
        role('en'),
        where(role('num'), (n) => n === 8),
      ),
    ),
  ),
  ([lead, , before, word, after, weeks], input, at) => {
    if (word.text === 'we' && lead === null && before === null) return null;
    const steps = before ?? after;
    const which: Which = weeks
      ? 'after'
      : steps === 1
        ? 'next'
        : steps === -1
          ? 'last'
          : has(input, at, 'this')
            ? 'this'
            : 'bare';
    return { kind: 'weekend', which };
  },
);

/** "le week-end du 21". */
const weekendOf: Pattern<DateExpr> = map(
  seq(
    opt(role('le')),
    role('weekend'),
    role('du', 'of'),
    opt(role('le')),
    any(fullDate, dayMonth, bareDay()),
  ),
  ([, , , , date]) => ({ kind: 'weekend-of', date }),
);

/** "the week after next". */
const weekAfterNext: Pattern<DateExpr> = map(
  seq(opt(role('le')), unit('week'), role('after'), role('next')),
  () => ({ kind: 'week', weeks: 2, edge: null }),
);

const year: Pattern<DateExpr> = any<DateExpr>(
  map(period('year'), (years) => ({ kind: 'year', years, year: null, edge: null })),
  map(
    seq(
      edge,
      linkOf,
      opt(
        any(
          period('year'),
          map(unit('year'), () => 0),
        ),
      ),
      opt(fullYear),
    ),
    ([where_, , years, absolute]) =>
      years === null && absolute === null
        ? null
        : { kind: 'year', years: absolute === null ? years : null, year: absolute, edge: where_ },
  ),
  map(seq(unit('year'), fullYear), ([, absolute]) => ({
    kind: 'year',
    years: null,
    year: absolute,
    edge: null,
  })),
  map(seq(role('en', 'inEnglish'), fullYear), ([, absolute], input, _at, next) =>
    endsAsDay(input, next) && !has(input, next, 'dash')
      ? { kind: 'year', years: null, year: absolute, edge: null }
      : null,
  ),
);

/** "les 3 prochains jours", "2 dernières semaines". */
const stretch: Pattern<DateExpr> = any<DateExpr>(
  map(
    seq(opt(role('les', 'in')), opt(role('les')), amount, any(role('next'), role('last')), role('unit')),
    ([, , count, , which], input, _at, next) => stretchOf(count, which, has(input, next - 2, 'next')),
  ),
  map(
    seq(opt(role('les')), amount, role('unit'), any(role('next'), role('last'))),
    ([, count, which], input, _at, next) => stretchOf(count, which, has(input, next - 1, 'next')),
  ),
);

function stretchOf(count: number, which: number, next: boolean): DateExpr | null {
  const name = UNITS[which]!;
  if (name === 'second' || name === 'minute' || name === 'hour' || count < 1 || count > 99) return null;
  return { kind: 'stretch', count, unit: name, direction: next ? 1 : -1 };
}

/** "le deuxième trimestre", "ce semestre", "le trimestre dernier": of the calendar, or of the school. */
const term: Pattern<Content> = any<Content>(
  map(seq(opt(role('le', 'au', 'du', 'this')), role('ordinal'), role('term')), ([, nth, months]) =>
    nth * months <= 12 ? { date: { kind: 'term', months, nth, steps: 0 }, doubtful: true } : null,
  ),
  map(seq(role('this'), role('term')), ([, months]) => ({
    date: { kind: 'term', months, nth: null, steps: 0 },
    doubtful: true,
  })),
  map(seq(opt(role('le', 'au', 'du')), role('term'), shift), ([, months, steps]) => ({
    date: { kind: 'term', months, nth: null, steps },
    doubtful: true,
  })),
  map(seq(opt(role('le', 'au', 'du')), shift, role('term')), ([, steps, months]) => ({
    date: { kind: 'term', months, nth: null, steps },
    doubtful: true,
  })),
);

/** Weeks, weekends, months, years and what is counted within them. */
export const periodDate: Pattern<DateExpr> = memo(
  any<DateExpr>(
    week,
    weekAfterNext,
    notThatButNext,
    weekend,
    weekendOf,
    month,
    monthAfterDe,
    monthAfterFor,
    monthOfPay,
    dayOfRelativeMonth,
    nth,
    year,
    stretch,
  ),
);

/** What weeks, months and years say. */
export const periodRules: readonly Pattern<Content>[] = [
  map(periodDate, (date) => ({ date })),
  term,
  loneMonth,
];
