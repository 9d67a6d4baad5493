import type { DeskId } from '../desks/types';
import type { Result } from '../result';
import type { TeamScope } from './rules';

/** Who answers what on a desk. */
export interface Team extends TeamScope {
  readonly deskId: DeskId;
  readonly memberIds: readonly string[];
}

export type TeamFault =
  /** These are no active advisors of the desk. */
  { readonly code: 'not-of-desk'; readonly advisorIds: readonly string[] };

export interface AssignmentService {
  /** The teams of a desk, by name. A desk without any assigns nothing by itself. */
  teams(deskId: DeskId): Promise<readonly Team[]>;
  /** Makes a team, or changes the one of that name: from now on these categories and members. */
  saveTeam(team: Omit<Team, 'id'>): Promise<Result<Team, TeamFault>>;
  /** Removes a team; its requests stay with whoever has them. @returns whether there was one. */
  removeTeam(deskId: DeskId, name: string): Promise<boolean>;
  /**
   * Gives back to their team the requests to which nobody has reacted in time, and to others those of advisors who are away for long.
   *
   * @param limit how many requests of each kind at most. @returns how many were moved.
   */
  watch(now: Date, limit: number): Promise<number>;
}
