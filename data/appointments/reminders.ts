import type { ReminderOccasion } from './types';

const HOUR_MS = 3_600_000;

const BEFORE: Readonly<Record<ReminderOccasion, number>> = { day: 24 * HOUR_MS, hour: HOUR_MS };

/** When to remind of an appointment: a day and an hour before, as far as that is still to come. Pure. */
export function remindersOf(
  startsAt: Date,
  now: Date,
): readonly { readonly occasion: ReminderOccasion; readonly dueAt: Date }[] {
  return (['day', 'hour'] as const)
    .map((occasion) => ({ occasion, dueAt: new Date(startsAt.getTime() - BEFORE[occasion]) }))
    .filter(({ dueAt }) => dueAt > now);
}
