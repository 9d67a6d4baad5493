/** What can be deleted by itself when it is old. */
export const RETENTION_ITEMS = ['conversations', 'attachments', 'routedMessages', 'audit'] as const;
export type RetentionItem = (typeof RETENTION_ITEMS)[number];

/** After how many days; null: never. */
export type RetentionDays = Readonly<Record<RetentionItem, number | null>>;

/** The fewest and most days. Solved requests can be reopened for 14 days, and a log must outlast what it is asked about. */
export const RETENTION_LIMITS: Readonly<
  Record<RetentionItem, { readonly min: number; readonly max: number }>
> = {
  conversations: { min: 30, max: 3650 },
  attachments: { min: 30, max: 3650 },
  routedMessages: { min: 30, max: 3650 },
  audit: { min: 180, max: 3650 },
};

/** The organisations' sources name no period: nothing is deleted until somebody says so. */
export const NEVER: RetentionDays = {
  conversations: null,
  attachments: null,
  routedMessages: null,
  audit: null,
};

/** What is set for a desk or the house. */
export interface Retention {
  /** A desk that does as the house does; the house itself follows nobody. */
  readonly follows: boolean;
  readonly days: RetentionDays;
}

const DAY_MS = 86_400_000;

/** What is from before this instant is too old. Whole days of 24 hours. */
export const cutoff = (days: number, now: Date): Date => new Date(now.getTime() - days * DAY_MS);

/** What holds for a desk. */
export const effectiveDays = (desk: Retention, house: Retention): RetentionDays =>
  desk.follows ? house.days : desk.days;

/** The items whose days are outside of their limits. */
export const retentionFaults = (days: RetentionDays): readonly RetentionItem[] =>
  RETENTION_ITEMS.filter((item) => {
    const value = days[item];
    const { min, max } = RETENTION_LIMITS[item];
    return value !== null && !(Number.isInteger(value) && value >= min && value <= max);
  });
