import { toAdvisor, WITH_DESKS } from '../advisors/rows';
import type { Advisor } from '../advisors/types';
import { inTransaction, oneOf, type Database } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';

/** An account of Microsoft Teams: a user of a Microsoft Entra tenant. Ids are compared without regard to case. */
export interface TeamsIdentity {
  readonly tenantId: string;
  /** The user's object id in her tenant (`aadObjectId` on an activity, `oid` in a token). */
  readonly objectId: string;
}

/** How an account came to be linked to somebody here. */
export const TEAMS_LINKS = ['invitation', 'single-sign-on'] as const;
export type TeamsLink = (typeof TEAMS_LINKS)[number];

/** Who an account of Teams is here: a person who asks, an advisor, or both. */
export interface TeamsAccount extends TeamsIdentity {
  readonly personId: string | null;
  readonly advisorId: string | null;
  readonly linkedBy: TeamsLink;
  readonly linkedAt: Date;
}

export interface TeamsAccountService {
  find(identity: TeamsIdentity): Promise<TeamsAccount | null>;
  /** The advisor whose account it is; null for an unknown account, for a person's, and for an advisor who is no longer active. */
  advisorOf(identity: TeamsIdentity): Promise<Advisor | null>;
  /** Every account linked to an advisor. */
  ofAdvisor(advisorId: string): Promise<readonly TeamsAccount[]>;
  /** Every account linked to a person. */
  ofPerson(personId: string): Promise<readonly TeamsAccount[]>;
  /** Links an account to a person or to an advisor; what it is linked to besides stays. Linking again replaces that half. */
  link(command: {
    readonly identity: TeamsIdentity;
    readonly to: { readonly personId: string } | { readonly advisorId: string };
    readonly by: TeamsLink;
    readonly now: Date;
  }): Promise<TeamsAccount>;
  /** Forgets who the account is. @returns whether it was known. */
  unlink(identity: TeamsIdentity): Promise<boolean>;
}

/** Accounts of Teams, each with who it is here. */
export function createTeamsAccountService(db: Database): TeamsAccountService {
  return {
    async find(identity) {
      const row = await db.teamsAccount.findUnique({ where: keyOf(identity) });
      return row && toTeamsAccount(row);
    },
    async advisorOf(identity) {
      const account = await db.teamsAccount.findUnique({ where: keyOf(identity) });
      if (!account?.advisorId) return null;
      const row = await db.advisor.findUnique({
        where: { id: account.advisorId, active: true },
        include: WITH_DESKS,
      });
      return row && toAdvisor(row);
    },
    async ofAdvisor(advisorId) {
      return (await db.teamsAccount.findMany({ where: { advisorId } })).map(toTeamsAccount);
    },
    async ofPerson(personId) {
      return (await db.teamsAccount.findMany({ where: { personId } })).map(toTeamsAccount);
    },
    link: ({ identity, to, by, now }) =>
      inTransaction(db, async (tx) => {
        const changed = { ...to, linkedBy: by, linkedAt: now };
        const row = await tx.teamsAccount.upsert({
          where: keyOf(identity),
          update: changed,
          create: { ...canonical(identity), ...changed },
        });
        return toTeamsAccount(row);
      }),
    async unlink(identity) {
      const { count } = await db.teamsAccount.deleteMany({ where: canonical(identity) });
      return count > 0;
    },
  };
}

/** Both ids are GUIDs, which some places write in capitals. */
export const canonical = ({ tenantId, objectId }: TeamsIdentity): TeamsIdentity => ({
  tenantId: tenantId.trim().toLowerCase(),
  objectId: objectId.trim().toLowerCase(),
});

export const keyOf = (identity: TeamsIdentity) => ({ tenantId_objectId: canonical(identity) });

const toTeamsAccount = (row: Prisma.TeamsAccountModel): TeamsAccount => ({
  tenantId: row.tenantId,
  objectId: row.objectId,
  personId: row.personId,
  advisorId: row.advisorId,
  linkedBy: oneOf(TEAMS_LINKS, row.linkedBy, 'TeamsAccount.linkedBy'),
  linkedAt: row.linkedAt,
});
