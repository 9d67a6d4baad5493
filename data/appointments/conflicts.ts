import type { Desk } from '../desks/types';
import type { Transaction } from '../prisma/database';
import { earliestStart, isOnGrid, slotAt, withBuffer } from './slots';
import type { AppointmentFault } from './types';

/** A slot that somebody wants. */
export interface Wanted {
  readonly deskId: string;
  readonly personId: string;
  readonly advisorId: string;
  readonly startsAt: Date;
  readonly now: Date;
  /** The appointment that is to be moved there: its own time does not stand in its way. */
  readonly moving?: string;
}

/** Advisors may do at short notice, and back to back, what is not offered to requesters. */
export type Strictness = 'requester' | 'advisor';

/** What names a slot in the unique indexes. */
export const slotKeyOf = (advisorId: string, startsAt: Date): string =>
  `${advisorId}@${startsAt.toISOString()}`;

/** What is wrong with a wished instant, whoever is free. */
export function timeFault(
  desk: Desk,
  { startsAt, now }: Pick<Wanted, 'startsAt' | 'now'>,
  strictness: Strictness,
): AppointmentFault | null {
  if (startsAt <= now) return { code: 'in-past' };
  const earliest = earliestStart(now);
  if (strictness === 'requester' && startsAt < earliest) return { code: 'too-soon', earliest };
  return isOnGrid(desk, startsAt) ? null : { code: 'closed' };
}

/**
 * Whether the slot cannot be had: booked, held by somebody else, the advisor away or of another desk, or the requester elsewhere at that
 * time.
 */
export async function isTaken(tx: Transaction, wanted: Wanted, strictness: Strictness): Promise<boolean> {
  const { deskId, advisorId, personId, now, moving } = wanted;
  const slot = slotAt(wanted.startsAt);
  const during = overlapping(slot.start, slot.end);
  const wide = strictness === 'requester' ? withBuffer(slot) : slot;
  const around = overlapping(wide.start, wide.end);
  const booked = await tx.appointment.findFirst({
    where: {
      status: 'booked',
      ...(moving === undefined ? {} : { id: { not: moving } }),
      OR: [
        { advisorId, ...around },
        { personId, ...during },
      ],
    },
    select: { id: true },
  });
  if (booked) return true;
  const held = await tx.slotHold.findFirst({
    where: { advisorId, ...around, expiresAt: { gt: now }, personId: { not: personId } },
    select: { slotKey: true },
  });
  if (held) return true;
  const present = await tx.advisor.findFirst({
    where: {
      id: advisorId,
      active: true,
      role: { not: 'admin' },
      desks: { some: { deskId } },
      absences: { none: during },
    },
    select: { id: true },
  });
  return present === null;
}

const overlapping = (start: Date, end: Date) => ({ startsAt: { lt: end }, endsAt: { gt: start } });
