import type { Result } from '../result';
import type { Setting } from '../settings/types';
import type { TargetFault } from '../sla/desk-targets';
import type { SlaTargets } from '../sla/targets';
import type { HoursFault } from './hours-rules';
import type { DayException, DeskId, OpeningHours } from './types';

/** The weekly hours of a desk, and how often they were changed. */
export interface DeskWeek {
  readonly openingHours: OpeningHours;
  readonly version: number;
}

/** What was set, what it was before, and how many open tickets have their deadlines reckoned anew for it. */
export interface Changed<Before, Now> {
  readonly before: Before;
  readonly now: Now;
  readonly reckoned: number;
}

export type HoursRefusal =
  | { readonly code: 'wrong-hours'; readonly faults: readonly HoursFault[] }
  /** Somebody has changed them since they were read. */
  | { readonly code: 'conflict'; readonly current: DeskWeek };

export type ExceptionRefusal =
  | { readonly code: 'wrong-spans' }
  /** Something is set for that day already. */
  | { readonly code: 'day-taken'; readonly current: DayException };

export type TargetsRefusal =
  | { readonly code: 'wrong-targets'; readonly faults: readonly TargetFault[] }
  | { readonly code: 'conflict'; readonly current: Setting<SlaTargets> };

/** Hours, days of their own and deadlines of desks. Deadlines of open tickets follow within a minute (data/sla/service.ts). */
export interface DeskAdministration {
  hours(deskId: DeskId): Promise<DeskWeek>;
  saveHours(command: {
    readonly deskId: DeskId;
    readonly openingHours: OpeningHours;
    readonly expectedVersion: number;
  }): Promise<Result<Changed<OpeningHours, DeskWeek>, HoursRefusal>>;
  /** Closes the desk on a day, or opens it. */
  saveException(command: {
    readonly deskId: DeskId;
    readonly exception: DayException;
  }): Promise<Result<{ readonly exception: DayException; readonly reckoned: number }, ExceptionRefusal>>;
  /** Takes back what was set for a day. @returns what it was; null: nothing was. */
  removeException(deskId: DeskId, day: string): Promise<DayException | null>;
  targets(deskId: DeskId): Promise<Setting<SlaTargets>>;
  saveTargets(command: {
    readonly deskId: DeskId;
    readonly targets: SlaTargets;
    readonly expectedVersion: number;
    readonly advisorId: string;
    readonly now: Date;
  }): Promise<Result<Changed<SlaTargets, Setting<SlaTargets>>, TargetsRefusal>>;
}
