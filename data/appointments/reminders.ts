import { cancelNotices, scheduleNotice } from '../notices/schedule';
import type { Transaction } from '../prisma/database';
import type { Appointment, ReminderOccasion } from './types';

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

/** Plans its reminders in place of those planned before; a cancelled one has none. */
export async function planReminders(
  tx: Transaction,
  appointment: Pick<Appointment, 'id' | 'sequence' | 'personId' | 'startsAt' | 'status'>,
  now: Date,
): Promise<void> {
  const { id, sequence, personId, startsAt, status } = appointment;
  await cancelNotices(tx, `appointment:${id}:`);
  if (status !== 'booked') return;
  for (const { occasion, dueAt } of remindersOf(startsAt, now)) {
    await scheduleNotice(tx, {
      dedupeKey: `appointment:${id}:${sequence}:${occasion}`,
      target: { personId, conversationId: null },
      notice: { kind: 'appointment-reminder', appointmentId: id, before: occasion, sequence },
      dueAt,
      now,
    });
  }
}
