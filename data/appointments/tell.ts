import { enqueue } from '../outbox/enqueue';
import type { Transaction } from '../prisma/database';
import { planReminders } from './reminders';
import type { Appointment, AppointmentActor, AppointmentChange } from './types';

/** What changed, for those who are told. */
export interface ToldChange {
  readonly change: AppointmentChange;
  readonly by: AppointmentActor['kind'];
  readonly reason: string | null;
  /** When it was to begin before it was moved. */
  readonly was: Date | null;
  /** Who was to meet her before it was moved to somebody else. */
  readonly formerAdvisorId?: string;
  readonly now: Date;
}

/**
 * Writes everything that a change entails (see AppointmentService), in the transaction that makes it.
 *
 * @param dedupeKey under which the change is known to have been made.
 */
export async function tellChange(
  tx: Transaction,
  appointment: Appointment,
  told: ToldChange,
  dedupeKey = `appointment:${appointment.id}:${appointment.sequence}`,
): Promise<void> {
  const { id, deskId, sequence } = appointment;
  const { change, by, reason, now } = told;
  await enqueue(
    tx,
    {
      kind: 'appointment-changed',
      appointmentId: id,
      deskId,
      change,
      by,
      sequence,
      reason,
      was: told.was?.toISOString() ?? null,
      formerAdvisorId: told.formerAdvisorId ?? null,
    },
    dedupeKey,
    now,
  );
  if (by === 'advisor' && change !== 'booked') await notifyRequester(tx, appointment, { ...told, change });
  await planReminders(tx, appointment, now);
}

/** Tells the requester in the chat what an advisor, or Microsoft Graph, changed. */
export async function notifyRequester(
  tx: Transaction,
  appointment: Appointment,
  { change, reason, was, now }: ToldChange & { change: Exclude<AppointmentChange, 'booked'> },
): Promise<void> {
  const { id, personId, sequence } = appointment;
  const noticeId = `appointment-${id}-${sequence}-${change}`;
  await enqueue(
    tx,
    {
      kind: 'notice',
      noticeId,
      personId,
      conversationId: null,
      notice: {
        kind: 'appointment-changed',
        appointmentId: id,
        change,
        sequence,
        reason,
        was: was?.toISOString() ?? null,
      },
    },
    `notice:${noticeId}`,
    now,
  );
}
