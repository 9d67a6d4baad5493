import type { Content, DateExpr } from '../expressions';
import type { Lexeme } from '../lexer';
import { HOLIDAYS } from '../roles';
import { any, glued, lexeme, map, memo, opt, type Pattern, role, seq, where } from './engine';
import { centuryOf, dayNumber, endsAsDay, fullYear, has, monthName } from './words';

type Calendar = Extract<DateExpr, { kind: 'calendar' }>;

function calendar(day: number, month: number | null, year: number | null, weekday: number | null): Calendar {
  return { kind: 'calendar', day, month, year, weekday, american: 'no' };
}

const weekdayBefore = opt(
  map(
    seq(opt(role('le', 'la', 'on', 'this', 'du', 'au')), role('weekday', 'weekdayShort'), opt(role('comma'))),
    ([, day]) => day,
  ),
);
const determiner = opt(seq(opt(role('on')), role('le', 'du', 'la')));

/** A number after a month is a year in four digits, or two when nothing makes it an hour or a count. */
const yearAfter = opt(map(seq(opt(role('comma', 'de')), any(fullYear, shortYear())), ([, year]) => year));

function shortYear(): Pattern<number> {
  return where(
    map(lexeme('num'), (found) =>
      found.digits === 2 && found.roles.num! >= 20 ? centuryOf(found.roles.num!) : null,
    ),
    (_value, input, _at, next) =>
      endsAsDay(input, next) && !has(input, next, 'dash', 'month', 'monthShort', 'at', 'to'),
  );
}

/** "12 novembre", "mardi 12 nov. 2026", "1er novembre", "the 12th of November". */
export const dayMonth: Pattern<DateExpr> = memo(
  map(
    seq(weekdayBefore, determiner, dayNumber, opt(role('of', 'de', 'dash')), monthName, yearAfter),
    ([weekday, , day, , month, year]) => calendar(day, month, year, weekday),
  ),
);

const ENGLISH_MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?$/u;

/** "November 12th, 2026", "Nov 12": English words only, for "novembre 2 cours" is no date. */
export const monthDay: Pattern<DateExpr> = map(
  seq(
    weekdayBefore,
    opt(role('on')),
    opt(role('le')),
    where(monthName, (_value, input, at) => ENGLISH_MONTH.test(input[at]!.text)),
    opt(role('le')),
    where(
      dayNumber,
      (_value, input, _at, next) =>
        (endsAsDay(input, next) && !has(input, next, 'dash', 'at')) || has(input, next, 'at'),
    ),
    yearAfter,
  ),
  ([weekday, , , month, , day, year]) => calendar(day, month, year, weekday),
);

const twoDigits = where(lexeme('num'), (found) => found.digits >= 1 && found.digits <= 2);
const yearDigits = map(lexeme('num'), (found) =>
  found.digits === 4
    ? found.roles.num!
    : found.digits === 2 && found.glued
      ? centuryOf(found.roles.num!)
      : null,
);

/** Two numbers as day and month; the other order when only that one exists. */
function numeric(a: Lexeme, b: Lexeme, year: number | null, weekday: number | null): Calendar | null {
  const first = a.roles.num!;
  const second = b.roles.num!;
  if (first < 1 || second < 1 || first > 31 || second > 31) return null;
  if (second <= 12)
    return {
      ...calendar(first, second, year, weekday),
      american: first <= 12 && first !== second ? 'either' : 'no',
    };
  return first <= 12 ? { ...calendar(second, first, year, weekday), american: 'only' } : null;
}

const slashed = map(
  seq(weekdayBefore, determiner, twoDigits, role('slash'), twoDigits, opt(seq(role('slash'), yearDigits))),
  ([weekday, article, a, , b, year], input, _at, next) => {
    if (has(input, next, 'hour') || (has(input, next, 'slash') && !year)) return null;
    // "1/3 des élèves" is a share.
    const share = !article && weekday === null && !year && a.roles.num! < b.roles.num! && a.roles.num! <= 4;
    if (share && has(input, next, 'de', 'du', 'fromOn') && !has(input, next + 1, 'num')) return null;
    return numeric(a, b, year?.[1] ?? null, weekday);
  },
);

/** "23.11. 17h", "23.11 à 17h": what follows shows that it was a date. */
const beforeHours = (input: readonly Lexeme[], next: number): boolean => {
  const at = next + (has(input, next, 'dot') ? 1 : 0);
  const number = at + (has(input, at, 'at', 'de', 'between') ? 1 : 0);
  return has(input, number, 'num') && !input[number]!.glued && has(input, number + 1, 'hour', 'colon');
};

const dashedOrDotted = any(
  ...(['dash', 'dot'] as const).map((sign) =>
    map(
      seq(
        weekdayBefore,
        determiner,
        twoDigits,
        glued(role(sign)),
        where(twoDigits, (found) => found.glued),
        opt(seq(glued(role(sign)), yearDigits)),
        sign === 'dot'
          ? opt(map(glued(role('dot')), (value, input, _at, next) => (next < input.length ? value : null)))
          : opt(role('isoT')),
      ),
      ([weekday, article, a, , b, year], input, _at, next) => {
        // "12.11" and "12-11" are also amounts and hours: without a year they need "le" or a weekday before them.
        const led =
          article !== null ||
          weekday !== null ||
          year !== null ||
          (sign === 'dot' && beforeHours(input, next));
        if (!led) return null;
        if (!year && !endsAsDay(input, next)) return null;
        return numeric(a, b, year?.[1] ?? null, weekday);
      },
    ),
  ),
);

const yearApart = map(lexeme('num'), (found) =>
  found.glued
    ? null
    : found.digits === 4
      ? found.roles.num!
      : found.digits === 2
        ? centuryOf(found.roles.num!)
        : null,
);

/** "12 11 2026", "le 17 02", "20 02 14": three numbers, or two after "le", or nothing else in the text. */
const spaced = map(
  seq(
    weekdayBefore,
    determiner,
    twoDigits,
    where(twoDigits, (found) => !found.glued),
    opt(yearApart),
  ),
  ([weekday, article, day, month, year], input, at, next) => {
    const follows = has(input, next, 'month', 'monthShort', 'dash', 'num', 'at', 'to');
    if (month.roles.num! > 12 || month.roles.num! < 1 || !endsAsDay(input, next) || follows) return null;
    const alone = at === 0 && next === input.length;
    const fourDigits = year !== null && input[next - 1]!.digits === 4;
    const enough = fourDigits || alone || (article && (month.padded || year !== null));
    return enough ? calendar(day.roles.num!, month.roles.num!, year, weekday) : null;
  },
);

const iso = map(
  seq(
    weekdayBefore,
    determiner,
    fullYear,
    glued(role('dash', 'slash', 'dot')),
    where(twoDigits, (found) => found.glued),
    glued(role('dash', 'slash', 'dot')),
    where(twoDigits, (found) => found.glued),
    opt(glued(role('isoT'))),
  ),
  ([weekday, , year, , month, , day]) => calendar(day.roles.num!, month.roles.num!, year, weekday),
);

/** "le 12", "du 12", "on the 12th": a number alone is a date only after an article, and "le premier cours" is none. */
export const dayAlone: Pattern<DateExpr> = memo(
  map(seq(opt(role('on')), lexeme('le'), dayNumber), ([, article, day], input, _at, next) => {
    if (article.text === 'l' || article.text === 'la') return null;
    return dayEnds(input, next) && (article.text !== 'the' || has(input, next - 1, 'ordinal'))
      ? calendar(day, null, null, null)
      : null;
  }),
);

/** The same after "du" ("le coupon du 12"), or "au" where something ends ("jusqu'au 12"). */
const dayAfterDu: Pattern<DateExpr> = map(seq(role('du', 'au'), dayNumber), ([, day], input, at, next) => {
  const ends = has(input, at, 'du') || has(input, at - 1, 'until', 'by', 'before');
  return ends && dayEnds(input, next) ? calendar(day, null, null, null) : null;
});

function dayEnds(input: readonly Lexeme[], next: number): boolean {
  if (!endsAsDay(input, next) || has(input, next, 'month', 'monthShort')) return false;
  // "le 20 02 14": one number of several.
  if (
    has(input, next, 'num') &&
    input[next]!.digits > 0 &&
    !has(input, next + 1, 'hour', 'colon', 'meridiem', 'at', 'dash', 'to')
  )
    return false;
  if (!has(input, next - 1, 'ordinal')) return true;
  // An ordinal before a noun counts something else.
  const after = input[next];
  return (
    after === undefined ||
    Object.keys(after.roles).some(
      (name) => !['lesson', 'counted', 'weekday', 'weekend', 'unit', 'num'].includes(name),
    )
  );
}

/** "vendredi 15", "le mardi 1er". */
export const weekdayDay: Pattern<DateExpr> = memo(
  map(
    seq(opt(role('le', 'on', 'this', 'du')), role('weekday', 'weekdayShort'), opt(role('le')), dayNumber),
    ([, weekday, , day], input, _at, next) => {
      const hours = has(input, next, 'dash', 'slash', 'to') || has(input, next, 'month', 'monthShort');
      return hours || !endsAsDay(input, next) ? null : calendar(day, null, null, weekday);
    },
  ),
);

const holidayDate: Pattern<DateExpr> = map(
  seq(opt(role('at', 'le', 'la', 'les', 'on')), opt(role('la')), lexeme('holiday'), yearAfter),
  ([lead, , found, year], input, at, next) => {
    // "Noël" is also a first name: it needs a word before it, a year, or to stand alone.
    const name = found.text === 'noel' && next - at === 1;
    const led =
      lead !== null ||
      year !== null ||
      has(input, at - 1, 'before', 'after', 'de', 'by', 'until', 'since', 'filler', 'fromOn');
    if (name && !led && input.length > 1) return null;
    return { kind: 'holiday', holiday: HOLIDAYS[found.roles.holiday!]!, year };
  },
);

/** "24 ou 25 novembre", "le 24 et le 25/11": one month for both days. */
const eitherDay: Pattern<DateExpr> = map(
  seq(determiner, dayNumber, role('ou', 'et'), determiner, dayNumber, monthName, yearAfter),
  ([, first, , , second, month, year]) => ({
    kind: 'either',
    dates: [calendar(first, month, year, null), calendar(second, month, year, null)],
  }),
);

/** Dates that name their month. */
export const fullDate: Pattern<DateExpr> = memo(
  any<DateExpr>(dayMonth, monthDay, slashed, dashedOrDotted, spaced, iso, holidayDate, eitherDay),
);

/** Every date of the calendar. */
export const calendarDate: Pattern<DateExpr> = memo(
  any<DateExpr>(fullDate, weekdayDay, dayAlone, dayAfterDu),
);

const asContent = (date: DateExpr): Content => ({ date });

/** "32/11", "le 45": looks like a date and is none. */
const impossibleDate: Pattern<Content> = map(
  seq(role('le'), lexeme('num'), opt(seq(role('slash'), twoDigits))),
  ([, day, month], input, _at, next) => {
    const value = day.roles.num!;
    const bad = month ? value > 31 || month[1].roles.num! > 12 : value > 31 && day.digits === 2;
    return bad && endsAsDay(input, next) ? { trouble: 'impossible' as const } : null;
  },
);

const impossibleDayMonth: Pattern<Content> = map(seq(lexeme('num'), monthName), ([day]) =>
  day.digits === 2 && day.roles.num! > 31 ? { trouble: 'impossible' as const } : null,
);

/** "12.11" as the whole text: a date perhaps. */
const loneDotted: Pattern<Content> = map(
  seq(
    twoDigits,
    glued(role('dot')),
    where(twoDigits, (found) => found.glued),
  ),
  ([day, , month], input, at, next) => {
    const date =
      at === 0 && next === input.length && month.roles.num! <= 12 ? numeric(day, month, null, null) : null;
    return date && { date, doubtful: true };
  },
);

export const dateRules: readonly Pattern<Content>[] = [
  map(calendarDate, asContent),
  loneDotted,
  impossibleDate,
  impossibleDayMonth,
];
