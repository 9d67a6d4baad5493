import type { Content, DateExpr } from '../expressions';
import { PARTS, UNITS } from '../roles';
import { calendarDate } from './dates';
import { any, map, opt, type Pattern, role, seq, where } from './engine';
import { plainWeekday, weekdayName } from './weekdays';
import { amount, has } from './words';

const det = opt(role('le', 'this', 'on', 'du'));

/** "la veille de Noël", "le lendemain du 13 février". */
const beside: Pattern<DateExpr> = map(
  seq(opt(role('le', 'la')), role('eve'), opt(role('de')), calendarDate),
  ([, days, , date]) => ({ kind: 'shifted', days, date }),
);

/** après, avant, suivant, d'après, précédant, before a day. */
const besideWord: Pattern<1 | -1> = any<1 | -1>(
  map(role('after'), () => 1 as const),
  map(role('before'), () => -1 as const),
  map(
    where(role('next'), (_value, input, at) => /^(?:d|qui|suivant|following)$/u.test(input[at]!.text)),
    () => 1 as const,
  ),
);

/** "le lundi d'après Noël", "le samedi avant le 12 novembre", "the Monday after Christmas". */
const weekdayBeside: Pattern<DateExpr> = map(
  seq(det, weekdayName, besideWord, calendarDate),
  ([, weekday, direction, date]) => ({ kind: 'weekday-beside', weekday, direction, date }),
);

/** "la semaine avant Noël". */
const weekBeside: Pattern<DateExpr> = map(
  seq(
    det,
    where(role('unit'), (unit) => UNITS[unit] === 'week'),
    besideWord,
    calendarDate,
  ),
  ([, , direction, date]) => ({ kind: 'week-of', date: { kind: 'shifted', days: direction * 7, date } }),
);

/** "la veille au soir", "le lendemain": of a day that the text may not name; today's is a guess. */
const besideSome: Pattern<Content> = map(
  seq(
    opt(role('le', 'la')),
    role('eve'),
    opt(map(seq(opt(role('au', 'le')), role('part')), ([, part]) => PARTS[part]!)),
  ),
  ([, days, part]) => ({
    date: { kind: 'relative-day', days },
    ...(part === null ? {} : { time: { kind: 'part' as const, part, edge: null } }),
    beside: days,
    doubtful: true,
  }),
);

/** "le 10 novembre dernier", "mardi 24 prochain". */
const directed: Pattern<DateExpr> = any<DateExpr>(
  map(seq(calendarDate, role('last')), ([date]) => ({ kind: 'toward', date, prefer: 'past' })),
  map(seq(calendarDate, role('next')), ([date]) => ({ kind: 'toward', date, prefer: 'future' })),
);

/** "2 jours après Noël", "une semaine avant le 12": counted from the day named. */
const daysBeside: Pattern<DateExpr> = map(
  seq(
    amount,
    where(role('unit'), (unit) => UNITS[unit] === 'day' || UNITS[unit] === 'week'),
    role('after', 'before'),
    any(calendarDate, plainWeekday),
  ),
  ([count, unit, , date], input, at) => {
    const direction = has(input, at + 2, 'before') ? -1 : 1;
    return { kind: 'shifted', days: count * (UNITS[unit] === 'week' ? 7 : 1) * direction, date };
  },
);

/** What days counted from another day say. */
export const besideRules: readonly Pattern<Content>[] = [
  map(any(beside, daysBeside, weekdayBeside, weekBeside, directed), (date) => ({ date })),
  besideSome,
];
