import { inTransaction, oneOf, type Database, type Transaction } from '../prisma/database';
import { hashToken, newToken } from './tokens';
import { toAdvisor, WITH_DESKS } from './rows';
import {
  SESSION_METHODS,
  type Advisor,
  type OpenedSession,
  type SessionInfo,
  type SessionMethod,
} from './types';

const SESSION_MS = 12 * 3_600_000;
const LONGEST_USER_AGENT = 300;

/** Opens a session for an advisor who has shown who she is. Only the token's hash is stored. */
export async function openSession(
  tx: Transaction,
  advisor: Advisor,
  origin: { readonly method: SessionMethod; readonly userAgent?: string | undefined },
  now: Date,
): Promise<OpenedSession> {
  const sessionToken = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  await tx.advisorSession.create({
    data: {
      tokenHash: hashToken(sessionToken),
      advisorId: advisor.id,
      createdAt: now,
      expiresAt,
      method: origin.method,
      userAgent: origin.userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
    },
  });
  return { advisor, sessionToken, expiresAt };
}

/** The advisor whose session a token opened; null when it has ended, or she is no longer active. */
export async function sessionOf(db: Database, sessionToken: string, now: Date): Promise<Advisor | null> {
  const row = await db.advisorSession.findUnique({
    where: { tokenHash: hashToken(sessionToken), revokedAt: null, expiresAt: { gt: now } },
    include: { advisor: { include: WITH_DESKS } },
  });
  return row?.advisor.active ? toAdvisor(row.advisor) : null;
}

/** Ends one session. */
export async function endSession(db: Database, sessionToken: string, now: Date): Promise<void> {
  await db.advisorSession.updateMany({
    where: { tokenHash: hashToken(sessionToken), revokedAt: null },
    data: { revokedAt: now },
  });
}

/** What names a session in a list: the beginning of its hash, of which nothing can be made. */
export const sessionIdOf = (tokenHash: string): string => tokenHash.slice(0, 24);

/** The open sessions of an advisor, the one used last first. */
export async function openSessions(
  db: Database,
  advisorId: string,
  now: Date,
): Promise<readonly SessionInfo[]> {
  const rows = await db.advisorSession.findMany({
    where: { advisorId, revokedAt: null, expiresAt: { gt: now } },
  });
  return rows
    .map(({ tokenHash, method, userAgent, createdAt, lastSeenAt, expiresAt }) => ({
      id: sessionIdOf(tokenHash),
      method: method === null ? null : oneOf(SESSION_METHODS, method, 'AdvisorSession.method'),
      userAgent,
      createdAt,
      lastSeenAt,
      expiresAt,
    }))
    .sort((one, other) => lastUse(other) - lastUse(one));
}

const lastUse = ({ lastSeenAt, createdAt }: SessionInfo): number => (lastSeenAt ?? createdAt).getTime();

/** Ends one session of an advisor, by the id that a list gives it. @returns whether it was open. */
export async function revokeSession(
  db: Database,
  advisorId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  if (sessionId.length !== sessionIdOf(hashToken('')).length) return false;
  const { count } = await db.advisorSession.updateMany({
    where: { advisorId, tokenHash: { startsWith: sessionId }, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  });
  return count > 0;
}

/** Ends every session of an advisor but one. */
export async function endOtherSessions(
  tx: Database | Transaction,
  advisorId: string,
  kept: string | null,
  now: Date,
): Promise<void> {
  await tx.advisorSession.updateMany({
    where: { advisorId, revokedAt: null, ...(kept !== null && { tokenHash: { not: hashToken(kept) } }) },
    data: { revokedAt: now },
  });
}

const LINK_MS = 3_600_000;

/** A one-time sign-in link's token, valid for an hour. */
export async function createSignInLink(
  db: Database,
  advisorId: string,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LINK_MS);
  await db.signInLink.create({ data: { tokenHash: hashToken(token), advisorId, expiresAt } });
  return { token, expiresAt };
}

/** The link is spent by the one update that finds it unspent, so that of two redeemed at once only one opens a session. */
export function redeemSignInLink(
  db: Database,
  token: string,
  now: Date,
  userAgent?: string,
): Promise<OpenedSession | null> {
  return inTransaction(db, async (tx) => {
    const tokenHash = hashToken(token);
    const spent = await tx.signInLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now }, advisor: { active: true } },
      data: { usedAt: now },
    });
    if (spent.count !== 1) return null;
    const { advisor } = await tx.signInLink.findUniqueOrThrow({
      where: { tokenHash },
      include: { advisor: { include: WITH_DESKS } },
    });
    return openSession(tx, toAdvisor(advisor), { method: 'link', userAgent }, now);
  });
}
