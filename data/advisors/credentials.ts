import { inTransaction, type Database } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import { hashPassword, matchesPassword, passwordFault, type PasswordFault } from './passwords';
import { canonicalEmail, toAdvisor, WITH_DESKS } from './rows';
import { endOtherSessions, openSession } from './sessions';
import type { Advisor, OpenedSession, OpenIdPerson } from './types';

/**
 * Opens a session for somebody whom the organisation's identity provider has named. Her subject decides; it is bound at her first
 * sign-in, by an address that the provider has verified. An address alone could be somebody else's by now.
 */
export function signInWithOpenId(
  db: Database,
  { issuer, subject, verifiedEmail }: OpenIdPerson,
  now: Date,
  userAgent?: string,
): Promise<OpenedSession | null> {
  const openIdSubject = `${issuer} ${subject}`;
  const origin = { method: 'openid', userAgent } as const;
  return inTransaction(db, async (tx) => {
    const known = await tx.advisor.findUnique({ where: { openIdSubject }, include: WITH_DESKS });
    if (known) return known.active ? openSession(tx, toAdvisor(known), origin, now) : null;
    if (verifiedEmail === null) return null;
    const named = await tx.advisor.findFirst({
      where: { email: canonicalEmail(verifiedEmail), active: true, openIdSubject: null },
      include: WITH_DESKS,
    });
    if (!named) return null;
    await tx.advisor.update({ where: { id: named.id }, data: { openIdSubject } });
    return openSession(tx, toAdvisor(named), origin, now);
  });
}

/** Opens a session for the right address and password. Whether the address or the password was wrong cannot be told, nor timed. */
export async function signInWithPassword(
  db: Database,
  email: string,
  password: string,
  now: Date,
  userAgent?: string,
): Promise<OpenedSession | null> {
  const advisor = await advisorByPassword(db, email, password);
  if (advisor === null) return null;
  return inTransaction(db, (tx) => openSession(tx, advisor, { method: 'password', userAgent }, now));
}

/** The active advisor of an address and its password; null for any other pair. */
export async function advisorByPassword(
  db: Database,
  email: string,
  password: string,
): Promise<Advisor | null> {
  const row = await db.advisor.findUnique({
    where: { email: canonicalEmail(email), active: true },
    include: WITH_DESKS,
  });
  const matches = await matchesPassword(row?.passwordHash ?? null, password);
  return row && matches ? toAdvisor(row) : null;
}

/** Sets a password, against the one that she has, if she has one. Her other sessions end: a stolen one ends with them. */
export async function setPassword(
  db: Database,
  command: { advisorId: string; current: string | null; next: string; keepSession: string; now: Date },
): Promise<Result<null, PasswordFault | { readonly code: 'wrong-password' }>> {
  const row = await db.advisor.findUniqueOrThrow({ where: { id: command.advisorId } });
  if (row.passwordHash !== null && !(await matchesPassword(row.passwordHash, command.current ?? ''))) {
    return refused({ code: 'wrong-password' });
  }
  const fault = passwordFault(command.next, [row.name, row.email]);
  if (fault) return refused(fault);
  const passwordHash = await hashPassword(command.next);
  await inTransaction(db, async (tx) => {
    await tx.advisor.update({ where: { id: row.id }, data: { passwordHash } });
    await endOtherSessions(tx, row.id, command.keepSession, command.now);
  });
  return ok(null);
}
