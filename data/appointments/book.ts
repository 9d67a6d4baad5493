import { randomUUID } from 'node:crypto';
import type { Transaction } from '../prisma/database';
import { nextReference } from '../prisma/next-reference';
import { isTaken, slotKeyOf } from './conflicts';
import { NAMES, toAppointment } from './rows';
import { slotAt } from './slots';
import { tellChange } from './tell';
import type { Appointment, AppointmentService } from './types';

export type Book = Parameters<AppointmentService['book']>[0];

/** The appointment that a command has already booked. */
export async function bookedUnder(tx: Transaction, idempotencyKey: string): Promise<Appointment | null> {
  const row = await tx.appointment.findUnique({ where: { idempotencyKey }, include: NAMES });
  return row && toAppointment(row);
}

/** Books, or finds it taken meanwhile. The unique slotKey holds even where two transactions do not see each other. */
export async function book(
  tx: Transaction,
  command: Book,
): Promise<{ appointment: Appointment | null; fresh: boolean }> {
  const known = await bookedUnder(tx, command.idempotencyKey);
  if (known || (await isTaken(tx, command, 'requester'))) return { appointment: known, fresh: false };
  const { idempotencyKey, deskId, personId, advisorId, startsAt, channel, phone, subject, now } = command;
  const row = await tx.appointment.create({
    data: {
      id: randomUUID(),
      reference: await nextReference(tx, 'R', now),
      idempotencyKey,
      deskId,
      personId,
      advisorId,
      channel,
      phone,
      subject,
      startsAt,
      endsAt: slotAt(startsAt).end,
      status: 'booked',
      slotKey: slotKeyOf(advisorId, startsAt),
      sequence: 0,
      createdAt: now,
      updatedAt: now,
    },
    include: NAMES,
  });
  await tx.slotHold.deleteMany({ where: { personId } });
  const appointment = toAppointment(row);
  await tellChange(tx, appointment, { change: 'booked', by: 'requester', reason: null, was: null, now });
  return { appointment, fresh: true };
}
