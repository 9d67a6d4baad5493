import type { Bound, Clock, DateExpr, TimeExpr } from './expressions';

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
  /** "décaler de 14h à 15h": its range may be a move, from one time to another; which is likelier. */
  moved?: 'move' | 'range';
  /** "jeudi 17 à 18h30": perhaps two hours on a Thursday rather than the 17th. */
  orHours?: Extract<TimeExpr, { kind: 'clock-range' }>;
  /** Such a day of the month, or the hours instead of it. */
  rival?: boolean;
  /** Its time was said before its day: it holds for the days that follow too. */
  timeFirst?: boolean;
  /** "20h30 dernier délai": its bound was said behind it; perhaps that time itself. */
  limit?: boolean;
  /** "celui du 5 décembre": of the same kind as what was said before. */
  again?: boolean;
  /** Belongs to a habit or to a date that does not exist: what it says is no answer. */
  blocked: boolean;
  /** The days and hours right after it belong to the habit too. */
  habit?: boolean;
  /** First and last lexeme. */
  from: number;
  to: number;
  /** How it is tied to the moment before it: instead, for "lundi, non mardi". */
  link: 'or' | 'and' | 'to' | 'instead' | 'none';
}
