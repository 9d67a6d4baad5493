import type { DeskId } from '../desks/types';
import type { Result } from '../result';
import type { TeamScope } from './rules';

/** Who answers what on a desk. */
export interface Team extends TeamScope {
  readonly deskId: DeskId;
  /** Those of them who are in service. */
  readonly memberIds: readonly string[];
  /** Counts its changes. */
  readonly version: number;
}

/** What a team is to be. */
export type TeamContent = Omit<Team, 'id' | 'version'>;

export type TeamFault =
  /** These are no active advisors of the desk. */
  { readonly code: 'not-of-desk'; readonly advisorIds: readonly string[] };

export type TeamEditFault =
  | TeamFault
  | { readonly code: 'not-found' }
  /** The desk has a team of that name already. */
  | { readonly code: 'name-taken' }
  /** Somebody has changed it since it was read. */
  | { readonly code: 'conflict'; readonly current: Team };

export interface AssignmentService {
  /** The teams of a desk, by name. A desk without any assigns nothing by itself. */
  teams(deskId: DeskId): Promise<readonly Team[]>;
  /** Makes a team, or changes the one of that name: from now on these categories and members. */
  saveTeam(team: TeamContent): Promise<Result<Team, TeamFault>>;
  /** Makes a team; refused where the desk has one of that name. */
  createTeam(team: TeamContent): Promise<Result<Team, TeamEditFault>>;
  /** Changes a team of a desk, its name too. */
  changeTeam(
    command: TeamContent & { readonly id: string; readonly expectedVersion: number },
  ): Promise<Result<{ readonly before: Team; readonly now: Team }, TeamEditFault>>;
  /** Removes a team; its requests stay with whoever has them. @returns whether there was one. */
  removeTeam(deskId: DeskId, name: string): Promise<boolean>;
  /**
   * Gives back to their team the requests to which nobody has reacted in time, and to others those of advisors who are away for long.
   *
   * @param limit how many requests of each kind at most. @returns how many were moved.
   */
  watch(now: Date, limit: number): Promise<number>;
}
