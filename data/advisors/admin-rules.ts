import type { DeskId } from '../desks/types';
import type { Advisor, AdvisorRole } from './types';

/** Who acts, and on whom, as far as the rules look. */
export type Administrator = Pick<Advisor, 'id' | 'role' | 'deskIds'>;
export type Administered = Pick<Advisor, 'id' | 'role' | 'deskIds'> & { readonly active: boolean };

/** What somebody is to become. */
export interface Rights {
  readonly role: AdvisorRole;
  readonly deskIds: readonly DeskId[];
}

export type AdministrationFault =
  /** Nobody of the actor's desks. */
  | 'not-found'
  /** Somebody of other desks too, or to a supervisor an admin. */
  | 'not-yours'
  /** Only admins make admins, or give desks that are not one's own. */
  | 'not-yours-to-give'
  /** Nobody takes rights away from herself. */
  | 'yourself'
  /** Somebody has to be left who administers the installation. */
  | 'last-admin'
  | 'no-desk';

const within = (some: readonly DeskId[], all: readonly DeskId[]): boolean =>
  some.every((id) => all.includes(id));

/** Whether she appears in the actor's list: those who share a desk with her do. */
export const maySee = (actor: Administrator, target: Pick<Advisor, 'deskIds'>): boolean =>
  target.deskIds.some((id) => actor.deskIds.includes(id));

/**
 * Why the actor may not act on somebody at all; null: she may. A sign-in link opens everything that its owner may see, so that nobody acts
 * on somebody who has other desks than hers, and no supervisor on an admin.
 */
export function actFault(actor: Administrator, target: Administered): AdministrationFault | null {
  if (actor.role === 'advisor' || !maySee(actor, target)) return 'not-found';
  if (!within(target.deskIds, actor.deskIds)) return 'not-yours';
  return target.role === 'admin' && actor.role !== 'admin' ? 'not-yours' : null;
}

/** Why the actor may not give somebody (null: somebody new) these rights; null: she may. */
export function rightsFault(
  actor: Administrator,
  target: Administered | null,
  rights: Rights,
  activeAdmins: number,
): AdministrationFault | null {
  const fault = target && actFault(actor, target);
  if (fault !== null) return fault;
  if (rights.deskIds.length === 0) return 'no-desk';
  if (actor.role === 'advisor') return 'not-found';
  if (!within(rights.deskIds, actor.deskIds)) return 'not-yours-to-give';
  if (rights.role === 'admin' && actor.role !== 'admin') return 'not-yours-to-give';
  if (target === null) return null;
  if (target.id === actor.id && isLess(rights, target)) return 'yourself';
  return rights.role !== 'admin' && isLastAdmin(target, activeAdmins) ? 'last-admin' : null;
}

/** Why the actor may not put somebody out of service; null: she may. */
export function deactivateFault(
  actor: Administrator,
  target: Administered,
  activeAdmins: number,
): AdministrationFault | null {
  const fault = actFault(actor, target);
  if (fault !== null) return fault;
  if (target.id === actor.id) return 'yourself';
  return isLastAdmin(target, activeAdmins) ? 'last-admin' : null;
}

const RANK: Readonly<Record<AdvisorRole, number>> = { advisor: 0, supervisor: 1, admin: 2 };

const isLess = (rights: Rights, target: Administered): boolean =>
  RANK[rights.role] < RANK[target.role] || !within(target.deskIds, rights.deskIds);

const isLastAdmin = ({ role, active }: Administered, activeAdmins: number): boolean =>
  role === 'admin' && active && activeAdmins <= 1;
