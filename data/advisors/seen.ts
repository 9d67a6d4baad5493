import type { Database, Transaction } from '../prisma/database';
import { hashToken } from './tokens';

/** How long after it was last seen a session still counts as somebody who is there, in minutes. */
export const SEEN_MINUTES = 3;

/** What a session was seen at is written again after this long: a minute's precision is enough, in milliseconds. */
const WRITTEN_EVERY_MS = 45_000;

/** Keeps that a session is in use. One that has ended stays as it was. */
export async function markSeen(db: Database, sessionToken: string, now: Date): Promise<void> {
  await db.advisorSession.updateMany({
    where: {
      tokenHash: hashToken(sessionToken),
      revokedAt: null,
      OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: new Date(now.getTime() - WRITTEN_EVERY_MS) } }],
    },
    data: { lastSeenAt: now },
  });
}

/** Which of these advisors have a session that was in use within SEEN_MINUTES. */
export async function connectedOf(
  db: Database | Transaction,
  advisorIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const since = new Date(now.getTime() - SEEN_MINUTES * 60_000);
  const rows = await db.advisorSession.findMany({
    where: {
      advisorId: { in: [...advisorIds] },
      revokedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: since },
      advisor: { active: true },
    },
    select: { advisorId: true },
  });
  return new Set(rows.map(({ advisorId }) => advisorId));
}

export const isConnected = async (db: Database, advisorId: string, now: Date): Promise<boolean> =>
  (await connectedOf(db, [advisorId], now)).has(advisorId);
