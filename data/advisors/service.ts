import { randomUUID } from 'node:crypto';
import { advisorEmailTaken, advisorUnknown } from '../errors';
import { inTransaction, type Database } from '../prisma/database';
import { setPassword, signInWithOpenId, signInWithPassword } from './credentials';
import { canonicalEmail, toAdvisor, WITH_DESKS } from './rows';
import { linkTeamsWithPassword, signInWithTeams } from './teams-sign-in';
import { isConnected, markSeen } from './seen';
import {
  createSignInLink,
  endOtherSessions,
  endSession,
  openSessions,
  redeemSignInLink,
  revokeSession,
  sessionIdOf,
  sessionOf,
} from './sessions';
import { hashToken } from './tokens';
import type { Advisor, AdvisorService } from './types';

/** Advisors and their sign-in. Only hashes of tokens are stored; an advisor who is no longer active is as if unknown. */
export function createAdvisorService(db: Database): AdvisorService {
  return {
    async find(id) {
      const row = await db.advisor.findUnique({ where: { id, active: true }, include: WITH_DESKS });
      return row && toAdvisor(row);
    },
    async findByEmail(email) {
      const row = await db.advisor.findUnique({
        where: { email: canonicalEmail(email), active: true },
        include: WITH_DESKS,
      });
      return row && toAdvisor(row);
    },
    async ofDesks(deskIds) {
      const rows = await db.advisor.findMany({
        where: { active: true, desks: { some: { deskId: { in: [...deskIds] } } } },
        include: WITH_DESKS,
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toAdvisor);
    },
    add: (advisor) => add(db, advisor),
    async createSignInLink(advisorId, now) {
      const advisor = await db.advisor.findUnique({ where: { id: advisorId, active: true } });
      if (!advisor) throw advisorUnknown(advisorId);
      return createSignInLink(db, advisorId, now);
    },
    redeemSignInLink: (token, now, userAgent) => redeemSignInLink(db, token, now, userAgent),
    signInWithOpenId: (person, now, userAgent) => signInWithOpenId(db, person, now, userAgent),
    signInWithTeams: (person, now, userAgent) => signInWithTeams(db, person, now, userAgent),
    linkTeamsWithPassword: (command, now, userAgent) => linkTeamsWithPassword(db, command, now, userAgent),
    signInWithPassword: (email, password, now, userAgent) =>
      signInWithPassword(db, email, password, now, userAgent),
    async hasPassword(advisorId) {
      return (await db.advisor.count({ where: { id: advisorId, passwordHash: { not: null } } })) > 0;
    },
    setPassword: (command) => setPassword(db, command),
    sessions: (advisorId, now) => openSessions(db, advisorId, now),
    sessionId: (sessionToken) => sessionIdOf(hashToken(sessionToken)),
    revokeSession: (advisorId, sessionId, now) => revokeSession(db, advisorId, sessionId, now),
    revokeSessions: (advisorId, kept, now) => endOtherSessions(db, advisorId, kept, now),
    session: (sessionToken, now) => sessionOf(db, sessionToken, now),
    seen: (token, now) => markSeen(db, token, now),
    isConnected: (advisorId, now) => isConnected(db, advisorId, now),
    endSession: (sessionToken, now) => endSession(db, sessionToken, now),
  };
}

function add(db: Database, advisor: Parameters<AdvisorService['add']>[0]): Promise<Advisor> {
  const email = canonicalEmail(advisor.email);
  return inTransaction(db, async (tx) => {
    if (await tx.advisor.findUnique({ where: { email } })) throw advisorEmailTaken(email);
    const row = await tx.advisor.create({
      data: {
        id: randomUUID(),
        name: advisor.name.trim(),
        email,
        role: advisor.role,
        active: true,
        createdAt: advisor.now,
        desks: { create: [...new Set(advisor.deskIds)].map((deskId) => ({ deskId })) },
      },
      include: WITH_DESKS,
    });
    return toAdvisor(row);
  });
}
