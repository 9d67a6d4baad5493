import type { DateExpr } from '../expressions';
import type { Lexeme } from '../lexer';
import { any, glued, lexeme, map, opt, role, seq, where } from './engine';
import { centuryOf, endsAsDay, fullYear, has } from './words';

type Calendar = Extract<DateExpr, { kind: 'calendar' }>;

/** A day by its numbers; null for what was not said. */
export function calendar(
  day: number,
  month: number | null,
  year: number | null,
  weekday: number | null,
): Calendar {
  return { kind: 'calendar', day, month, year, weekday, american: 'no' };
}

/** "mardi" before a date. */
export const weekdayBefore = opt(
  map(
    seq(opt(role('le', 'la', 'on', 'this', 'du', 'au')), role('weekday', 'weekdayShort'), opt(role('comma'))),
    ([, day]) => day,
  ),
);

/** "le", "du" before a date. */
export const determiner = opt(seq(opt(role('on')), role('le', 'du', 'la')));

/** One or two digits. */
export const twoDigits = where(lexeme('num'), (found) => found.digits >= 1 && found.digits <= 2);

const yearDigits = map(lexeme('num'), (found, input, _at, next) =>
  found.digits === 4
    ? found.roles.num!
    : // "23.11.17h"
      found.digits === 2 && found.glued && !has(input, next, 'hour')
      ? centuryOf(found.roles.num!)
      : null,
);

/** Two numbers as day and month; the other order when only that one exists. */
export function numeric(a: Lexeme, b: Lexeme, year: number | null, weekday: number | null): Calendar | null {
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

/** 12/11, 12/11/2026. */
export const slashed = map(
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

/** 12.11.2026, le 12-11. */
export const dashedOrDotted = any(
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
      ([weekday, article, a, , b, year], input, at, next) => {
        // "12.11" and "12-11" are also amounts and hours: without a year they need "le" or a weekday before them.
        const led =
          article !== null ||
          weekday !== null ||
          year !== null ||
          has(input, at - 1, 'au', 'du', 'le') ||
          beforeHours(input, next);
        if (!led) return null;
        // "samedi 2-4": hours rather than a date.
        const hours =
          sign === 'dash' && weekday !== null && article === null && !year && a.roles.num! < b.roles.num!;
        if (hours && !a.padded && !b.padded) return null;
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
export const spaced = map(
  seq(
    weekdayBefore,
    determiner,
    twoDigits,
    where(twoDigits, (found) => !found.glued),
    opt(yearApart),
  ),
  ([weekday, article, day, month, year], input, at, next) => {
    // "20 09 à 17h"
    const timed =
      at === 0 &&
      month.padded &&
      has(input, next, 'at') &&
      has(input, next + 1, 'num') &&
      has(input, next + 2, 'hour');
    if (timed) return calendar(day.roles.num!, month.roles.num!, year, weekday);
    const follows = has(input, next, 'month', 'monthShort', 'dash', 'num', 'at', 'to');
    if (month.roles.num! > 12 || month.roles.num! < 1 || !endsAsDay(input, next) || follows) return null;
    const alone = at === 0 && next === input.length;
    const fourDigits = year !== null && input[next - 1]!.digits === 4;
    const hours =
      has(input, next, 'de', 'at') && has(input, next + 1, 'num') && has(input, next + 2, 'hour', 'colon');
    const enough = fourDigits || alone || (article && (month.padded || year !== null || hours));
    return enough ? calendar(day.roles.num!, month.roles.num!, year, weekday) : null;
  },
);

const offsetOfUtc = any<number>(
  map(glued(role('utc')), () => 0),
  map(
    seq(
      glued(role('et', 'dash')),
      where(lexeme('num'), (found) => found.glued),
      opt(
        seq(
          glued(role('colon')),
          where(twoDigits, (found) => found.glued),
        ),
      ),
    ),
    ([, hours, minutes], input, at) => {
      const said = hours.roles.num!;
      const total =
        hours.digits === 4
          ? Math.floor(said / 100) * 60 + (said % 100)
          : said * 60 + (minutes?.[1].roles.num ?? 0);
      return has(input, at, 'dash') ? -total : total;
    },
  ),
);
const gluedTwo = where(twoDigits, (found) => found.glued && found.digits === 2);

/** 2026-11-12T17:00:00Z, 2026-11-12T17:00+01:00: an instant wherever it is read. */
export const instant = map(
  seq(
    fullYear,
    glued(role('dash')),
    gluedTwo,
    glued(role('dash')),
    gluedTwo,
    glued(role('isoT')),
    gluedTwo,
    glued(role('colon')),
    gluedTwo,
    opt(seq(glued(role('colon')), gluedTwo, opt(seq(glued(role('dot')), lexeme('num'))))),
    offsetOfUtc,
  ),
  ([year, , month, , day, , hour, , minute, , offset]) => {
    const fields = [month, day, hour, minute].map((found) => found.roles.num!) as [
      number,
      number,
      number,
      number,
    ];
    const [monthOf, dayOf, hourOf, minuteOf] = fields;
    if (monthOf > 12 || dayOf > 31 || hourOf > 23 || minuteOf > 59) return null;
    return { kind: 'instant' as const, utc: Date.UTC(year, monthOf - 1, dayOf, hourOf, minuteOf - offset) };
  },
);

/** 2026-11-12, 2026/11/12. */
export const iso = map(
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
