import { add, isOneClause } from './add';
import type { Bound } from './expressions';
import type { Piece } from './grammar/scan';
import { has } from './grammar/words';
import {
  isFar,
  isWish,
  leadOf,
  linkBetween,
  mayBeOtherLength,
  NEAR,
  trailingBound,
  withMove,
  wordsBetween,
} from './leads';
import type { Lexeme } from './lexer';
import type { Moment } from './moment';
import { separate } from './several';

export interface Joined {
  readonly moments: readonly Moment[];
  /** Something looks like a time and has no place on a calendar. */
  readonly troubled: boolean;
  /** Times that the text rules out: "pas lundi". */
  readonly refused: boolean;
  /** What is ruled out by an absence, to be asked about where nothing else is said: "indisponible du 3 au 5". */
  readonly absences: readonly Moment[];
}

/** Whether a moment can be a habit: a weekday or an hour, no date of the calendar. */
const mayRecur = (moment: Moment): boolean =>
  moment.offset === undefined && (moment.date === undefined || moment.date.kind === 'weekday');

/** "tous les lundis à 17h", "le 32/11 à 14h", "le mardi à 17h chaque semaine": what stands beside it is no answer either. */
function block(moments: Moment[], input: readonly Lexeme[], piece: Piece): void {
  let to = piece.from;
  for (let at = moments.length - 1; at >= 0; at -= 1) {
    const before = moments[at]!;
    const beside = wordsBetween(input, before.to, to) <= 2;
    const part =
      piece.trouble === 'habit' ? mayRecur(before) : before.date === undefined && before.offset === undefined;
    if (!beside || !part) break;
    before.blocked = true;
    to = before.from;
    if (before.link === 'none') break;
  }
  moments.push({
    date: { kind: 'relative-day', days: 0 },
    doubtful: false,
    weak: false,
    blocked: true,
    habit: piece.trouble === 'habit',
    from: piece.from,
    to: piece.to,
    link: 'none',
  });
}

/**
 * "lundi 17h-18h, mardi 18h-19h", "je finis à 16h donc vendredi 17h": a time stands before, and the day has its own behind it. Without a
 * day of its own, the time before must stand apart.
 */
const beginsAnother = (moment: Moment, piece: Piece, next: Piece | undefined): boolean =>
  (moment.date !== undefined || piece.from > moment.to) &&
  moment.time !== undefined &&
  piece.date !== undefined &&
  piece.time === undefined &&
  next?.time !== undefined &&
  next.date === undefined &&
  next.from <= piece.to + 1;

/** Two hours so far apart are no lesson: "lundi 9 à 18h" is the 9th. */
const LONGEST_RIVAL = 4 * 60;

/** "jeudi 17 à 18h30": the hours that it may be instead of the 17th. */
function rivalHours(input: readonly Lexeme[], moment: Moment, piece: Piece): Moment['orHours'] {
  const { date } = moment;
  if (date?.kind !== 'calendar' || date.weekday === null || date.month !== null || moment.time !== undefined)
    return undefined;
  if (piece.time?.kind !== 'clock' || piece.from !== moment.to || input[piece.from]!.text !== 'a')
    return undefined;
  const to = piece.time.clock;
  const length = (to.hour - date.day) * 60 + to.minute;
  if (length <= 0 || length > LONGEST_RIVAL) return undefined;
  const from = { hour: date.day, minute: 0, half: null, certain: date.day >= 8, english: false };
  return { kind: 'clock-range', from, to };
}

const startsSentence = (input: readonly Lexeme[], from: number, to: number): boolean =>
  input.slice(from, to).some((found) => 'dot' in found.roles || 'stop' in found.roles);

const emptyMoment = (piece: Piece): Moment => ({
  weak: piece.weak === true,
  doubtful: false,
  blocked: false,
  from: piece.from,
  to: piece.to,
  link: 'none',
});

function momentOf(piece: Piece, bound: Bound | null): Moment {
  const moment = emptyMoment(piece);
  add(moment, piece, bound, 0);
  return moment;
}

/** "pas lundi et mardi", "indisponible le 3 et le 4": both are refused. */
const isListedWith = (input: readonly Lexeme[], to: number, from: number): boolean =>
  to > 0 &&
  from > to &&
  from - to <= 2 &&
  has(input, to, 'et') &&
  input[to]!.text === 'et' &&
  (from - to === 1 || has(input, to + 1, 'le', 'du'));

/** "le onze novembre étant férié, le lendemain à 18h": counted from the day said before. */
function besideNamed(moments: readonly Moment[], piece: Piece): Piece {
  const named = moments[moments.length - 1]?.date;
  return piece.beside === undefined || named === undefined
    ? piece
    : { ...piece, date: { kind: 'shifted', days: piece.beside, date: named } };
}

/** "mardi mercredi et jeudi", "le 3 le 5 et le 12": listed without a comma. */
const isListedAfter = (current: Moment, piece: Piece): boolean =>
  piece.from === current.to &&
  current.time === undefined &&
  (piece.date?.kind === 'weekday' || piece.date?.kind === 'calendar') &&
  current.date?.kind === piece.date.kind;

const linkOf = (input: readonly Lexeme[], current: Moment, piece: Piece): Moment['link'] =>
  isListedAfter(current, piece) ? 'and' : linkBetween(input, current, piece.from);

/** "le week-end prochain, enfin celui du 5". */
const AGAIN = /^cel(?:le|ui)$/u;

/** Joins the pieces of a text into the moments of which it speaks. */
export function join(input: readonly Lexeme[], pieces: readonly Piece[], prefer: 'past' | 'future'): Joined {
  const moments: Moment[] = [];
  const absences: Moment[] = [];
  let troubled = false;
  let refused = false;
  let refusedHours = false;
  /** Where the last refused piece ended: its hour goes with it. */
  let refusedTo = -1;
  let floor = 0;
  for (const [index, found] of pieces.entries()) {
    const piece = besideNamed(moments, withMove(input, found));
    const lead = leadOf(input, piece, floor);
    const started = moments[moments.length - 1]?.time?.kind === 'clock';
    const trailing = trailingBound(input, piece, pieces[index + 1]?.from);
    // "12h45, max 5 min" bounds the length.
    const isLength = piece.minutes !== undefined && piece.time === undefined && piece.date === undefined;
    const bound = isLength
      ? null
      : (piece.bound ?? lead.bound ?? (lead.ends && started ? 'until' : trailing));
    floor = piece.to;
    if (isWish(input, piece, pieces[index + 1])) continue;
    // "12h45, max 5 min": a limit is no length.
    if (isLength && has(input, piece.from - 1, 'atMost')) continue;
    if (piece.trouble !== undefined) {
      troubled ||= piece.trouble !== 'quiet';
      if (piece.trouble === 'habit' || piece.trouble === 'impossible') block(moments, input, piece);
      continue;
    }
    const goesWithRefused =
      (piece.from === refusedTo && piece.date === undefined) || isListedWith(input, refusedTo, piece.from);
    // "j'ai mis 17h au lieu de 18h": which of the two is right is not said.
    const instead = lead.instead === true && moments.length > 0 && (piece.date ?? piece.time) !== undefined;
    const isAbsence = lead.absent === true && prefer === 'past';
    if ((lead.refused && !instead && !isAbsence) || goesWithRefused) {
      refused = true;
      if (lead.absent === true && piece.offset === undefined) absences.push(momentOf(piece, bound));
      else if (goesWithRefused && absences.length > 0) {
        const [absence] = absences.slice(-1);
        if (!add(absence!, piece, bound, 0)) absences.push({ ...momentOf(piece, bound), link: 'and' });
      }
      refusedHours ||= piece.time !== undefined && piece.time.kind !== 'part';
      refusedTo = piece.to;
      continue;
    }
    const current = moments[moments.length - 1];
    const gap = current ? wordsBetween(input, current.to, piece.from) : 0;
    const link = instead ? 'or' : current ? linkOf(input, current, piece) : 'none';
    const far = current !== undefined && isFar(input, current.to, piece.from);
    const near = link === 'to' && current?.time !== undefined ? NEAR : gap;
    const rival = current ? rivalHours(input, current, piece) : undefined;
    const timeTo = current?.to ?? 0;
    // "toutes les cinq secondes. Hier ...": what follows the habit in the next sentence is none.
    const past = current?.blocked === true && startsSentence(input, current.to, piece.from);
    const again = AGAIN.test(input[piece.from - 1]?.text ?? '') && link === 'instead';
    if (
      current &&
      !past &&
      !again &&
      !instead &&
      !beginsAnother(current, piece, pieces[index + 1]) &&
      add(current, piece, bound, near, isOneClause(input, current.to, piece.from))
    ) {
      current.limit ||= trailing !== null && bound === trailing && lead.bound === null;
      current.limit ||= lead.close === true && piece.time !== undefined;
      current.doubtful ||=
        far || (isLength && current.time?.kind === 'clock' && mayBeOtherLength(input, timeTo, piece));
      // "15h ou 4h": another hour, no length.
      current.doubtful ||= piece.loose !== undefined && has(input, piece.from - 1, 'ou');
      if (rival) current.orHours = rival;
      continue;
    }
    const recurs = current?.habit === true && gap <= 3 && piece.date?.kind === 'weekday';
    const fresh = { ...emptyMoment(piece), blocked: recurs, habit: recurs, link };
    if (piece.offset !== undefined) {
      fresh.offset = piece.offset;
      if (bound !== null) fresh.timeBound = bound;
      fresh.doubtful = piece.doubtful === true;
    } else {
      add(fresh, piece, bound, 0);
    }
    fresh.limit =
      (trailing !== null && bound === trailing && lead.bound === null) ||
      (lead.close === true && piece.time !== undefined);
    fresh.again = again;
    moments.push(fresh);
  }
  // "pas lundi 17h-18h, c'était mardi": at those hours, probably.
  if (refusedHours)
    for (const moment of moments) moment.doubtful ||= moment.date !== undefined && moment.time === undefined;
  const shared = separate(moments.filter((moment) => !moment.blocked));
  return {
    moments: shared.filter((moment) => !moment.weak || moment.date !== undefined),
    troubled,
    refused,
    absences: separate(absences),
  };
}
