import type { Desk } from '../desks/types';
import type { Transaction } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import { isTaken, slotKeyOf, timeFault } from './conflicts';
import { NAMES, toAppointment } from './rows';
import { slotAt } from './slots';
import { notifyRequester, tellChange } from './tell';
import type {
  Appointment,
  AppointmentActor,
  AppointmentFault,
  AppointmentService,
  ChangeFault,
} from './types';

export type Move = Parameters<AppointmentService['move']>[0];
export type Cancel = Parameters<AppointmentService['cancel']>[0];
export type SetMeetingUrl = Parameters<AppointmentService['setMeetingUrl']>[0];

/** What became of a change, and whether anything is different now. */
export interface Changed<F> {
  readonly result: Result<Appointment, F>;
  readonly changed: boolean;
}

const unchanged = (appointment: Appointment) => ({ result: ok(appointment), changed: false });
const refuse = <F>(fault: F) => ({ result: refused(fault), changed: false });

/** Moves an appointment of this desk; the nearest slots of `taken` are for the caller to find. */
export async function move(
  tx: Transaction,
  desk: Desk,
  command: Move,
): Promise<Changed<AppointmentFault | ChangeFault>> {
  const { appointmentId, advisorId, startsAt, by, now } = command;
  const found = await findFor(tx, appointmentId, by);
  if (found === null) return refuse({ code: 'not-found' });
  // A move that has been told was made, whatever has become of the appointment since.
  const told = `appointment:${appointmentId}:moved:${command.idempotencyKey}`;
  if (await tx.outboxMessage.findUnique({ where: { dedupeKey: told }, select: { id: true } }))
    return unchanged(found);
  if (isStale(found, command)) return refuse({ code: 'conflict' });
  if (found.status === 'cancelled') return refuse({ code: 'cancelled' });
  if (found.startsAt <= now) return refuse({ code: 'begun' });
  if (found.advisorId === advisorId && found.startsAt.getTime() === startsAt.getTime())
    return unchanged(found);
  const fault = timeFault(desk, { startsAt, now }, by.kind);
  if (fault !== null) return refuse(fault);
  const { deskId, personId } = found;
  if (await isTaken(tx, { deskId, personId, advisorId, startsAt, now, moving: appointmentId }, by.kind))
    return refuse({ code: 'taken', nearest: [] });
  const moved = await write(tx, appointmentId, {
    advisorId,
    startsAt,
    endsAt: slotAt(startsAt).end,
    slotKey: slotKeyOf(advisorId, startsAt),
    sequence: { increment: 1 },
    updatedAt: now,
    // A meeting belongs to the advisor who opened it: another one needs her own.
    ...(advisorId === found.advisorId ? {} : { meetingUrl: null }),
  });
  if (by.kind === 'requester') await tx.slotHold.deleteMany({ where: { personId } });
  const reason = command.reason ?? null;
  const was = found.startsAt;
  const formerAdvisorId = advisorId === found.advisorId ? undefined : found.advisorId;
  await tellChange(tx, moved, { change: 'moved', by: by.kind, reason, was, formerAdvisorId, now }, told);
  return { result: ok(moved), changed: true };
}

/** Cancels an appointment that has not begun. */
export async function cancel(
  tx: Transaction,
  { appointmentId, by, reason, expectedSequence, now }: Cancel,
): Promise<Changed<Exclude<ChangeFault, { code: 'cancelled' }>>> {
  const found = await findFor(tx, appointmentId, by);
  if (found === null) return refuse({ code: 'not-found' });
  if (found.status === 'cancelled') return unchanged(found);
  if (isStale(found, { expectedSequence })) return refuse({ code: 'conflict' });
  if (found.startsAt <= now) return refuse({ code: 'begun' });
  const cancelled = await write(tx, appointmentId, {
    status: 'cancelled',
    slotKey: null,
    sequence: { increment: 1 },
    updatedAt: now,
  });
  await tellChange(tx, cancelled, {
    change: 'cancelled',
    by: by.kind,
    reason: reason ?? null,
    was: null,
    now,
  });
  return { result: ok(cancelled), changed: true };
}

/** Sets where to meet; see AppointmentService for who is told. */
export async function setMeetingUrl(
  tx: Transaction,
  { appointmentId, url, advisorId, expectedSequence, now }: SetMeetingUrl,
): Promise<Changed<ChangeFault>> {
  const found = await read(tx, appointmentId);
  if (found === null) return refuse({ code: 'not-found' });
  if (isStale(found, { expectedSequence })) return refuse({ code: 'conflict' });
  if (found.status === 'cancelled') return refuse({ code: 'cancelled' });
  if (found.endsAt <= now) return refuse({ code: 'begun' });
  if (found.meetingUrl === url) return unchanged(found);
  const isMadeByGraph = advisorId === null;
  const linked = await write(tx, appointmentId, {
    meetingUrl: url,
    updatedAt: now,
    ...(isMadeByGraph ? {} : { sequence: { increment: 1 } }),
  });
  const told = { change: 'link', by: 'advisor', reason: null, was: null, now } as const;
  await (isMadeByGraph ? notifyRequester(tx, linked, told) : tellChange(tx, linked, told));
  return { result: ok(linked), changed: true };
}

const isStale = (
  found: Pick<Appointment, 'sequence'>,
  { expectedSequence }: { readonly expectedSequence?: number },
): boolean => expectedSequence !== undefined && found.sequence !== expectedSequence;

async function read(tx: Transaction, id: string): Promise<Appointment | null> {
  const row = await tx.appointment.findUnique({ where: { id }, include: NAMES });
  return row && toAppointment(row);
}

/** A requester sees nothing but her own. */
async function findFor(tx: Transaction, id: string, by: AppointmentActor): Promise<Appointment | null> {
  const found = await read(tx, id);
  return found !== null && (by.kind === 'advisor' || found.personId === by.id) ? found : null;
}

async function write(
  tx: Transaction,
  id: string,
  data: Parameters<Transaction['appointment']['update']>[0]['data'],
): Promise<Appointment> {
  return toAppointment(await tx.appointment.update({ where: { id }, data, include: NAMES }));
}
