import type { DateExpr } from '../expressions';
import type { Lexeme } from '../lexer';
import { datesOfList } from '../month-lists';
import { HOLIDAYS } from '../roles';
import { any, glued, lexeme, map, memo, opt, type Pattern, role, seq, upTo, where } from './engine';
import { centuryOf, dayNumber, endsAsDay, fullYear, GOES_ON, has, monthName } from './words';
import {
  calendar,
  dashedOrDotted,
  determiner,
  iso,
  slashed,
  spaced,
  twoDigits,
  weekdayBefore,
} from './numeric-dates';

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

/** "le un décembre", as it is dictated. */
const dictatedFirst: Pattern<number> = map(lexeme('article'), (found, input, at) =>
  found.text === 'un' && has(input, at - 1, 'le') ? 1 : null,
);

/** "12 novembre", "mardi 12 nov. 2026", "1er novembre", "the 12th of November". */
export const dayMonth: Pattern<DateExpr> = memo(
  map(
    seq(
      weekdayBefore,
      determiner,
      any(dayNumber, dictatedFirst),
      opt(role('of', 'de', 'dash')),
      monthName,
      yearAfter,
    ),
    ([weekday, , day, , month, year]) => calendar(day, month, year, weekday),
  ),
);

const ENGLISH_MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?$/u;

/** The English name of a month. */
export const englishMonth: Pattern<number> = where(monthName, (_value, input, at) =>
  ENGLISH_MONTH.test(input[at]!.text),
);

/** "November 12th, 2026", "Nov 12": English words only, for "novembre 2 cours" is no date. */
export const monthDay: Pattern<DateExpr> = map(
  seq(
    weekdayBefore,
    opt(role('on')),
    opt(role('le')),
    englishMonth,
    opt(role('le')),
    where(
      dayNumber,
      (_value, input, _at, next) =>
        endsAsDay(input, next) && !(has(input, next, 'dash') && input[next]!.glued),
    ),
    yearAfter,
  ),
  ([weekday, , , month, , day, year]) => calendar(day, month, year, weekday),
);

const LEADS_TO_DAY = /^(?:on|by|from|until|till|before|after|since|between|and|to)$/u;

/** Before "que": "mieux compris que le 2", "plus dur que le 3", but not "je vois que le 12 est libre". */
const COMPARES = /^(?:mieux|plus|moins|pires?|meilleure?s?|aussi|autant)$/u;
const COMPARED_WITHIN = 4;
const isCompared = (input: readonly Lexeme[], at: number): boolean =>
  input[at - 1]?.text === 'que' &&
  input.slice(Math.max(0, at - 1 - COMPARED_WITHIN), at - 1).some(({ text }) => COMPARES.test(text));

/** "le 12", "du 12", "on the 12th": a number alone is a date only after an article, and "le premier cours" is none. */
export const dayAlone: Pattern<DateExpr> = memo(
  map(seq(opt(role('on')), lexeme('le'), dayNumber), ([, article, day], input, at, next) => {
    if (article.text === 'l' || article.text === 'la') return null;
    // "ma fille est née la première, son frère le second", "dans le 13e": French counts its days, all but the first.
    if (/(?:ieme|^second|\d(?:e|eme|nd))$/u.test(input[next - 1]!.text) && article.text === 'le') return null;
    // "il a mieux compris que le 2": compared with another of its kind.
    if (isCompared(input, at)) return null;
    // "je ne vois que le premier": of some people, not of a month, which is written "le 1er".
    if (input[next - 1]!.text === 'premier') return null;
    // "the second sounds better than the first"
    const spelled =
      article.text === 'the' &&
      input[next - 1]!.digits === 0 &&
      !LEADS_TO_DAY.test(input[at - 1]?.text ?? '') &&
      input[at]!.text !== 'on';
    if (spelled) return null;
    return dayEnds(input, next) && (article.text !== 'the' || has(input, next - 1, 'ordinal'))
      ? calendar(day, null, null, null)
      : null;
  }),
);

const DATED = /^(?:remonte|remontent|remontait|fixee?|fixes|prevue?|prevus|reportee?|repoussee?)$/u;

/** The same after "du" ("le coupon du 12"), or "au" where something ends ("jusqu'au 12"). */
const dayAfterDu: Pattern<DateExpr> = map(seq(role('du', 'au'), dayNumber), ([, day], input, at, next) => {
  const ends =
    has(input, at, 'du') ||
    has(input, at - 1, 'until', 'by', 'before', 'move') ||
    DATED.test(input[at - 1]?.text ?? '');
  return ends && dayEnds(input, next) ? calendar(day, null, null, null) : null;
});

/** Whether a number before this place may be a day of the month: no month, no hour, no noun that it counts. */
export function dayEnds(input: readonly Lexeme[], next: number): boolean {
  if (!endsAsDay(input, next) || has(input, next, 'month', 'monthShort')) return false;
  // "le 20 02 14": one number of several.
  if (
    has(input, next, 'num') &&
    input[next]!.digits > 0 &&
    !has(input, next + 1, 'hour', 'colon', 'meridiem', 'at', 'dash', 'to') &&
    !(has(input, next + 1, 'slash') && has(input, next + 3, 'hour'))
  )
    return false;
  if (!has(input, next - 1, 'ordinal')) return true;
  // "on the 22nd 6pm"
  if (has(input, next, 'num') && has(input, next + 1, 'hour', 'colon', 'meridiem', 'dash', 'to')) return true;
  // An ordinal before a noun counts something else.
  const after = input[next];
  return (
    after === undefined ||
    GOES_ON.test(after.text) ||
    Object.keys(after.roles).some(
      (name) => !['lesson', 'counted', 'weekday', 'weekend', 'unit', 'num'].includes(name),
    )
  );
}

/** "jeudi 12 - 17h-19h": a dash, and behind it a range of its own. */
const isBeforeRange = (input: readonly Lexeme[], next: number): boolean =>
  has(input, next, 'dash') &&
  !input[next]!.glued &&
  has(input, next + 1, 'num') &&
  (has(input, next + 2, 'dash') ||
    (has(input, next + 2, 'hour') && has(input, next + 3, 'dash', 'at', 'num', 'slash')));

/** "vendredi 15", "le mardi 1er". */
export const weekdayDay: Pattern<DateExpr> = memo(
  map(
    seq(opt(role('le', 'on', 'this', 'du')), role('weekday', 'weekdayShort'), opt(role('le')), dayNumber),
    ([, weekday, , day], input, _at, next) => {
      const pair =
        input[next]?.digits === 2 &&
        (next + 1 === input.length || has(input, next + 1, 'comma', 'dot', 'stop'));
      const hours =
        (has(input, next, 'dash', 'slash', 'to', 'month', 'monthShort') && !isBeforeRange(input, next)) ||
        // "Tuesday 5 till 6pm"
        (/^(?:un)?till?$/u.test(input[next]?.text ?? '') && has(input, next + 1, 'num')) ||
        pair;
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
      has(
        input,
        at - 1,
        'before',
        'after',
        'de',
        'by',
        'until',
        'since',
        'filler',
        'fromOn',
        'between',
        'next',
      );
    if (name && !led && input.length > 1) return null;
    return { kind: 'holiday', holiday: HOLIDAYS[found.roles.holiday!]!, year };
  },
);

const MOST_DAYS = 9;
const listOpening = opt(seq(role('les', 'le', 'du'), opt(role('weekdays', 'weekday', 'weekdayShort'))));
const comma = role('comma');
const furtherDay: Pattern<number> = map(
  seq(any<unknown>(seq(opt(comma), role('ou', 'et')), comma), opt(role('le', 'les', 'du')), dayNumber),
  ([, , day]) => day,
);
const isChoice = (input: readonly Lexeme[], at: number, next: number): boolean =>
  input.slice(at, next).some((found) => 'ou' in found.roles);

const several = (
  input: readonly Lexeme[],
  at: number,
  next: number,
  days: readonly number[],
  month: number | null,
  year: number | null,
): DateExpr => ({
  kind: 'several',
  dates: datesOfList(days, month, year),
  all: !isChoice(input, at, next),
});

/** "24 ou 25 novembre", "les 3, 10 et 17 novembre": one month for all. */
const daysOfMonth: Pattern<DateExpr> = map(
  seq(
    listOpening,
    dayNumber,
    furtherDay,
    upTo(MOST_DAYS, furtherDay),
    opt(role('de', 'of')),
    monthName,
    yearAfter,
  ),
  ([, first, second, others, , month, year], input, at, next) =>
    several(input, at, next, [first, second, ...others], month, year),
);

/** "les 1er 8 et 15 juin": without their commas. */
const daysRunOn: Pattern<DateExpr> = map(
  seq(
    role('les'),
    dayNumber,
    upTo(
      MOST_DAYS,
      map(seq(opt(any(comma, role('ou', 'et'))), opt(role('le')), dayNumber), ([, , day]) => day),
    ),
    opt(role('de', 'of')),
    monthName,
    yearAfter,
  ),
  ([, first, others, , month, year], input, at, next) =>
    others.length > 0 ? several(input, at, next, [first, ...others], month, year) : null,
);

/** "12 et 13/11": the month in digits. */
const daysOfNumericMonth: Pattern<DateExpr> = map(
  seq(listOpening, dayNumber, furtherDay, upTo(MOST_DAYS, furtherDay), glued(role('slash')), twoDigits),
  ([, first, second, others, , month], input, at, next) =>
    month.roles.num! > 12 || has(input, next, 'slash', 'hour')
      ? null
      : several(input, at, next, [first, second, ...others], month.roles.num!, null),
);

/** "les 3, 10 et 17". */
const daysAlone: Pattern<DateExpr> = map(
  seq(role('les'), opt(role('weekdays', 'weekday')), dayNumber, furtherDay, upTo(MOST_DAYS, furtherDay)),
  ([, , first, second, others], input, at, next) =>
    endsAsDay(input, next) &&
    !has(input, next, 'month', 'monthShort', 'num') &&
    input[next - 1]!.roles.article === undefined
      ? several(input, at, next, [first, second, ...others], null, null)
      : null,
);

/** One day that names its month, as the end of a span: "le 15 et le 20 février" is read as two ends there, not as a choice. */
export const oneFullDate: Pattern<DateExpr> = memo(
  any<DateExpr>(dayMonth, monthDay, slashed, dashedOrDotted, spaced, iso, holidayDate),
);

/** Dates that name their month. */
export const fullDate: Pattern<DateExpr> = memo(
  any<DateExpr>(oneFullDate, daysOfMonth, daysRunOn, daysOfNumericMonth),
);

/** Every date of the calendar. */
export const calendarDate: Pattern<DateExpr> = memo(
  any<DateExpr>(fullDate, weekdayDay, dayAlone, dayAfterDu, daysAlone),
);
