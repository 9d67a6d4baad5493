import type { Clock, Content } from '../expressions';
import { endsAsHour } from './bare-hours';
import { bareClock, fullClock, halvedHour, hour24, withDot } from './clock-forms';
import type { Lexeme } from '../lexer';
import { any, glued, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { has, speaksOfHours } from './words';

const clockEnd: Pattern<Clock> = any<Clock>(fullClock, hour24);
const opening = any<unknown>(
  seq(opt(role('filler')), role('de', 'between', 'fromOn', 'du', 'at'), opt(role('about', 'filler'))),
  role('about'),
);
/** What joins two hours; its value: whether it is "et", which does only after "entre". */
const separator: Pattern<boolean> = map(
  seq(
    opt(role('about', 'filler')),
    any<boolean>(
      map(role('at', 'dash', 'to', 'until', 'slash'), () => false),
      map(role('et'), (_value, input, at) => !has(input, at, 'at')),
      map(seq(role('until'), role('at')), () => false),
      map(seq(role('comma'), role('until')), () => false),
    ),
    opt(role('about')),
  ),
  ([, et]) => et,
);

/** "et" separates only after "entre". */
const isApart = (et: boolean, input: readonly Lexeme[], at: number): boolean =>
  et && !has(input, at, 'between') && !has(input, at + 1, 'between');

const content = (from: Clock, to: Clock): Content => ({
  time: { kind: 'clock-range', from, to },
});

/** "2h à 17h mardi": a length, then the hour. */
const isLengthThenHour = (from: Clock, to: Clock): boolean =>
  !from.certain && from.half === null && from.hour < 5 && to.certain && to.hour > 12;

/** de 14h à 16h, 14h-16h, entre midi et deux, 9:30 - 11:00, from 2 to 4pm. */
const fullRange: Pattern<Content> = any<Content>(
  map(seq(opt(opening), clockEnd, separator, clockEnd), ([lead, from, et, to], input, at, next) => {
    const isLength =
      (lead === null || has(input, at - 1, 'lesson')) &&
      isLengthThenHour(from, to) &&
      input.slice(at, next).some((found) => found.roles.at !== undefined && found.text === 'a');
    // "ce midi à 13h" is a time of that noon.
    const ofNoon = has(input, at, 'this') && has(input, at + 1, 'noon') && has(input, at + 2, 'at');
    return isApart(et, input, at) || isLength || ofNoon ? null : content(from, to);
  }),
  map(
    seq(opt(opening), withDot, separator, any(withDot, clockEnd)),
    ([lead, from, , to], input, _at, next) =>
      lead === null && !has(input, next - 2, 'dot') ? null : content(from, to),
  ),
  // "10.30 to noon", "9.15 à 11h": what ends as a clock time began as one.
  map(seq(withDot, separator, fullClock), ([from, et, to], input, at) =>
    isApart(et, input, at) || has(input, at - 1, 'le', 'slash', 'dot', 'num') ? null : content(from, to),
  ),
);

/** "3 mars" before a place: the date is whole, so that "19-20h" after it are hours. */
const endsDate = (input: readonly Lexeme[], at: number): boolean =>
  (has(input, at - 1, 'month', 'monthShort') && has(input, at - 2, 'num', 'ordinal')) ||
  (has(input, at - 1, 'num') &&
    has(input, at - 2, 'slash') &&
    has(input, at - 3, 'num') &&
    !input[at]!.glued);

/** "lundi 16 - 17h", "le 3 12 à 18h": the first number may belong to the date. */
const mayBeDay = (input: readonly Lexeme[], at: number): boolean => {
  if (!has(input, at, 'num')) return false;
  const apart = has(input, at - 1, 'weekday') && has(input, at + 1, 'dash') && !input[at + 1]!.glued;
  const second =
    has(input, at - 1, 'num') && !has(input, at - 2, 'slash', 'dot', 'dash') && has(input, at + 1, 'at');
  return apart || (second && has(input, at - 2, 'le', 'du'));
};

/** "passée de 8 à 12": a count that went up. */
export const CHANGED = /^(?:pass|mont|descend|tomb|augment|baiss|went|gone|rose|fell|dropp)/u;

/** de 14 à 16h, 14-16h: the first hour without its mark. */
const firstBare: Pattern<Content> = map(
  seq(opt(opening), bareClock, separator, any(fullClock, halvedHour, withDot)),
  ([lead, from, et, to], input, at, next) => {
    const dotted = lead === null && has(input, next - 2, 'dot');
    // "this morning 9-10.30": a decimal nowhere else.
    const afterDay = has(input, at - 1, 'part', 'relativeDay', 'weekday');
    if (isApart(et, input, at) || (dotted && !afterDay)) return null;
    const before =
      has(input, at - 1, 'le', 'slash', 'dot') ||
      (has(input, at - 1, 'dash', 'colon') && input[at]!.glued) ||
      (has(input, at - 1, 'month', 'monthShort') && !endsDate(input, at));
    const numeral = input.slice(at, next).find((found) => found.roles.num !== undefined);
    // "la session du 12 à 14h" is a day and its hour.
    if (
      has(input, at, 'du') ||
      before ||
      (lead === null && numeral?.glued && at > 0 && !has(input, at - 1, 'open', 'comma'))
    )
      return null;
    return mayBeDay(input, at) ? { ...content(from, to), doubtful: true } : content(from, to);
  },
);

/** de 14h à 16, entre midi et deux: the second without. */
const lastBare: Pattern<Content> = map(
  seq(opt(opening), fullClock, separator, bareClock),
  ([, from, et, to], input, at, next) => {
    if (isApart(et, input, at) || !endsAsHour(input, next)) return null;
    return to.hour <= 24 ? content(from, to) : null;
  },
);

/** de 14 à 16, from 2 to 4, 14-16: hours without any mark, only after such words. */
const bothBare: Pattern<Content> = map(
  seq(role('de', 'between', 'fromOn'), opt(role('about')), bareClock, separator, bareClock),
  ([, , from, et, to], input, at, next) => {
    const english = ['from', 'between'].includes(input[at]!.text);
    const mark = (clock: Clock): Clock =>
      english && clock.hour <= 12 ? { ...clock, english: true, certain: false } : clock;
    const counting = has(input, next, 'du') || from.hour === to.hour;
    if (at > 0 && CHANGED.test(input[at - 1]!.text)) return null;
    if (!endsAsHour(input, next) || isApart(et, input, at) || counting) return null;
    const found = content(mark(from), mark(to));
    return speaksOfHours(input, at, next) ? found : { ...found, weak: true };
  },
);

/** "hier 14-16", "lundi 14 - 16": two bare hours after a day. */
const afterDay: Pattern<Content> = map(
  seq(bareClock, role('dash', 'to', 'slash', 'at'), bareClock),
  ([from, , to], input, at, next) => {
    // "lundi 17 à 19" may be a day and its hour: read so, and doubted.
    if (has(input, at + 1, 'at') && has(input, at - 1, 'weekday')) return null;
    const day = has(input, at - 1, 'relativeDay', 'weekday', 'part') || endsDate(input, at);
    const dashed = (has(input, at + 1, 'dash') && input[at + 1]!.glued) || has(input, at + 1, 'to');
    const hours =
      endsAsHour(input, next) && to.hour > from.hour && (from.hour >= 7 || (dashed && from.hour > 0));
    if (!day || !hours || (has(input, next, 'dash') && has(input, next + 1, 'num'))) return null;
    // "lundi 9-11" may be a date too.
    if (dashed && has(input, at - 1, 'weekday') && to.hour <= 12)
      return { ...content(from, to), doubtful: true };
    // "demain 17/18": no such month, so rather hours than a day.
    if (!has(input, at + 1, 'slash')) return content(from, to);
    return to.hour > 12 ? { ...content(from, to), doubtful: true } : null;
  },
);

/** "lundi (17-19)", "17-19 avec Jules hier": hours where a day is said too. */
const dashedPair: Pattern<Content> = map(
  seq(
    bareClock,
    glued(role('dash')),
    where(bareClock, (_clock, input, at) => input[at]!.glued),
  ),
  ([from, , to], input, at, next) => {
    const afterDate =
      has(input, at - 1, 'num') &&
      has(
        input,
        at - 2,
        'le',
        'du',
        'weekday',
        'weekdayShort',
        'dot',
        'slash',
        'dash',
        'month',
        'monthShort',
      );
    const inNumber =
      has(input, at - 1, 'slash', 'dot', 'month', 'monthShort', 'le') ||
      (has(input, at - 1, 'num') && !afterDate) ||
      (has(input, at - 1, 'dash', 'num') && input[at]!.glued);
    const digits = input[at]!.digits > 0 && input[at + 2]!.digits > 0;
    const hours = digits && from.hour >= 7 && to.hour > from.hour && to.hour - from.hour <= 6;
    return hours && !inNumber && endsAsHour(input, next) ? { ...content(from, to), weak: true } : null;
  },
);

/** "samedi 14 16": two hours perhaps. */
const bareSideBySide: Pattern<Content> = map(seq(bareClock, bareClock), ([from, to], input, at, next) => {
  const day = has(input, at - 1, 'relativeDay', 'weekday');
  const digits = input[at]!.digits > 0 && input[at + 1]!.digits > 0 && !input[at + 1]!.glued;
  return day && digits && to.hour > from.hour && from.hour >= 7 && endsAsHour(input, next)
    ? { ...content(from, to), doubtful: true }
    : null;
});

/** "lundi 14h 16h": no word between them; probably a range. */
const sideBySide: Pattern<Content> = map(seq(fullClock, fullClock), ([from, to], input, at, next) =>
  // "ce midi 12h30"
  !(has(input, at, 'this') && has(input, at + 1, 'noon')) &&
  to.hour * 60 + to.minute > from.hour * 60 + from.minute &&
  // "5h 6h15 cet aprem": two lengths do not stand before a part of the day.
  (from.hour >= 7 || (from.hour > 0 && has(input, next, 'this') && has(input, next + 1, 'part')))
    ? { ...content(from, to), doubtful: true }
    : null,
);

const MINUTES_OF_END = [0, 15, 30, 45];
/** "16h 17 30": the end without its mark. */
const endApart: Pattern<Content> = map(
  seq(
    fullClock,
    bareClock,
    where(lexeme('num'), (found) => found.digits === 2),
  ),
  ([from, to, minutes], input, _at, next) => {
    const minute = minutes.roles.num!;
    const apart = !input[next - 1]!.glued && !input[next - 2]!.glued && input[next - 2]!.digits > 0;
    const later = to.hour * 60 + minute > from.hour * 60 + from.minute;
    return apart && later && MINUTES_OF_END.includes(minute) && from.hour >= 7 && endsAsHour(input, next)
      ? { ...content(from, { ...to, minute }), doubtful: true }
      : null;
  },
);

/** "17h jusqu'à 18h30" is read above; "jusqu'à 16h" alone bounds the end. */
export const clockRangeRules: readonly Pattern<Content>[] = [
  fullRange,
  firstBare,
  lastBare,
  bothBare,
  afterDay,
  sideBySide,
  endApart,
  bareSideBySide,
  dashedPair,
];
