import { createDeskService } from '../desks/service';
import type { DeskId } from '../desks/types';
import { inTransaction, type Database } from '../prisma/database';
import { ok, refused } from '../result';
import type { ChangeFeed } from '../services';
import { readAvailability } from './availability';
import { book, bookedUnder } from './book';
import { cancel, move, setMeetingUrl, type Changed } from './change';
import { isTaken, slotKeyOf, timeFault, type Wanted } from './conflicts';
import { hold } from './hold';
import { NAMES, toAppointment, toAppointmentRow } from './rows';
import { freeSlots, nearest } from './slots';
import type { Appointment, AppointmentService, Slot } from './types';

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
    const availability = await readAvailability(db, desk, query, within);
    return freeSlots(availability, within, query.now, query.by).slice(0, query.limit);
  }

  async function nearestTo(wanted: Wanted & { deskId: DeskId }): Promise<readonly Slot[]> {
    const { deskId, personId, startsAt, now, moving } = wanted;
    let slots: readonly Slot[] = [];
    for (const days of NEAREST_DAYS) {
      const from = new Date(startsAt.getTime() - days * DAY_MS);
      const to = new Date(startsAt.getTime() + days * DAY_MS);
      const limit = Number.MAX_SAFE_INTEGER;
      slots = await free({ deskId, personId, from, to, now, limit, ...(moving && { moving }) });
      if (slots.length >= NEAREST_COUNT) break;
    }
    return nearest(slots, startsAt, NEAREST_COUNT);
  }

  const taken = async (wanted: Wanted & { deskId: DeskId }) =>
    refused({ code: 'taken', nearest: await nearestTo(wanted) } as const);

  const announced = <F>({ result, changed }: Changed<F>): Changed<F>['result'] => {
    if (result.ok && changed) announce(result.value);
    return result;
  };

  return {
    free,
    async hold(command) {
      const fault = timeFault(await desks.find(command.deskId), command, 'requester');
      if (fault) return refused(fault);
      const held = await inTransaction(db, (tx) => hold(tx, command));
      return held === null ? taken(command) : ok(held);
    },
    async letGo({ personId, advisorId, startsAt }) {
      await db.slotHold.deleteMany({ where: { personId, slotKey: slotKeyOf(advisorId, startsAt) } });
    },
    async book(command) {
      const known = await bookedUnder(db, command.idempotencyKey);
      if (known) return ok(known);
      const fault = timeFault(await desks.find(command.deskId), command, 'requester');
      if (fault) return refused(fault);
      // Looking before queueing for the write lock: of a thousand who come at once, most are told at once.
      const outcome = (await isTaken(db, command, 'requester'))
        ? { appointment: await bookedUnder(db, command.idempotencyKey), fresh: false }
        : await inTransaction(db, (tx) => book(tx, command));
      if (!outcome.appointment) return taken(command);
      if (outcome.fresh) announce(outcome.appointment);
      return ok(outcome.appointment);
    },
    async move(command) {
      const found = await db.appointment.findUnique({ where: { id: command.appointmentId }, include: NAMES });
      if (found === null) return refused({ code: 'not-found' });
      const { deskId, personId } = toAppointment(found);
      const desk = await desks.find(deskId);
      const result = announced(await inTransaction(db, (tx) => move(tx, desk, command)));
      if (result.ok || result.fault.code !== 'taken') return result;
      const { advisorId, startsAt, now, appointmentId: moving } = command;
      return taken({ deskId, personId, advisorId, startsAt, now, moving });
    },
    async cancel(command) {
      return announced(await inTransaction(db, (tx) => cancel(tx, command)));
    },
    async setMeetingUrl(command) {
      return announced(await inTransaction(db, (tx) => setMeetingUrl(tx, command)));
    },
    async find(idOrReference) {
      const row = await db.appointment.findFirst({
        where: { OR: [{ id: idOrReference }, { reference: idOrReference }] },
        include: NAMES,
      });
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
    async past(personId, now, limit) {
      const rows = await db.appointment.findMany({
        where: { personId, status: 'booked', startsAt: { lte: now } },
        include: NAMES,
        orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(toAppointment);
    },
    async agenda(deskIds, from, limit, to) {
      const rows = await db.appointment.findMany({
        where: { deskId: { in: [...deskIds] }, startsAt: { gte: from, ...(to && { lt: to }) } },
        include: NAMES,
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(toAppointmentRow);
    },
  };
}
