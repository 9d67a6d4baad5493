import { randomUUID } from 'node:crypto';
import { createDeskService } from '../desks/service';
import { DESK_IDS, type Desk, type DeskId } from '../desks/types';
import { enqueue } from '../outbox/enqueue';
import { inTransaction, oneOf, type Database, type Transaction } from '../prisma/database';
import { nextReference } from '../prisma/next-reference';
import type { Prisma } from '../prisma/generated/client';
import { ok, refused, type Result } from '../result';
import type { ChangeFeed } from '../services';
import { readAvailability } from './availability';
import { earliestStart, freeSlots, isOnGrid, nearest, slotAt } from './slots';
import type { Appointment, AppointmentFault, AppointmentRow, AppointmentService, Slot } from './types';

type Book = Parameters<AppointmentService['book']>[0];
type Cancel = Parameters<AppointmentService['cancel']>[0];

const CHANNELS = ['teams', 'phone'] as const;
const STATUSES = ['booked', 'cancelled'] as const;
const DAY_MS = 86_400_000;

/** How many free slots come along when one is taken, and how far from it they are looked for: close by first, then wider. In days. */
const NEAREST_COUNT = 3;
const NEAREST_DAYS = [2, 7, 28];

/** Nobody asks for slots further ahead than this. */
const HORIZON_DAYS = 180;

/** Appointments with advisors. */
export function createAppointmentService(db: Database, feed: ChangeFeed): AppointmentService {
  const desks = createDeskService(db);
  const announce = (appointment: Appointment): void =>
    feed.publish({
      kind: 'appointment',
      deskId: appointment.deskId,
      appointmentId: appointment.id,
    });

  async function free(query: Parameters<AppointmentService['free']>[0]): Promise<readonly Slot[]> {
    const horizon = new Date(query.now.getTime() + HORIZON_DAYS * DAY_MS);
    const within = {
      start: query.from > query.now ? query.from : query.now,
      end: query.to < horizon ? query.to : horizon,
    };
    if (within.start >= within.end) return [];
    const desk = await desks.find(query.deskId);
    const availability = await readAvailability(db, desk, query.personId, within);
    return freeSlots(availability, within, query.now).slice(0, query.limit);
  }

  async function nearestTo(command: Book): Promise<readonly Slot[]> {
    const { deskId, personId, startsAt, now } = command;
    let slots: readonly Slot[] = [];
    for (const days of NEAREST_DAYS) {
      const from = new Date(startsAt.getTime() - days * DAY_MS);
      const to = new Date(startsAt.getTime() + days * DAY_MS);
      slots = await free({ deskId, personId, from, to, now, limit: Number.MAX_SAFE_INTEGER });
      if (slots.length >= NEAREST_COUNT) break;
    }
    return nearest(slots, startsAt, NEAREST_COUNT);
  }

  return {
    free,
    async book(command) {
      const known = await bookedUnder(db, command.idempotencyKey);
      if (known) return ok(known);
      const fault = timeFault(await desks.find(command.deskId), command.startsAt, command.now);
      if (fault) return refused(fault);
      // Looking before queueing for the write lock: of a thousand who come at once, most are told at once.
      const outcome = (await isTaken(db, command))
        ? { appointment: await bookedUnder(db, command.idempotencyKey), fresh: false }
        : await inTransaction(db, (tx) => book(tx, command));
      if (!outcome.appointment) return refused({ code: 'taken', nearest: await nearestTo(command) });
      if (outcome.fresh) announce(outcome.appointment);
      return ok(outcome.appointment);
    },
    async cancel(command) {
      const { result, changed } = await inTransaction(db, (tx) => cancel(tx, command));
      if (result.ok && changed) announce(result.value);
      return result;
    },
    async find(id) {
      const row = await db.appointment.findUnique({ where: { id }, include: NAMES });
      return row && toAppointmentRow(row);
    },
    async upcoming(personId, now) {
      const rows = await db.appointment.findMany({
        where: { personId, status: 'booked', endsAt: { gt: now } },
        include: NAMES,
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toAppointment);
    },
    async agenda(deskIds, from, limit) {
      const rows = await db.appointment.findMany({
        where: { deskId: { in: [...deskIds] }, startsAt: { gte: from } },
        include: NAMES,
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(toAppointmentRow);
    },
  };
}

const NAMES = {
  advisor: { select: { name: true } },
  person: { select: { displayName: true } },
} satisfies Prisma.AppointmentInclude;

type NamedRow = Prisma.AppointmentGetPayload<{ include: typeof NAMES }>;

const toAppointment = (row: NamedRow): Appointment => ({
  id: row.id,
  reference: row.reference,
  deskId: oneOf(DESK_IDS, row.deskId, 'Appointment.deskId'),
  personId: row.personId,
  advisorId: row.advisorId,
  advisorName: row.advisor.name,
  channel: oneOf(CHANNELS, row.channel, 'Appointment.channel'),
  phone: row.phone,
  subject: row.subject,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  status: oneOf(STATUSES, row.status, 'Appointment.status'),
});

const toAppointmentRow = (row: NamedRow): AppointmentRow => ({
  ...toAppointment(row),
  personName: row.person.displayName,
});

/** What is wrong with a wished instant, whoever is free. */
function timeFault(desk: Desk, startsAt: Date, now: Date): AppointmentFault | null {
  if (startsAt <= now) return { code: 'in-past' };
  const earliest = earliestStart(now);
  if (startsAt < earliest) return { code: 'too-soon', earliest };
  return isOnGrid(desk, startsAt) ? null : { code: 'closed' };
}

const slotKeyOf = (advisorId: string, startsAt: Date): string => `${advisorId}@${startsAt.toISOString()}`;

/** Whether the slot cannot be had: taken, the advisor away or of another desk, or the requester elsewhere at that time. */
async function isTaken(tx: Transaction, command: Book): Promise<boolean> {
  const { start, end } = slotAt(command.startsAt);
  const during = { startsAt: { lt: end }, endsAt: { gt: start } };
  const { advisorId, personId } = command;
  const other = await tx.appointment.findFirst({
    where: { ...during, status: 'booked', OR: [{ advisorId }, { personId }] },
    select: { id: true },
  });
  if (other) return true;
  const present = await tx.advisor.findFirst({
    where: {
      id: advisorId,
      active: true,
      role: { not: 'admin' },
      desks: { some: { deskId: command.deskId } },
      absences: { none: during },
    },
    select: { id: true },
  });
  return present === null;
}

async function bookedUnder(tx: Transaction, idempotencyKey: string): Promise<Appointment | null> {
  const row = await tx.appointment.findUnique({ where: { idempotencyKey }, include: NAMES });
  return row && toAppointment(row);
}

/** Books, or finds it taken meanwhile. The unique slotKey holds even where two transactions do not see each other. */
async function book(
  tx: Transaction,
  command: Book,
): Promise<{ appointment: Appointment | null; fresh: boolean }> {
  const known = await bookedUnder(tx, command.idempotencyKey);
  if (known || (await isTaken(tx, command))) return { appointment: known, fresh: false };
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
  await tell(tx, row.id, deskId, 0, now);
  return { appointment: toAppointment(row), fresh: true };
}

async function cancel(
  tx: Transaction,
  { appointmentId, now }: Cancel,
): Promise<{
  result: Result<Appointment, { code: 'in-past' | 'not-found' }>;
  changed: boolean;
}> {
  const row = await tx.appointment.findUnique({ where: { id: appointmentId }, include: NAMES });
  if (!row) return { result: refused({ code: 'not-found' }), changed: false };
  if (row.status === 'cancelled') return { result: ok(toAppointment(row)), changed: false };
  if (row.startsAt <= now) return { result: refused({ code: 'in-past' }), changed: false };
  const cancelled = await tx.appointment.update({
    where: { id: appointmentId },
    data: { status: 'cancelled', slotKey: null, sequence: { increment: 1 }, updatedAt: now },
    include: NAMES,
  });
  await tell(tx, appointmentId, oneOf(DESK_IDS, row.deskId, 'Appointment.deskId'), cancelled.sequence, now);
  return { result: ok(toAppointment(cancelled)), changed: true };
}

const tell = (
  tx: Transaction,
  appointmentId: string,
  deskId: DeskId,
  sequence: number,
  now: Date,
): Promise<void> =>
  enqueue(
    tx,
    { kind: 'appointment-changed', appointmentId, deskId },
    `appointment:${appointmentId}:${sequence}`,
    now,
  );
