import type { Bound, Clock, DateExpr, TimeExpr } from './expressions';
import type { Piece } from './grammar/scan';
import type { Lexeme } from './lexer';
import { isFar, leadOf, linkBetween, NEAR, wordsBetween } from './leads';

/** One moment of which a text speaks: the pieces that belong together ("lundi" ... "à 17h" ... "pendant 2h"). */
export interface Moment {
  date?: DateExpr;
  /** A second date right beside the first ("demain mardi 17"): both must name the same day. */
  sameAs?: DateExpr;
  time?: TimeExpr;
  /** A part of the day beside a clock time: "ce soir à 8h". */
  part?: Extract<TimeExpr, { kind: 'part' }>;
  until?: Clock;
  minutes?: number;
  loose?: Clock;
  offset?: number;
  dateBound?: Bound;
  timeBound?: Bound;
  doubtful: boolean;
  /** Only numbers that may be hours. */
  weak: boolean;
  /** Belongs to a habit or to a date that does not exist: what it says is no answer. */
  blocked: boolean;
  /** First and last lexeme. */
  from: number;
  to: number;
  /** How it is tied to the moment before it. */
  link: 'or' | 'to' | 'none';
}

export interface Joined {
  readonly moments: readonly Moment[];
  /** Something looks like a time and has no place on a calendar. */
  readonly troubled: boolean;
  /** Times that the text rules out: "pas lundi". */
  readonly refused: boolean;
}

/** Narrows "la semaine prochaine" by "lundi": both are one date. */
function narrowed(a: DateExpr, b: DateExpr): DateExpr | null {
  if (a.kind === 'week' && b.kind === 'weekday' && b.which === 'bare')
    return { kind: 'weekday-of', weekday: b.weekday, week: a };
  if (b.kind === 'week' && a.kind === 'weekday' && a.which === 'bare')
    return { kind: 'weekday-of', weekday: a.weekday, week: b };
  return null;
}

/** "mi-janvier, disons le 15": a day named after a longer span refines it. */
function refined(a: DateExpr, b: DateExpr): DateExpr | null {
  const long = a.kind === 'month' || a.kind === 'week' || a.kind === 'week-of' || a.kind === 'weekend';
  if (!long || b.kind === 'range') return null;
  if (b.kind === 'weekday' && b.which === 'bare' && a.kind !== 'month')
    return { kind: 'within', day: null, weekday: b.weekday, of: a };
  if (b.kind !== 'calendar') return null;
  if (b.month === null) return { kind: 'within', day: b.day, weekday: b.weekday, of: a };
  const same = a.kind === 'month' && a.month.kind === 'named' && a.month.month === b.month;
  return same && a.month.year === null ? b : null;
}

/** "ou", "et", "mais", "jusqu'au" between two dates keep them two. */
function isOneClause(input: readonly Lexeme[], from: number, to: number): boolean {
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
  // "lundi, mardi et jeudi" are three days.
  const listed = moment.date.kind === 'weekday' && date.kind === 'weekday';
  if (gap > 0 || listed || moment.sameAs !== undefined) return false;
  moment.sameAs = date;
  return true;
}

function addTime(moment: Moment, time: TimeExpr, bound: Bound | null): boolean {
  if (moment.time === undefined) {
    // A length said before ("2h de cours à 17h") stays a length.
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
function add(moment: Moment, piece: Piece, bound: Bound | null, gap: number, oneClause = false): boolean {
  if (piece.offset !== undefined || moment.offset !== undefined) return false;
  const trial: Moment = { ...moment };
  if (piece.date !== undefined && !addDate(trial, piece, gap, oneClause)) return false;
  if (piece.time !== undefined && !addTime(trial, piece.time, bound)) return false;
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
  moment.to = piece.to;
  return true;
}

/** "tous les lundis à 17h", "le 32/11 à 14h": the time beside such a day is no answer either. */
function block(moments: Moment[], input: readonly Lexeme[], piece: Piece): void {
  const before = moments[moments.length - 1];
  if (
    before &&
    before.date === undefined &&
    before.offset === undefined &&
    wordsBetween(input, before.to, piece.from) <= 2
  ) {
    before.blocked = true;
  }
  moments.push({
    date: { kind: 'relative-day', days: 0 },
    doubtful: false,
    weak: false,
    blocked: true,
    from: piece.from,
    to: piece.to,
    link: 'none',
  });
}

/** Joins the pieces of a text into the moments of which it speaks. */
export function join(input: readonly Lexeme[], pieces: readonly Piece[]): Joined {
  const moments: Moment[] = [];
  let troubled = false;
  let refused = false;
  let floor = 0;
  for (const piece of pieces) {
    const lead = leadOf(input, piece, floor);
    const started = moments[moments.length - 1]?.time?.kind === 'clock';
    const bound = piece.bound ?? lead.bound ?? (lead.ends && started ? 'until' : null);
    floor = piece.to;
    if (piece.trouble !== undefined) {
      troubled ||= piece.trouble !== 'quiet';
      if (piece.trouble === 'habit' || piece.trouble === 'impossible') block(moments, input, piece);
      continue;
    }
    if (lead.refused) {
      refused = true;
      continue;
    }
    const current = moments[moments.length - 1];
    const gap = current ? wordsBetween(input, current.to, piece.from) : 0;
    const link = current ? linkBetween(input, current, piece.from) : 'none';
    const far = current !== undefined && isFar(input, current.to, piece.from);
    const near = link === 'to' && current?.time !== undefined ? NEAR : gap;
    if (current && add(current, piece, bound, near, isOneClause(input, current.to, piece.from))) {
      current.doubtful ||= far;
      continue;
    }
    const fresh: Moment = {
      weak: piece.weak === true,
      doubtful: false,
      blocked: false,
      from: piece.from,
      to: piece.to,
      link,
    };
    if (piece.offset !== undefined) {
      fresh.offset = piece.offset;
      if (bound !== null) fresh.timeBound = bound;
      fresh.doubtful = piece.doubtful === true;
    } else {
      add(fresh, piece, bound, 0);
    }
    moments.push(fresh);
  }
  const shared = share(moments.filter((moment) => !moment.blocked));
  return { moments: shared.filter((moment) => !moment.weak || moment.date !== undefined), troubled, refused };
}

const isBareDay = (date: DateExpr | undefined): date is Extract<DateExpr, { kind: 'calendar' }> =>
  date?.kind === 'calendar' && date.month === null;

/** "demain 14h ou 16h", "lundi ou mardi à 14h", "le 12 ou le 13 novembre": what one says holds for the other. */
function share(moments: Moment[]): Moment[] {
  for (let at = 1; at < moments.length; at += 1) {
    const before = moments[at - 1]!;
    const moment = moments[at]!;
    if (moment.offset !== undefined || before.offset !== undefined) continue;
    if (moment.date === undefined && before.date !== undefined && moment.time !== undefined) {
      moment.date = before.date;
      moment.dateBound ??= before.dateBound;
      moment.part ??= before.part;
    }
  }
  for (let at = moments.length - 1; at > 0; at -= 1) {
    const before = moments[at - 1]!;
    const moment = moments[at]!;
    if (moment.link !== 'or' || moment.offset !== undefined || before.offset !== undefined) continue;
    if (before.date === undefined && moment.date !== undefined && before.time !== undefined)
      before.date = moment.date;
    if (before.time === undefined && before.date !== undefined && moment.date !== undefined)
      before.time = moment.time;
    if (isBareDay(before.date) && moment.date?.kind === 'calendar' && moment.date.month !== null) {
      before.date = { ...before.date, month: moment.date.month, year: moment.date.year };
    }
  }
  return moments;
}
