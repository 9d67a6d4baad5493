import type { Bound, DateExpr, TimeExpr } from './expressions';
import type { Piece } from './grammar/scan';
import type { Lexeme } from './lexer';
import type { Moment } from './moment';

/** Narrows "la semaine prochaine" by "lundi": both are one date. */
function narrowed(a: DateExpr, b: DateExpr): DateExpr | null {
  const [week, day] = a.kind === 'week' ? [a, b] : [b, a];
  if (week.kind !== 'week' || day.kind !== 'weekday' || day.which !== 'bare') return null;
  return { kind: 'weekday-of', weekday: day.weekday, week: { ...week, edge: null } };
}

/** "mi-janvier, disons le 15": a day named after a longer span refines it. */
function refined(a: DateExpr, b: DateExpr): DateExpr | null {
  const long =
    a.kind === 'month' ||
    a.kind === 'week' ||
    a.kind === 'week-of' ||
    a.kind === 'iso-week' ||
    a.kind === 'weekend';
  if (!long || b.kind === 'range') return null;
  if (b.kind === 'weekday' && b.which === 'bare' && a.kind !== 'month')
    return { kind: 'within', day: null, weekday: b.weekday, of: a };
  if (b.kind !== 'calendar') return null;
  if (b.month === null) return { kind: 'within', day: b.day, weekday: b.weekday, of: a };
  if (a.kind !== 'month') return { kind: 'within', day: b.day, month: b.month, weekday: b.weekday, of: a };
  const same = a.kind === 'month' && a.month.kind === 'named' && a.month.month === b.month;
  return same && a.month.year === null ? b : null;
}

/** "ou", "et", "mais", "jusqu'au" between two dates keep them two. */
export function isOneClause(input: readonly Lexeme[], from: number, to: number): boolean {
  return !input
    .slice(from, to)
    .some((found) =>
      ['ou', 'et', 'but', 'to', 'until', 'au', 'stop', 'dot', 'dash', 'slash', 'not'].some(
        (name) => name in found.roles,
      ),
    );
}

function addDate(moment: Moment, piece: Piece, gap: number, oneClause: boolean): boolean {
  const date = piece.date!;
  if (moment.date === undefined) {
    moment.timeFirst = moment.time !== undefined;
    moment.date = date;
    return true;
  }
  if (gap > 2) return false;
  const narrow = narrowed(moment.date, date);
  if (narrow) {
    moment.date = narrow;
    return true;
  }
  const precise = oneClause ? refined(moment.date, date) : null;
  if (precise) {
    moment.date = precise;
    return true;
  }
  // "lundi, mardi et jeudi" are three days, "le 9, le 11" two.
  const listed =
    moment.date.kind === date.kind &&
    (date.kind === 'weekday' ||
      (date.kind === 'calendar' && moment.date.kind === 'calendar' && moment.date.day !== date.day));
  if (gap > 0 || listed || moment.sameAs !== undefined) return false;
  moment.sameAs = date;
  return true;
}

/** "ce midi de 12h à 13h", "demain midi 12h30": noon is the part of the day, what follows the time. */
const refinesNoon = (noon: TimeExpr, time: TimeExpr): boolean => {
  if (noon.kind !== 'clock' || noon.clock.hour !== 12 || noon.clock.minute !== 0 || time.kind === 'part')
    return false;
  const { hour } = time.kind === 'clock' ? time.clock : time.from;
  return hour >= 11 && hour <= 13;
};

function addTime(moment: Moment, time: TimeExpr, bound: Bound | null, adjacent: boolean): boolean {
  if (moment.time === undefined) {
    // A length said before ("2h de cours à 17h") stays a length.
    moment.time = time;
    return true;
  }
  if (adjacent && refinesNoon(moment.time, time)) {
    moment.time = time;
    return true;
  }
  if (time.kind === 'part' && moment.time.kind !== 'part' && moment.part === undefined) {
    moment.part = time;
    return true;
  }
  if (time.kind !== 'part' && moment.time.kind === 'part' && moment.part === undefined) {
    moment.part = moment.time;
    moment.time = time;
    return true;
  }
  if (
    time.kind === 'clock' &&
    moment.time.kind === 'clock' &&
    bound === 'until' &&
    moment.until === undefined
  ) {
    moment.until = time.clock;
    return true;
  }
  return false;
}

/** Adds a piece to a moment; false when the moment already says that much. */
export function add(
  moment: Moment,
  piece: Piece,
  bound: Bound | null,
  gap: number,
  oneClause = false,
): boolean {
  if (piece.offset !== undefined || moment.offset !== undefined) return false;
  const trial: Moment = { ...moment };
  if (piece.date !== undefined && !addDate(trial, piece, gap, oneClause)) return false;
  if (piece.time !== undefined && !addTime(trial, piece.time, bound, moment.to === piece.from)) return false;
  if (piece.loose !== undefined) {
    if (trial.loose !== undefined || trial.minutes !== undefined) return false;
    trial.loose = piece.loose;
  }
  if (piece.minutes !== undefined && piece.loose === undefined) {
    if (trial.minutes !== undefined) return false;
    trial.minutes = piece.minutes;
  }
  if (bound !== null && piece.date !== undefined) trial.dateBound = bound;
  else if (bound !== null && trial.until === undefined) trial.timeBound = bound;
  Object.assign(moment, trial);
  moment.doubtful ||= piece.doubtful === true;
  // "hier sa note est passée à 10": too far from its day to be surely an hour.
  if (piece.weak === true && gap > 0) moment.doubtful = true;
  if (piece.weak !== true) moment.weak = false;
  if (piece.moved !== undefined) moment.moved = piece.moved;
  moment.to = piece.to;
  return true;
}
