import type { Content, DateExpr } from '../expressions';
import type { Lexeme } from '../lexer';
import { UNITS } from '../roles';
import { any, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { lengthOfTime } from './durations';
import { amount, has } from './words';

/** "hier", "demain", "aujourd'hui". */
export const relativeDay: Pattern<DateExpr> = map(seq(opt(role('de')), role('relativeDay')), ([, days]) => ({
  kind: 'relative-day',
  days,
}));

const relative = (days: number): DateExpr => ({ kind: 'relative-day', days });

/** Days, weeks, months or years away. "Quinze jours" are two weeks, "huit jours" one, as French counts them. */
function away(count: number, unit: number, direction: 1 | -1): Content | null {
  const signed = count * direction;
  switch (UNITS[unit]!) {
    case 'second':
      return { offset: direction };
    case 'minute':
      return { offset: signed };
    case 'hour':
      return { offset: signed * 60 };
    case 'day':
      // "huit jours", "quinze jours": a week, two weeks, or so many days.
      if (count === 8 || count === 15) {
        const dates = [count - 1, count].map((days) => relative(days * direction));
        return { date: { kind: 'several', dates, all: false } };
      }
      return { date: relative(signed) };
    case 'week':
      return { date: { kind: 'relative-day', days: signed * 7 } };
    case 'fortnight':
      return { date: { kind: 'relative-day', days: signed * 14 } };
    case 'month':
      return { date: { kind: 'relative-months', months: signed } };
    case 'year':
      return { date: { kind: 'relative-months', months: signed * 12 } };
  }
}

interface Distance {
  readonly content: (direction: 1 | -1) => Content | null;
}

const ofUnits: Pattern<Distance> = map(
  seq(
    opt(role('about', 'filler')),
    amount,
    role('unit'),
    opt(
      seq(
        role('de'),
        where(role('unit'), (value) => UNITS[value] === 'day'),
      ),
    ),
  ),
  ([, count, unit]) => ({ content: (direction: 1 | -1) => away(count, unit, direction) }),
);
const ofTime: Pattern<Distance> = map(seq(opt(role('about', 'filler')), lengthOfTime), ([, minutes]) => ({
  content: (direction: 1 | -1) => ({ offset: minutes * direction }),
}));
const anHour: Pattern<Distance> = map(
  seq(
    opt(role('article')),
    where(role('quarter', 'half'), () => true),
    opt(role('de', 'of')),
    opt(role('article')),
    role('hour'),
  ),
  (_v, input, at, next) => ({
    content: (direction: 1 | -1) => ({
      offset:
        (input.slice(at, next).some((found) => found.roles.quarter !== undefined) ? 15 : 30) * direction,
    }),
  }),
);
const distance: Pattern<Distance> = any<Distance>(ofTime, ofUnits, anHour);

const HALF_MONTHS: Pattern<Distance> = map(
  seq(
    amount,
    where(
      role('unit'),
      (value) =>
        UNITS[value] === 'month' ||
        UNITS[value] === 'week' ||
        UNITS[value] === 'day' ||
        UNITS[value] === 'year',
    ),
    role('et'),
    role('half'),
  ),
  ([count, unit]) => ({
    content: (direction: 1 | -1) => {
      const found = away(count, unit, direction);
      return found && { ...found, doubtful: true };
    },
  }),
);

/** "ça fait 2 h de route", "il y a 2 h de maths", "il y a 1h en train", "ça fait 3h en tout": what lasts so long, not how long ago; but "il y a 2 h de ça". */
const countsSomething = (input: readonly Lexeme[], next: number): boolean =>
  (has(input, next, 'de') &&
    !has(input, next + 1, 'num', 'noon') &&
    !['ca', 'cela'].includes(input[next + 1]?.text ?? 'ca')) ||
  (has(input, next, 'en', 'at') && has(input, next + 1, 'travel')) ||
  has(input, next, 'total');

const toward: Pattern<Content> = any<Content>(
  map(seq(role('ago'), any(distance, HALF_MONTHS)), ([, found], input, _at, next) =>
    countsSomething(input, next) ? null : found.content(-1),
  ),
  map(seq(any(distance, HALF_MONTHS), role('agoAfter')), ([found], input, _at, next) => {
    const back = input[next - 1]!.roles.agoAfter! < 0;
    const vague = input[next - 1]!.text === 'plus';
    const content = found.content(back ? -1 : 1);
    // "deux jours plus tard" counts from a day that the text may not name.
    return content && vague ? { ...content, doubtful: true } : content;
  }),
  map(
    seq(role('in', 'inEnglish'), opt(role('les')), any(distance, HALF_MONTHS)),
    ([, , found], input, at) => {
      // "en 2 heures" is a length; "dans les 15 jours" ends then.
      const content = found.content(1);
      // "dans les 17h" is about five, "dans les 48h" within two days.
      const hour = content?.offset !== undefined && content.offset >= 5 * 60 && content.offset < 24 * 60;
      if (hour && has(input, at + 1, 'les') && has(input, at + 3, 'hour')) return null;
      const within = has(input, at + 1, 'les') || /^(?:sous|within)$/u.test(input[at]!.text);
      return content && within ? { ...content, bound: 'by' as const } : content;
    },
  ),
  map(seq(role('by'), distance), ([, found], input, at) => {
    const content = found.content(1);
    // "d'ici 17h" is a time of day, "d'ici 2h" in two hours.
    const hours = content?.offset !== undefined && content.offset >= 5 * 60;
    if (hours && has(input, at + 1, 'num') && has(input, at + 2, 'hour')) return null;
    return content && { ...content, bound: 'by' as const };
  }),
  map(seq(role('since'), opt(role('les')), distance), ([, , found]) => {
    const content = found.content(-1);
    // "depuis 10h" is a time of day.
    const long = content?.offset !== undefined && content.offset <= -8 * 60;
    return content && !long ? { ...content, bound: 'since' as const } : null;
  }),
);

const DAY = UNITS.indexOf('day');

/** "dans l'heure": by then. */
const withinHour: Pattern<Content> = map(seq(role('in'), lexeme('le'), role('hour')), ([, article]) =>
  article.text === 'l' ? { offset: 60, bound: 'by' } : null,
);

/** "sous huitaine", "sous quinzaine". */
const underDays: Pattern<Content> = map(
  seq(
    role('in'),
    where(role('unit'), (_value, input, at) => /^(?:huitaine|quinzaine)$/u.test(input[at]!.text)),
  ),
  ([, unit], input, _at, next) => {
    const content = input[next - 1]!.text === 'huitaine' ? away(8, DAY, 1) : away(1, unit, 1);
    return content && { ...content, bound: 'by' };
  },
);

const weeksAway: Pattern<number> = map(
  seq(
    amount,
    where(
      role('unit'),
      (value) => UNITS[value] === 'week' || UNITS[value] === 'day' || UNITS[value] === 'fortnight',
    ),
  ),
  ([count, unit]) => {
    if (UNITS[unit] === 'week') return count;
    if (UNITS[unit] === 'fortnight') return count * 2;
    return count === 8 ? 1 : count === 15 ? 2 : null;
  },
);
const weekdayName = map(seq(opt(role('le', 'on')), role('weekday')), ([, weekday]) => weekday);
/** The same, not "lundi 28". */
const weekdayAlone = where(
  weekdayName,
  (_weekday, input, _at, next) => !has(input, next, 'num') || has(input, next + 1, 'hour', 'colon'),
);
const inWeeksTime: Pattern<number> = any(
  map(seq(role('in', 'inEnglish'), weeksAway), ([, weeks]) => weeks),
  map(seq(role('ago'), weeksAway), ([, weeks]) => -weeks),
  map(
    seq(
      weeksAway,
      where(role('agoAfter'), (value) => value < 0),
    ),
    ([weeks]) => -weeks,
  ),
);

/** "jeudi dans trois semaines", "il y a deux semaines le mardi", "Wednesday two weeks ago": that day of that week. */
const weekdayInWeeks: Pattern<Content> = map(
  any(
    map(seq(weekdayName, opt(role('de')), inWeeksTime), ([weekday, , weeks]) => ({ weekday, weeks })),
    map(seq(inWeeksTime, opt(role('comma')), weekdayAlone), ([weeks, , weekday]) => ({ weekday, weeks })),
  ),
  ({ weekday, weeks }) => ({
    date: { kind: 'weekday-of', weekday, week: { kind: 'week', weeks, edge: null } },
  }),
);

/** "maintenant" and words without a place on a calendar. */
const now: Pattern<Content> = map(role('now'), (_value, input, _at, next) =>
  // "maintenant que j'ai fini", "now that Sophie left"
  /^(?:que|qu|that)$/u.test(input[next]?.text ?? '') ? { trouble: 'quiet' as const } : { offset: 0 },
);

const vague: Pattern<Content> = map(lexeme('vague'), (found) =>
  /^(?:to?u?t|ta)/u.test(found.text)
    ? { date: { kind: 'relative-day', days: 0 }, doubtful: true }
    : { trouble: 'vague' as const },
);

/** What is counted from now says. */
export const relativeRules: readonly Pattern<Content>[] = [
  map(relativeDay, (date) => ({ date })),
  toward,
  underDays,
  withinHour,
  weekdayInWeeks,
  now,
  vague,
];
