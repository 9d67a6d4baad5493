import type { Transaction } from '../prisma/database';
import { isTaken, slotKeyOf, type Wanted } from './conflicts';
import { slotAt } from './slots';
import type { SlotHold } from './types';

/** How long a slot is kept for somebody who is confirming it. */
export const HOLD_MINUTES = 5;

/** Holds a slot in place of what she held before; null when it is taken. */
export async function hold(tx: Transaction, wanted: Wanted): Promise<SlotHold | null> {
  if (await isTaken(tx, wanted, 'requester')) return null;
  const { personId, advisorId, startsAt, now } = wanted;
  const expiresAt = new Date(now.getTime() + HOLD_MINUTES * 60_000);
  await tx.slotHold.deleteMany({ where: { OR: [{ personId }, { expiresAt: { lte: now } }] } });
  await tx.slotHold.create({
    data: {
      slotKey: slotKeyOf(advisorId, startsAt),
      advisorId,
      personId,
      startsAt,
      endsAt: slotAt(startsAt).end,
      expiresAt,
    },
  });
  return { advisorId, startsAt, expiresAt };
}
