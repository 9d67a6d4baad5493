import type { Holiday, Part, Unit } from './roles';

/** What an expression says, before it is placed on a calendar. Pure data: the grammar makes it, the resolver reads it. */

/** whole: "courant novembre". */
export type Edge = 'start' | 'middle' | 'end' | 'whole';

export type MonthExpr =
  | {
      readonly kind: 'named';
      readonly month: number;
      readonly year: number | null;
      readonly toward: 'next' | 'last' | 'this' | null;
    }
  | { readonly kind: 'relative'; readonly months: number };

export type DateExpr =
  | { readonly kind: 'relative-day'; readonly days: number }
  | { readonly kind: 'relative-months'; readonly months: number }
  /** which: bare "lundi"; next "lundi prochain"; last; this "ce lundi"; weeks: "en huit" (1), "en quinze" (2). */
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which: 'bare' | 'next' | 'last' | 'this' | 'after';
      readonly weeks: number;
    }
  | { readonly kind: 'weekday-of'; readonly weekday: number; readonly week: DateExpr }
  /** month null: "le 12"; year null: "le 12 novembre"; american: month/day is another reading, or the only one. */
  | {
      readonly kind: 'calendar';
      readonly day: number;
      readonly month: number | null;
      readonly year: number | null;
      readonly weekday: number | null;
      readonly american: 'no' | 'either' | 'only';
    }
  | { readonly kind: 'week'; readonly weeks: number; readonly edge: Edge | null }
  | { readonly kind: 'week-of'; readonly date: DateExpr }
  | { readonly kind: 'iso-week'; readonly week: number; readonly year: number | null }
  /** "le lundi d'après Noël": the first such weekday after (1) or before (-1) the day named. */
  | {
      readonly kind: 'weekday-beside';
      readonly weekday: number;
      readonly direction: 1 | -1;
      readonly date: DateExpr;
    }
  | { readonly kind: 'weekend-of'; readonly date: DateExpr }
  /** An ISO instant with its offset from UTC, in milliseconds since 1970. */
  | { readonly kind: 'instant'; readonly utc: number }
  | { readonly kind: 'weekend'; readonly which: 'bare' | 'next' | 'last' | 'this' | 'after' }
  | { readonly kind: 'month'; readonly month: MonthExpr; readonly edge: Edge | null }
  | { readonly kind: 'half-month'; readonly half: 1 | 2; readonly month: MonthExpr }
  /** "le deuxième trimestre", "ce semestre": months three or six, the nth of a year or beside the current one. */
  | { readonly kind: 'term'; readonly months: number; readonly nth: number | null; readonly steps: number }
  | {
      readonly kind: 'year';
      readonly years: number | null;
      readonly year: number | null;
      readonly edge: Edge | null;
    }
  /** nth: 1..5, or -1 for the last. weekday 0 stands for a weekend. */
  | {
      readonly kind: 'nth';
      readonly nth: number;
      readonly of: 'day' | 'week' | 'weekend' | number;
      readonly month: MonthExpr | null;
    }
  | { readonly kind: 'holiday'; readonly holiday: Holiday; readonly year: number | null }
  | { readonly kind: 'stretch'; readonly count: number; readonly unit: Unit; readonly direction: 1 | -1 }
  /** "mi-janvier, disons le 15", "ce week-end, plutôt samedi": the day of that number or name within a longer span. */
  | {
      readonly kind: 'within';
      readonly day: number | null;
      readonly month?: number;
      readonly weekday: number | null;
      readonly of: DateExpr;
    }
  | { readonly kind: 'shifted'; readonly days: number; readonly date: DateExpr }
  /** "le 10 novembre dernier", "le 12 prochain": the direction is said. */
  | { readonly kind: 'toward'; readonly date: DateExpr; readonly prefer: 'past' | 'future' }
  /** "le 5 du mois prochain". */
  | { readonly kind: 'day-of-month'; readonly day: number; readonly month: MonthExpr }
  /** Several days: all of them ("les 3 et 10 novembre"), or a choice ("le 3 ou le 10"). */
  | { readonly kind: 'several'; readonly dates: readonly DateExpr[]; readonly all: boolean }
  /** A day in the month of the first or the last of several, whichever the preferred direction looks for. */
  | { readonly kind: 'sibling'; readonly day: number; readonly first: DateExpr; readonly last: DateExpr }
  | { readonly kind: 'range'; readonly from: DateExpr; readonly to: DateExpr };

/** A clock time as written. `half` is said ("du soir", pm); `certain`: only one reading even without it ("05h", "17h"). */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | null;
  readonly certain: boolean;
  /** Written the English way without am or pm: 8 to 11 can be the evening too. */
  readonly english: boolean;
  /** In digits with its minutes: "6h30", "7:45". */
  readonly written?: boolean;
  /** "ce midi": noon, or the hours of lunch. */
  readonly meal?: boolean;
}

export type TimeExpr =
  | { readonly kind: 'clock'; readonly clock: Clock }
  | { readonly kind: 'clock-range'; readonly from: Clock; readonly to: Clock }
  | { readonly kind: 'part'; readonly part: Part; readonly edge: Edge | null; readonly loose?: boolean };

export type Bound = 'from' | 'after' | 'before' | 'until' | 'since' | 'by';

/**
 * vague: no place on a calendar ("bientôt"); impossible: no such date; impossible-time: no such hour; habit: "tous les lundis";
 * quiet: no time at all ("3 fois par semaine").
 */
export type Trouble = 'vague' | 'impossible' | 'impossible-time' | 'habit' | 'quiet';

/** What one run of words says. Neighbouring pieces are joined into one moment. */
export interface Content {
  readonly date?: DateExpr;
  readonly time?: TimeExpr;
  /** A length in minutes. */
  readonly minutes?: number;
  /** Minutes from now: "dans 2 heures", "il y a 20 minutes". */
  readonly offset?: number;
  /** "2h" may be a length or two o'clock. */
  readonly loose?: Clock;
  readonly bound?: Bound;
  readonly trouble?: Trouble;
  /** "à 10", "de 8 à 10": numbers that are hours only beside a day or another time. */
  readonly weak?: boolean;
  /** After "décaler", "reporté": the range may name the old time and the new one. */
  readonly moved?: 'move' | 'range';
  /** "le lendemain": days from the day named before, where one is. */
  readonly beside?: number;
  /** The reading is a guess that the caller should confirm. */
  readonly doubtful?: boolean;
}
