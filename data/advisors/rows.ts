import { DESK_IDS } from '../desks/types';
import { oneOf } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { ADVISOR_ROLES, type Advisor } from './types';

export const WITH_DESKS = { desks: { select: { deskId: true } } } satisfies Prisma.AdvisorInclude;

export type AdvisorRow = Prisma.AdvisorGetPayload<{ include: typeof WITH_DESKS }>;

export const toAdvisor = (row: AdvisorRow): Advisor => {
  const ids = row.desks.map((desk) => desk.deskId);
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: oneOf(ADVISOR_ROLES, row.role, 'Advisor.role'),
    deskIds: DESK_IDS.filter((id) => ids.includes(id)),
  };
};

/** Addresses are compared without regard to case. */
export const canonicalEmail = (email: string): string => email.trim().toLowerCase();
