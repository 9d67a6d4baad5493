import type { Content, DateExpr, Edge, MonthExpr } from '../expressions';
import { UNITS, type Unit } from '../roles';
import { any, lexeme, map, memo, opt, type Pattern, role, seq, where } from './engine';
import { dayNumber, edge, fullYear, has, linkOf, monthName } from './words';

/** Words that may stand before a period: "la", "cette", "en". */
export const det = opt(any(role('le', 'la', 'this', 'du', 'au', 'en', 'inEnglish', 'de', 'les'), role('at')));

/** The word for one unit of time. */
export const unit = (name: Unit) => where(role('unit'), (value) => UNITS[value] === name);

/** prochain / dernier / en cours, -ci, before or after the noun: 1, -1 or 0. */
export const shift: Pattern<number> = any<number>(
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

/** A whole unit beside the current one: how many ahead (1), behind (-1) or none. */
export function period(name: Unit): Pattern<number> {
  return any(
    map(seq(det, opt(role('le', 'la')), unit(name), shift), ([, , , steps]) => steps),
    map(seq(det, opt(role('le', 'la')), shift, unit(name)), ([, , steps]) => steps),
    map(seq(role('this'), unit(name)), () => 0),
    map(seq(role('in'), role('le', 'la'), unit(name)), () => 0),
  );
}

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

/** "pour": the only filler that can stand before a month. */
const pour = where(role('filler'), (_value, input, at) => input[at]!.text === 'pour');

/** "le bulletin de mars", "rien pour mars": a small letter, for "le cours d'Avril" is a person's. */
export const monthAfterDe: Pattern<DateExpr> = map(
  seq(any(role('de'), pour), lexeme('monthShort')),
  ([, found]) =>
    !found.capital &&
    ['mars', 'avril', 'mai', 'sept', 'janv', 'fev', 'fevr', 'avr', 'juil', 'oct', 'nov', 'dec'].includes(
      found.text,
    )
      ? { kind: 'month', month: named(found.roles.monthShort!, null), edge: null }
      : null,
);

/** The English months that are no one's name. */
const PLAIN_MONTHS = ['january', 'february', 'march', 'july', 'september', 'october', 'november', 'december'];

const PAID =
  /^(?:pay|payslips?|salary|wages|invoices?|hours|lessons?|sessions?|coupons?|money|bill|payment|balance)$/u;

/** "my August payslip", "my pay for April": a month that is also a name, beside what is paid by the month. */
export const monthOfPay: Pattern<DateExpr> = any<DateExpr>(
  map(any(role('month'), role('monthShort')), (found, input, at, next) =>
    PAID.test(input[next]?.text ?? '') && at > 0 && input[at]!.text.length > 3
      ? { kind: 'month', month: named(found, null), edge: null }
      : null,
  ),
  map(
    seq(
      where(
        role('during'),
        (_value, input, at) => input[at]!.text === 'for' && PAID.test(input[at - 1]?.text ?? ''),
      ),
      monthName,
    ),
    ([, found], input, _at, next) =>
      has(input, next, 'num', 'ordinal') ? null : { kind: 'month', month: named(found, null), edge: null },
  ),
);

/** "payslip for March". */
export const monthAfterFor: Pattern<DateExpr> = map(
  seq(
    where(role('during'), (_value, input, at) => input[at]!.text === 'for'),
    monthName,
  ),
  ([, found], input, _at, next) =>
    PLAIN_MONTHS.includes(input[next - 1]!.text) && !has(input, next, 'num', 'ordinal')
      ? { kind: 'month', month: named(found, null), edge: null }
      : null,
);

/** A month, or its beginning, middle or end. */
export const month: Pattern<DateExpr> = any<DateExpr>(
  map(seq(opt(role('de')), monthInContext), ([, found]) => ({ kind: 'month', month: found, edge: null })),
  map(seq(edge, linkOf, anyMonth), ([where_, , found]) => ({ kind: 'month', month: found, edge: where_ })),
);

/** "le 5 du mois prochain", "le 12 de ce mois". */
export const dayOfRelativeMonth: Pattern<DateExpr> = map(
  seq(role('le', 'du', 'au'), dayNumber, opt(role('du', 'de')), period('month')),
  ([, day, , months]) => ({ kind: 'day-of-month', day, month: { kind: 'relative', months } }),
);

/** first..fifth or last, before what is counted. */
const rank: Pattern<number> = any<number>(
  role('ordinal'),
  map(role('last'), () => -1),
);

/** "le premier lundi de décembre", "le dernier jour du mois", "la première quinzaine d'avril". */
export const nth: Pattern<DateExpr> = any<DateExpr>(
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
  map(seq(opt(role('le', 'la')), role('ordinal'), role('weekday')), ([lead, position, weekday], input, at) =>
    // "Lina 3eme samedi 10h": a school year.
    position <= 5 && (lead !== null || !/^\d(?:e|eme|ieme|ere|nde?)$/u.test(input[at]!.text))
      ? { kind: 'nth', nth: position, of: weekday, month: null }
      : null,
  ),
  map(seq(opt(role('la')), rank, unit('fortnight'), linkOf, anyMonth), ([, position, , , found]) =>
    position <= 2 ? { kind: 'half-month', half: position === 1 ? 1 : 2, month: found } : null,
  ),
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
export const loneMonth: Pattern<Content> = map(role('monthShort'), (found, input) =>
  input.length === 1
    ? { date: { kind: 'month', month: named(found, null), edge: null }, doubtful: true }
    : null,
);
