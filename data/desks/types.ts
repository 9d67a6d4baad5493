/** The desks that this installation serves (shared/domain). */
export const DESK_IDS = ['abc', 'ogestion', 'oc-mentor', 'oc-coach'] as const;
export type DeskId = (typeof DESK_IDS)[number];

/** Whether a string names a desk. */
export const isDeskId = (value: unknown): value is DeskId => (DESK_IDS as readonly unknown[]).includes(value);

/** Local opening hours by ISO weekday (1 = Monday): spans of 'HH:mm' in the desk's zone. A day without an entry is closed. */
export type OpeningHours = Readonly<Record<string, readonly OpenSpan[]>>;

/** A part of a day, as local times 'HH:mm'. */
export interface OpenSpan {
  readonly from: string;
  readonly to: string;
}

/** A day on which a desk is closed beside the public holidays, or open in spite of one or of its day of the week. */
export interface DayException {
  /** As 2026-12-24, in the desk's zone. */
  readonly day: string;
  /** Why, in words that advisors read. */
  readonly label: string;
  readonly open: boolean;
  /** When it is open on that day; null: as on that day of the week. */
  readonly spans: readonly OpenSpan[] | null;
}

export interface Desk {
  readonly id: DeskId;
  readonly name: string;
  readonly organisation: string;
  readonly zone: string;
  readonly openingHours: OpeningHours;
  /** In order of their days. */
  readonly exceptions: readonly DayException[];
}

export interface DeskService {
  all(): Promise<readonly Desk[]>;
  find(id: DeskId): Promise<Desk>;
}
