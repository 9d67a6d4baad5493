import type { Clock } from '../expressions';
import { PARTS } from '../roles';
import { any, glued, lexeme, map, memo, opt, type Pattern, role, seq, where } from './engine';
import { adjustment, sixty } from './minutes';
import { has } from './words';

/** A clock time said without its half of the day. */
export const clock = (hour: number, minute: number, certain: boolean): Clock => ({
  hour,
  minute,
  half: null,
  certain,
  english: false,
});

/** A number of at most two digits, or in words. */
export const plainHour = where(lexeme('num'), (found) => found.digits <= 2);

/** Which hours have one reading: 13 to 24, midnight, "05h"; 8 to 12 are taken as said. */
export const isCertain = (hour: number, padded: boolean): boolean => padded || hour === 0 || hour >= 8;

/** 14h, 14h30, 14 h 30, 14 heures, cinq heures moins le quart. Null hour: no such time (25h, 14h75). */
export const withMark: Pattern<{ clock: Clock | null; bare: boolean }> = memo(
  map(seq(plainHour, role('hour'), opt(adjustment)), ([hour, , minutes], input, _at, next) => {
    const value = hour.roles.num!;
    const glaring =
      minutes === null &&
      input[next]?.glued === true &&
      has(input, next, 'num') &&
      !has(input, next + 1, 'hour');
    const bare = minutes === null;
    if (value > 23 || glaring) return { clock: null, bare };
    const total = value * 60 + (minutes ?? 0);
    const minute = ((total % 60) + 60) % 60;
    const found = clock(Math.floor(total / 60), minute, isCertain(value, hour.padded));
    return { clock: { ...found, written: hour.digits > 0 && minutes !== null }, bare };
  }),
);

/** 14:30, 9:05:00, 14h:30. */
export const withColon: Pattern<Clock> = map(
  seq(
    plainHour,
    glued(role('colon')),
    where(sixty, (found) => found.glued && found.digits === 2),
    opt(seq(glued(role('colon')), sixty)),
  ),
  ([hour, , minute]) =>
    hour.roles.num! < 24
      ? {
          ...clock(hour.roles.num!, minute.roles.num!, isCertain(hour.roles.num!, hour.padded)),
          written: true,
        }
      : null,
);

/** 14.30: only where something else shows that it is a time. */
export const withDot: Pattern<Clock> = memo(
  map(
    seq(
      plainHour,
      glued(role('dot')),
      where(sixty, (found) => found.glued && found.digits === 2),
    ),
    ([hour, , minute], input, _at, next) =>
      hour.roles.num! < 24 && !(has(input, next, 'dot') && input[next + 1]?.glued)
        ? clock(hour.roles.num!, minute.roles.num!, isCertain(hour.roles.num!, hour.padded))
        : null,
  ),
);

const ENGLISH_NOON = /^(?:noon|midday|midnight)$/u;

/** midi, minuit, midi et demi, midi moins le quart. */
export const namedHour: Pattern<Clock> = map(
  seq(
    opt(role('le', 'this')),
    // "12 noon"
    opt(
      where(
        role('num'),
        (value, input, _at, next) => value === 12 && ENGLISH_NOON.test(input[next]?.text ?? ''),
      ),
    ),
    any(
      map(role('noon'), () => 12),
      map(role('midnight'), () => 24),
    ),
    opt(adjustment),
  ),
  ([, , hour, minutes]) => {
    const total = hour * 60 + (minutes ?? 0);
    return clock(
      total >= 1440 && (minutes ?? 0) > 0 ? 24 : Math.floor(total / 60),
      ((total % 60) + 60) % 60,
      true,
    );
  },
);

/** 2pm, 2:30 p.m., 5 o'clock. */
export const withMeridiem: Pattern<Clock> = map(
  seq(
    plainHour,
    opt(map(seq(glued(role('colon', 'dot')), sixty), ([, minute]) => minute.roles.num!)),
    role('meridiem'),
  ),
  ([hour, minute, half]) => {
    const value = hour.roles.num!;
    if (value > 12 || value < 1)
      return value < 24 && value > 12 && half === 1 ? clock(value, minute ?? 0, true) : null;
    return { ...clock(value, minute ?? 0, true), half: half === 1 ? 'pm' : 'am' };
  },
);

/** 5 o'clock. */
export const oclock: Pattern<Clock> = map(seq(plainHour, role('oclock')), ([hour]) =>
  hour.roles.num! <= 23
    ? { ...clock(hour.roles.num!, 0, hour.roles.num! > 12), english: hour.roles.num! <= 12 }
    : null,
);

/** "half five": half past, as the British say it. */
const halfHour: Pattern<Clock> = map(
  seq(
    where(role('half'), (_value, input, at) => input[at]!.text === 'half'),
    plainHour,
  ),
  ([, hour], input, _at, next) =>
    hour.roles.num! >= 1 && hour.roles.num! <= 12 && !has(input, next, 'hour', 'unit', 'counted')
      ? { ...clock(hour.roles.num!, 30, false), english: true }
      : null,
);

/** half past two, quarter to five, ten past six. */
const pastOrTo: Pattern<Clock> = map(
  seq(
    opt(role('article')),
    any(
      map(role('half'), () => 30),
      map(role('quarter'), () => 15),
      role('num'),
    ),
    role('past', 'to'),
    plainHour,
  ),
  ([, minutes, , hour], input, at, next) => {
    const past = has(input, next - 2, 'past');
    const numeral = has(input, at, 'num') && !has(input, at, 'article');
    if (
      hour.roles.num! > 12 ||
      hour.roles.num! < 1 ||
      (numeral && (input[at]!.digits > 0 || minutes > 29 || minutes % 5 !== 0))
    )
      return null;
    const total = hour.roles.num! * 60 + (past ? minutes : -minutes);
    return { ...clock(Math.floor(total / 60), total % 60, false), english: true };
  },
);

/** The hours that English spells out: "half past five", "quarter to six pm". */
export const spoken: Pattern<Clock> = map(
  seq(any(pastOrTo, halfHour), opt(role('meridiem'))),
  ([found, half]) => (half === null ? found : { ...found, half: half === 1 ? 'pm' : 'am' }),
);

/** du matin, du soir, de l'après-midi, in the morning, cet après-midi right after the hour. */
export const halfSaid: Pattern<'am' | 'pm'> = map(
  seq(
    opt(any(role('du', 'de', 'in', 'inEnglish', 'this', 'au', 'at'), role('le'))),
    opt(role('la', 'le')),
    role('part'),
  ),
  ([lead, , which], input, at) => {
    const name = PARTS[which]!;
    if (name === 'daytime' || name === 'lunch') return null;
    // "14h ce matin": the part also dates; leave it for the joining of pieces.
    if (lead !== null && has(input, at, 'this')) return null;
    return name === 'morning' ? 'am' : name === 'night' ? null : 'pm';
  },
);

const withHalf = (pattern: Pattern<Clock>): Pattern<Clock> =>
  map(seq(pattern, opt(halfSaid)), ([found, half]) =>
    half ? { ...found, half: found.half ?? half } : found,
  );

/** 14h, 14h30, quatorze heures. */
export const marked: Pattern<Clock> = map(withMark, (found) => found.clock);

/** Every clock time that shows by itself that it is one. */
export const fullClock: Pattern<Clock> = memo(
  withHalf(any(marked, withColon, namedHour, withMeridiem, oclock, spoken)),
);

/** Used by ranges: a number without any mark. */
export const bareClock: Pattern<Clock> = memo(
  map(plainHour, (hour) =>
    hour.roles.num! <= 24 && hour.roles.article === undefined
      ? clock(hour.roles.num!, 0, isCertain(hour.roles.num!, hour.padded))
      : null,
  ),
);

/** "9 du soir", "3 in the morning": a number that its part of the day makes an hour. */
export const halvedHour: Pattern<Clock> = map(seq(plainHour, halfSaid), ([hour, half], _input, _at, next) =>
  hour.roles.num! >= 1 && hour.roles.num! <= 12 && hour.roles.article === undefined && next > 0
    ? { ...clock(hour.roles.num!, 0, true), half }
    : null,
);

/** 24h as the end of a range. */
export const hour24: Pattern<Clock> = map(
  seq(
    where(plainHour, (found) => found.roles.num === 24),
    role('hour'),
  ),
  () => clock(24, 0, true),
);
