import { inTransaction, type Database, type Transaction } from '../prisma/database';
import { canonical, keyOf, type TeamsIdentity } from '../teams/accounts';
import { advisorByPassword } from './credentials';
import { canonicalEmail, toAdvisor, WITH_DESKS } from './rows';
import { openSession } from './sessions';
import type { OpenedSession, TeamsPerson } from './types';

const METHOD = 'teams';

/**
 * Opens a session for somebody whom Teams has named. Her account decides, once it is linked; an address only finds an advisor who has
 * no account in that tenant yet, and links it: an address alone could be somebody else's by now.
 */
export function signInWithTeams(
  db: Database,
  { identity, trustedEmail }: TeamsPerson,
  now: Date,
  userAgent?: string,
): Promise<OpenedSession | null> {
  return inTransaction(db, async (tx) => {
    const account = await tx.teamsAccount.findUnique({ where: keyOf(identity) });
    if (account?.advisorId) {
      const known = await tx.advisor.findUnique({
        where: { id: account.advisorId, active: true },
        include: WITH_DESKS,
      });
      return known && openSession(tx, toAdvisor(known), { method: METHOD, userAgent }, now);
    }
    if (trustedEmail === null) return null;
    const named = await tx.advisor.findUnique({
      where: { email: canonicalEmail(trustedEmail), active: true },
      include: WITH_DESKS,
    });
    if (!named || (await hasAccount(tx, named.id, identity))) return null;
    await linkAdvisor(tx, identity, named.id, now);
    return openSession(tx, toAdvisor(named), { method: METHOD, userAgent }, now);
  });
}

/** Links an account of Teams to the advisor who has shown her password, and opens a session. */
export async function linkTeamsWithPassword(
  db: Database,
  command: { readonly identity: TeamsIdentity; readonly email: string; readonly password: string },
  now: Date,
  userAgent?: string,
): Promise<OpenedSession | null> {
  const advisor = await advisorByPassword(db, command.email, command.password);
  if (advisor === null) return null;
  return inTransaction(db, async (tx) => {
    await linkAdvisor(tx, command.identity, advisor.id, now);
    return openSession(tx, advisor, { method: METHOD, userAgent }, now);
  });
}

async function hasAccount(tx: Transaction, advisorId: string, identity: TeamsIdentity): Promise<boolean> {
  const { tenantId } = canonical(identity);
  return (await tx.teamsAccount.count({ where: { advisorId, tenantId } })) > 0;
}

async function linkAdvisor(
  tx: Transaction,
  identity: TeamsIdentity,
  advisorId: string,
  now: Date,
): Promise<void> {
  const linked = { advisorId, linkedBy: 'single-sign-on', linkedAt: now };
  await tx.teamsAccount.upsert({
    where: keyOf(identity),
    update: linked,
    create: { ...canonical(identity), ...linked },
  });
}
