import { randomUUID } from 'node:crypto';
import { DESK_IDS } from '../desks/types';
import { advisorEmailTaken, advisorUnknown } from '../errors';
import { inTransaction, oneOf, type Database, type Transaction } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { hashToken, newToken } from './tokens';
import { ADVISOR_ROLES, type Advisor, type AdvisorService } from './types';

const LINK_MS = 3_600_000;
const SESSION_MS = 12 * 3_600_000;

const WITH_DESKS = { desks: { select: { deskId: true } } } satisfies Prisma.AdvisorInclude;

/** Advisors and their sign-in. Only hashes of tokens are stored; an advisor who is no longer active is as if unknown. */
export function createAdvisorService(db: Database): AdvisorService {
  return {
    async find(id) {
      const row = await db.advisor.findUnique({ where: { id, active: true }, include: WITH_DESKS });
      return row && toAdvisor(row);
    },
    async findByEmail(email) {
      const row = await db.advisor.findUnique({
        where: { email: canonical(email), active: true },
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
    createSignInLink: (advisorId, now) => createSignInLink(db, advisorId, now),
    redeemSignInLink: (token, now) => inTransaction(db, (tx) => redeem(tx, token, now)),
    session: (sessionToken, now) => session(db, sessionToken, now),
    async endSession(sessionToken, now) {
      await db.advisorSession.updateMany({
        where: { tokenHash: hashToken(sessionToken), revokedAt: null },
        data: { revokedAt: now },
      });
    },
  };
}

const canonical = (email: string): string => email.trim().toLowerCase();

const toAdvisor = (row: Prisma.AdvisorGetPayload<{ include: typeof WITH_DESKS }>): Advisor => {
  const ids = row.desks.map((desk) => desk.deskId);
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: oneOf(ADVISOR_ROLES, row.role, 'Advisor.role'),
    deskIds: DESK_IDS.filter((id) => ids.includes(id)),
  };
};

function add(db: Database, advisor: Parameters<AdvisorService['add']>[0]): Promise<Advisor> {
  const email = canonical(advisor.email);
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

async function createSignInLink(
  db: Database,
  advisorId: string,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const advisor = await db.advisor.findUnique({ where: { id: advisorId, active: true } });
  if (!advisor) throw advisorUnknown(advisorId);
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LINK_MS);
  await db.signInLink.create({ data: { tokenHash: hashToken(token), advisorId, expiresAt } });
  return { token, expiresAt };
}

/** The link is spent by the one update that finds it unspent, so that of two redeemed at once only one opens a session. */
async function redeem(
  tx: Transaction,
  token: string,
  now: Date,
): Promise<{ advisor: Advisor; sessionToken: string; expiresAt: Date } | null> {
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
  const sessionToken = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  await tx.advisorSession.create({
    data: { tokenHash: hashToken(sessionToken), advisorId: advisor.id, createdAt: now, expiresAt },
  });
  return { advisor: toAdvisor(advisor), sessionToken, expiresAt };
}

async function session(db: Database, sessionToken: string, now: Date): Promise<Advisor | null> {
  const row = await db.advisorSession.findUnique({
    where: { tokenHash: hashToken(sessionToken), revokedAt: null, expiresAt: { gt: now } },
    include: { advisor: { include: WITH_DESKS } },
  });
  return row?.advisor.active ? toAdvisor(row.advisor) : null;
}
