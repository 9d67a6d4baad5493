import { DESK_IDS } from '../desks/types';
import { oneOf } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import type { Team } from './types';

export const WITH_MEMBERS = {
  members: {
    where: { advisor: { active: true } },
    select: { advisorId: true },
    orderBy: { advisorId: 'asc' },
  },
} satisfies Prisma.TeamInclude;

export const toTeam = (row: Prisma.TeamGetPayload<{ include: typeof WITH_MEMBERS }>): Team => ({
  id: row.id,
  deskId: oneOf(DESK_IDS, row.deskId, 'Team.deskId'),
  name: row.name,
  categories: row.categories as readonly string[],
  version: row.version,
  memberIds: row.members.map(({ advisorId }) => advisorId),
});
