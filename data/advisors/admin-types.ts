import type { DeskId } from '../desks/types';
import type { Result } from '../result';
import type { AdministrationFault, Administrator, Rights } from './admin-rules';
import type { Advisor } from './types';

/** When somebody is away, and who has her requests meanwhile; null: her teams. */
export interface Absence {
  readonly id: string;
  readonly startsAt: Date;
  /** Not included. */
  readonly endsAt: Date;
  readonly cover: { readonly id: string; readonly name: string } | null;
}

/** An advisor as those who administer her see her. */
export interface AdvisorRecord extends Advisor {
  readonly active: boolean;
  readonly version: number;
  /** null: never, or before it was kept. */
  readonly lastSeenAt: Date | null;
  readonly teams: readonly { readonly id: string; readonly deskId: DeskId; readonly name: string }[];
  /** Those that are not over, in order. */
  readonly absences: readonly Absence[];
  /** Requests in her hands that are not settled. */
  readonly openTickets: number;
  /** Appointments to come. */
  readonly appointments: number;
}

export type AdvisorRefusal =
  | { readonly code: AdministrationFault | 'email-taken' }
  /** Somebody has changed her since she was read. */
  | { readonly code: 'conflict'; readonly current: AdvisorRecord };

export type AbsenceRefusal =
  | { readonly code: AdministrationFault }
  /** It ends before it begins, is over already, or crosses another one. */
  | { readonly code: 'wrong-period' | 'overlap' }
  /** Nobody active who answers one of her desks, or herself. */
  | { readonly code: 'wrong-cover' };

interface Command {
  readonly actor: Administrator;
  readonly id: string;
  readonly now: Date;
}

/** Who answers, as supervisors and admins of the same desks decide it; rules: admin-rules.ts. */
export interface AdvisorAdministration {
  /** Those whom the actor may see, by name; those out of service last. */
  list(actor: Administrator, now: Date): Promise<readonly AdvisorRecord[]>;
  find(actor: Administrator, id: string, now: Date): Promise<AdvisorRecord | null>;
  /** Why the actor may not act on somebody; null: she may. */
  actFault(actor: Administrator, id: string): Promise<AdministrationFault | null>;
  add(
    command: Rights & {
      readonly actor: Administrator;
      readonly name: string;
      readonly email: string;
      readonly now: Date;
    },
  ): Promise<Result<AdvisorRecord, AdvisorRefusal>>;
  /** Changes her name, role and desks. Requests of a desk that she leaves go to others (data/assignment/leave.ts), and she leaves its teams. */
  change(
    command: Command & Rights & { readonly name: string; readonly expectedVersion: number },
  ): Promise<Result<AdvisorRecord, AdvisorRefusal>>;
  /** Out of service: her sessions end, her links are spent, her requests go to others. Into it again: she signs in with a new link. */
  setActive(command: Command & { readonly active: boolean }): Promise<Result<AdvisorRecord, AdvisorRefusal>>;
  addAbsence(
    command: Command & {
      readonly startsAt: Date;
      readonly endsAt: Date;
      readonly coverId: string | null;
    },
  ): Promise<Result<AdvisorRecord, AbsenceRefusal>>;
  /** @returns what she has left; refused for an absence that is not hers. */
  removeAbsence(
    command: Command & { readonly absenceId: string },
  ): Promise<Result<AdvisorRecord, AbsenceRefusal>>;
}
