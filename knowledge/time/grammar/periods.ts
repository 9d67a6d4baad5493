import type { Content, DateExpr, Edge, MonthExpr } from '../expressions';
import { UNITS, type Unit } from '../roles';
import { dayMonth, fullDate, weekdayDay, dayAlone } from './dates';
import { any, lexeme, map, memo, opt, type Pattern, role, seq, where } from './engine';
import { amount, dayNumber, edge, endsAsDay, fullYear, has, linkOf, monthName } from './words';

const det = opt(any(role('le', 'la', 'this', 'du', 'au', 'en', 'inEnglish', 'de', 'les'), role('at')));
const unit = (name: Unit) => where(role('unit'), (value) => UNITS[value] === name);

/** prochain / dernier / en cours, -ci, before or after the noun: 1, -1 or 0. */
const shift: Pattern<number> = any<number>(
  map(role('next'), () => 1),
  map(role('last'), () => -1),
  map(
    seq(
      role('en'),
      where(role('lesson', 'counted'), (_v, input, at) => input[at]!.text === 'cours'),
    ),
    () => 0,
  ),
);

function period(name: Unit): Pattern<number> {
  return any(
    map(seq(det, opt(role('le', 'la')), unit(name), shift), ([, , , steps]) => steps),
    map(seq(det, opt(role('le', 'la')), shift, unit(name)), ([, , steps]) => steps),
    map(seq(role('this'), unit(name)), () => 0),
    map(seq(role('in'), role('le', 'la'), unit(name)), () => 0),
  );
}

/** "la semaine prochaine", "cette semaine", "last week". */
export const relativeWeek: Pattern<DateExpr> = memo(
  map(period('week'), (weeks) => ({
    kind: 'week',
    weeks,
    edge: null,
  })),
);

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
      det,
      unit('week'),
      opt(role('du', 'of', 'de')),
      opt(role('le')),
      any(fullDate, dayMonth, weekdayDay, dayAlone, bareDay()),
    ),
    ([, , , , date]) => ({ kind: 'week-of', date }),
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
);

function bareDay(): Pattern<DateExpr> {
  return map(dayNumber, (day, input, at, next) =>
    has(input, at - 1, 'du', 'le') && endsAsDay(input, next)
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

const named = (
  month: number,
  year: number | null,
  toward: 'next' | 'last' | 'this' | null = null,
): MonthExpr => ({ kind: 'named', month, year, toward });

const directionAfter = opt(
  any(
    map(role('next'), () => 'next' as const),
    map(role('last'), () => 'last' as const),
  ),
);
const yearAfter = opt(map(seq(opt(role('de')), fullYear), ([, year]) => year));

/** A month with something that shows it is one: "en mars", "mars 2026", "le mois d'octobre", "mars dernier". */
const monthInContext: Pattern<MonthExpr> = memo(
  any<MonthExpr>(
    map(seq(role('month'), yearAfter, directionAfter), ([month, year, toward]) => named(month, year, toward)),
    map(seq(role('monthShort'), fullYear), ([month, year]) => named(month, year)),
    map(
      seq(
        role('monthShort'),
        any(
          map(role('next'), () => 'next' as const),
          map(role('last'), () => 'last' as const),
        ),
      ),
      ([month, toward]) => named(month, null, toward),
    ),
    map(seq(role('next', 'last'), role('month', 'monthShort')), ([, month], input, at) =>
      named(month, null, has(input, at, 'next') ? 'next' : 'last'),
    ),
    map(seq(role('en', 'inEnglish'), monthName, yearAfter), ([, month, year], input, at) =>
      has(input, at, 'inEnglish') || input[at + 1]!.text !== 'may' ? named(month, year) : null,
    ),
    map(
      seq(
        opt(role('en', 'inEnglish', 'le', 'au', 'du')),
        unit('month'),
        role('de', 'of'),
        monthName,
        yearAfter,
        directionAfter,
      ),
      ([, , , month, year, toward]) => named(month, year, toward),
    ),
    map(seq(any(role('num')), role('slash'), fullYear), ([month, , year], input, at) =>
      month >= 1 && month <= 12 && input[at]!.digits <= 2 && !has(input, at - 1, 'slash', 'dash')
        ? named(month, year)
        : null,
    ),
    map(period('month'), (months) => ({ kind: 'relative', months })),
  ),
);

/** A month after words that can only be followed by one: "fin mars", "le premier lundi de mai". */
const anyMonth: Pattern<MonthExpr> = memo(
  any<MonthExpr>(
    monthInContext,
    map(seq(monthName, yearAfter, directionAfter), ([month, year, toward]) => named(month, year, toward)),
    map(seq(unit('month')), () => ({ kind: 'relative', months: 0 })),
  ),
);

/** "le bulletin de mars": a small letter, for "le cours d'Avril" is a person's. */
const monthAfterDe: Pattern<DateExpr> = map(seq(role('de'), lexeme('monthShort')), ([, found]) =>
  !found.capital && ['mars', 'avril', 'mai', 'sept', 'janv', 'fev'].includes(found.text)
    ? { kind: 'month', month: named(found.roles.monthShort!, null), edge: null }
    : null,
);

const month: Pattern<DateExpr> = any<DateExpr>(
  map(seq(opt(role('de')), monthInContext), ([, found]) => ({ kind: 'month', month: found, edge: null })),
  map(seq(edge, linkOf, anyMonth), ([where_, , found]) => ({ kind: 'month', month: found, edge: where_ })),
);

/** "le 5 du mois prochain", "le 12 de ce mois". */
const dayOfRelativeMonth: Pattern<DateExpr> = map(
  seq(role('le', 'du', 'au'), dayNumber, opt(role('du', 'de')), period('month')),
  ([, day, , months]) => ({ kind: 'day-of-month', day, month: { kind: 'relative', months } }),
);

/** first..fifth or last, before what is counted. */
const rank: Pattern<number> = any<number>(
  role('ordinal'),
  map(role('last'), () => -1),
);

const nth: Pattern<DateExpr> = any<DateExpr>(
  map(
    seq(
      opt(role('le', 'la')),
      rank,
      any<number | 'day' | 'week' | 'weekend'>(
        role('weekday'),
        map(unit('day'), () => 'day' as const),
        map(unit('week'), () => 'week' as const),
        map(role('weekend'), () => 'weekend' as const),
      ),
      linkOf,
      anyMonth,
    ),
    ([, position, of, , found]) => (position <= 31 ? { kind: 'nth', nth: position, of, month: found } : null),
  ),
  map(seq(opt(role('le', 'la')), role('ordinal'), role('weekday')), ([, position, weekday]) =>
    position <= 5 ? { kind: 'nth', nth: position, of: weekday, month: null } : null,
  ),
  map(seq(opt(role('la')), rank, unit('fortnight'), linkOf, anyMonth), ([, position, , , found]) =>
    position <= 2 ? { kind: 'half-month', half: position === 1 ? 1 : 2, month: found } : null,
  ),
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

export const periodDate: Pattern<DateExpr> = memo(
  any<DateExpr>(week, weekend, month, monthAfterDe, dayOfRelativeMonth, nth, year, stretch),
);

/** Where a span begins or ends: month names count there even when they mean other things too. */
export const edgedMonth: Pattern<DateExpr> = memo(
  map(seq(opt(edge), linkOf, anyMonth), ([where_, , found]) => ({
    kind: 'month',
    month: found,
    edge: where_ as Edge | null,
  })),
);

/** "Avril" or "mars" as the whole text: a month perhaps, a name perhaps. */
const loneMonth: Pattern<Content> = map(role('monthShort'), (found, input) =>
  input.length === 1
    ? { date: { kind: 'month', month: named(found, null), edge: null }, doubtful: true }
    : null,
);

export const periodRules: readonly Pattern<Content>[] = [map(periodDate, (date) => ({ date })), loneMonth];
