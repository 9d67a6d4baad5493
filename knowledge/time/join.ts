import { add, isOneClause } from './add';
import type { Bound } from './expressions';
import type { Piece } from './grammar/scan';
import { has } from './grammar/words';
import {
  isFar,
  isWish,
  type Lead,
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
import {
  beginsAnother,
  besideNamed,
  isLengthApart,
  isListedAfter,
  isListedWith,
  rivalHours,
  startsSentence,
} from './togetherness';

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

const linkOf = (input: readonly Lexeme[], current: Moment, piece: Piece): Moment['link'] =>
  isListedAfter(current, piece) ? 'and' : linkBetween(input, current, piece.from);

/** "le week-end prochain, enfin celui du 5". */
const AGAIN = /^cel(?:le|ui)$/u;

/** What the pieces read so far have said. */
interface Progress {
  readonly input: readonly Lexeme[];
  readonly prefer: 'past' | 'future';
  readonly moments: Moment[];
  readonly absences: Moment[];
  troubled: boolean;
  refused: boolean;
  refusedHours: boolean;
  /** Where the last refused piece ended: its hour goes with it. */
  refusedTo: number;
}

/** A piece, its neighbour and what the words around it say about it. */
interface Placed {
  readonly piece: Piece;
  readonly next: Piece | undefined;
  readonly lead: Lead;
  readonly bound: Bound | null;
  /** Its bound was said behind it, or nearly: "20h30 dernier délai". */
  readonly limited: boolean;
  /** "j'ai mis 17h au lieu de 18h": which of the two is right is not said. */
  readonly instead: boolean;
  readonly isLength: boolean;
}

function placedAmong(progress: Progress, pieces: readonly Piece[], index: number): Placed {
  const { input, moments } = progress;
  const piece = besideNamed(moments, withMove(input, pieces[index]!));
  const next = pieces[index + 1];
  const lead = leadOf(input, piece, pieces[index - 1]?.to ?? 0);
  const started = moments[moments.length - 1]?.time?.kind === 'clock';
  const trailing = trailingBound(input, piece, next?.from);
  // "12h45, max 5 min" bounds the length.
  const isLength = piece.minutes !== undefined && piece.time === undefined && piece.date === undefined;
  const bound = isLength ? null : (piece.bound ?? lead.bound ?? (lead.ends && started ? 'until' : trailing));
  const limited =
    (trailing !== null && bound === trailing && lead.bound === null) ||
    (lead.close === true && piece.time !== undefined);
  const instead = lead.instead === true && moments.length > 0 && (piece.date ?? piece.time) !== undefined;
  return { piece, next, lead, bound, limited, instead, isLength };
}

/** "tous les lundis", "le 32/11", "12h45, max 5 min": no moment of its own. True when the piece is done with. */
function setAside(progress: Progress, { piece, next, isLength }: Placed): boolean {
  const { input, moments } = progress;
  if (isWish(input, piece, next)) return true;
  if (isLength && has(input, piece.from - 1, 'atMost')) return true;
  if (piece.trouble === undefined) return false;
  progress.troubled ||= piece.trouble !== 'quiet';
  if (piece.trouble === 'habit' || piece.trouble === 'impossible') block(moments, input, piece);
  return true;
}

/** "pas lundi", "indisponible le 3 et le 4". True when the piece is ruled out. */
function refuse(progress: Progress, { piece, lead, bound, instead }: Placed): boolean {
  const { input, absences, refusedTo } = progress;
  const goesWithRefused =
    (piece.from === refusedTo && piece.date === undefined) || isListedWith(input, refusedTo, piece.from);
  const isAbsence = lead.absent === true && progress.prefer === 'past';
  if (!(lead.refused && !instead && !isAbsence) && !goesWithRefused) return false;
  progress.refused = true;
  const last = absences[absences.length - 1];
  if (lead.absent === true && piece.offset === undefined) absences.push(momentOf(piece, bound));
  else if (goesWithRefused && last && !add(last, piece, bound, 0))
    absences.push({ ...momentOf(piece, bound), link: 'and' });
  progress.refusedHours ||= piece.time !== undefined && piece.time.kind !== 'part';
  progress.refusedTo = piece.to;
  return true;
}

/** "le week-end prochain, enfin celui du 5". */
const saysAgain = ({ input }: Progress, { piece }: Placed, link: Moment['link']): boolean =>
  AGAIN.test(input[piece.from - 1]?.text ?? '') && link === 'instead';

/** "lundi ... à 17h": the piece belongs to the moment before it. True when it does. */
function extend(progress: Progress, current: Moment, placed: Placed, link: Moment['link']): boolean {
  const { input } = progress;
  const { piece, next, bound, isLength } = placed;
  // "toutes les cinq secondes. Hier ...": what follows the habit in the next sentence is none.
  const past = current.blocked && startsSentence(input, current.to, piece.from);
  if (past || placed.instead || saysAgain(progress, placed, link) || beginsAnother(current, piece, next))
    return false;
  const [timeTo, far] = [current.to, isFar(input, current.to, piece.from)];
  const gap =
    link === 'to' && current.time !== undefined ? NEAR : wordsBetween(input, current.to, piece.from);
  const rival = rivalHours(input, current, piece);
  const apart = isLengthApart(input, current, piece);
  if (!add(current, piece, bound, gap, isOneClause(input, timeTo, piece.from))) return false;
  current.limit ||= placed.limited;
  current.doubtful ||=
    far || apart || (isLength && current.time?.kind === 'clock' && mayBeOtherLength(input, timeTo, piece));
  // "15h ou 4h": another hour, no length.
  current.doubtful ||= piece.loose !== undefined && has(input, piece.from - 1, 'ou');
  if (rival) current.orHours = rival;
  return true;
}

/** A piece that begins a moment of its own. */
function begin(progress: Progress, current: Moment | undefined, placed: Placed, link: Moment['link']): void {
  const { piece, bound } = placed;
  const recurs =
    current?.habit === true &&
    wordsBetween(progress.input, current.to, piece.from) <= 3 &&
    piece.date?.kind === 'weekday';
  const fresh = { ...emptyMoment(piece), blocked: recurs, habit: recurs, link };
  if (piece.offset !== undefined) {
    fresh.offset = piece.offset;
    if (bound !== null) fresh.timeBound = bound;
    fresh.doubtful = piece.doubtful === true;
  } else {
    add(fresh, piece, bound, 0);
  }
  fresh.limit = placed.limited;
  fresh.again = saysAgain(progress, placed, link);
  progress.moments.push(fresh);
}

/** Joins the pieces of a text into the moments of which it speaks. */
export function join(input: readonly Lexeme[], pieces: readonly Piece[], prefer: 'past' | 'future'): Joined {
  const progress: Progress = {
    input,
    prefer,
    moments: [],
    absences: [],
    troubled: false,
    refused: false,
    refusedHours: false,
    refusedTo: -1,
  };
  const { moments } = progress;
  for (const index of pieces.keys()) {
    const placed = placedAmong(progress, pieces, index);
    if (setAside(progress, placed) || refuse(progress, placed)) continue;
    const current = moments[moments.length - 1];
    const link = placed.instead ? 'or' : current ? linkOf(input, current, placed.piece) : 'none';
    if (!current || !extend(progress, current, placed, link)) begin(progress, current, placed, link);
  }
  // "pas lundi 17h-18h, c'était mardi": at those hours, probably.
  if (progress.refusedHours)
    for (const moment of moments) moment.doubtful ||= moment.date !== undefined && moment.time === undefined;
  const shared = separate(moments.filter((moment) => !moment.blocked));
  return {
    moments: shared.filter((moment) => !moment.weak || moment.date !== undefined),
    troubled: progress.troubled,
    refused: progress.refused,
    absences: separate(progress.absences),
  };
}
