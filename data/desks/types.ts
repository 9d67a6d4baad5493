/** The desks that this installation serves (shared/domain). */
export const DESK_IDS = ['abc', 'ogestion', 'oc-mentor', 'oc-coach'] as const;
export type DeskId = (typeof DESK_IDS)[number];

/** Whether a string names a desk. */
export const isDeskId = (value: unknown): value is DeskId => (DESK_IDS as readonly unknown[]).includes(value);

/** Local opening hours by ISO weekday (1 = Monday): spans of 'HH:mm' in the desk's zone. A day without an entry is closed. */
export type OpeningHours = Readonly<
  Record<string, readonly { readonly from: string; readonly to: string }[]>
>;

export interface Desk {
  readonly id: DeskId;
  readonly name: string;
  readonly organisation: string;
  readonly zone: string;
  readonly openingHours: OpeningHours;
}

export interface DeskService {
  all(): Promise<readonly Desk[]>;
  find(id: DeskId): Promise<Desk>;
}
