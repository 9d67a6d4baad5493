import type { AdvisorRef, ApiError, Me } from './contract';

/**
 * The administration of advisors, teams, hours, closures and deadlines; for supervisors and admins. Part of contract.ts. They act on those whose
 * desks are all theirs, supervisors on no admin (data/advisors/admin-rules.ts); what belongs to a desk is changed by those of that desk.
 *
 * GET  /api/advisor/advisors                        -> AdvisorDirectory
 * POST /api/advisor/advisors                        {name, email, role, desks}           -> NewAdvisor
 * POST /api/advisor/advisors/:id                    {name, role, desks, version}         -> AdminAdvisor | 409 AdminConflict<AdminAdvisor>
 * POST /api/advisor/advisors/:id/active             {active}                             -> AdminAdvisor
 * POST /api/advisor/advisors/:id/link               -> SignInLink                        (one use, one hour)
 * POST /api/advisor/advisors/:id/sessions/revoke    -> AdminAdvisor
 * POST /api/advisor/advisors/:id/absences           {from, to, fromTime?, toTime?, coverId} -> AdminAdvisor   (days, both included)
 * POST /api/advisor/absences/:id/remove                 -> AdminAdvisor
 * GET  /api/advisor/teams                           -> { teams: TeamView[] }
 * POST /api/advisor/teams                           {desk, name, categories, memberIds}  -> TeamView
 * POST /api/advisor/teams/:id                       {name, categories, memberIds, version} -> TeamView | 409 AdminConflict<TeamView>
 * POST /api/advisor/teams/:id/remove                -> 204
 * GET  /api/advisor/settings/:id/hours            -> HoursView
 * POST /api/advisor/settings/:id/hours            {hours, version}                     -> HoursView | 409 AdminConflict<HoursView>
 * GET  /api/advisor/settings/:id/holidays?year=   -> HolidaysView
 * POST /api/advisor/settings/:id/holidays         DayView                              -> HolidaysView
 * POST /api/advisor/settings/:id/holidays/remove  {day}                                -> HolidaysView
 * GET  /api/advisor/settings/:id/deadlines        -> DeadlinesView
 * POST /api/advisor/settings/:id/deadlines        {targets, version}                   -> DeadlinesView | 409 AdminConflict<DeadlinesView>
 */
export interface AbsenceView {
  readonly id: string;
  readonly startsAt: string;
  /** Not included. */
  readonly endsAt: string;
  /** Who has her requests meanwhile; null: her teams. */
  readonly cover: AdvisorRef | null;
}

export interface AdminAdvisor extends AdvisorRef {
  readonly email: string;
  readonly role: Me['role'];
  readonly desks: readonly string[];
  readonly teams: readonly { readonly id: string; readonly desk: string; readonly name: string }[];
  readonly active: boolean;
  /** null: never. */
  readonly lastSeenAt: string | null;
  readonly absentNow: boolean;
  /** Those that are not over. */
  readonly absences: readonly AbsenceView[];
  readonly openTickets: number;
  readonly appointments: number;
  readonly version: number;
  /** Whether who asks may change her. */
  readonly mine: boolean;
}

export interface AdvisorDirectory {
  readonly advisors: readonly AdminAdvisor[];
  /** Desks that who asks may give. */
  readonly desks: readonly { readonly id: string; readonly name: string; readonly zone: string }[];
  /** Roles that she may give. */
  readonly roles: readonly Me['role'][];
}

/** Opens a session for whoever follows it first: shown once. */
export interface SignInLink {
  readonly url: string;
  readonly expiresAt: string;
}

export interface NewAdvisor {
  readonly advisor: AdminAdvisor;
  readonly link: SignInLink;
}

export interface TeamView {
  readonly id: string;
  readonly desk: string;
  readonly name: string;
  /** None: whatever no other team of the desk takes. */
  readonly categories: readonly string[];
  readonly members: readonly AdvisorRef[];
  readonly version: number;
}

/** A part of a day, as local times 'HH:mm'. */
export interface SpanView {
  readonly from: string;
  readonly to: string;
}

export interface HoursView {
  readonly desk: string;
  readonly zone: string;
  /** By ISO weekday, 1 = Monday; a day without an entry is closed. */
  readonly hours: Readonly<Record<string, readonly SpanView[]>>;
  readonly version: number;
}

/** A day on which a desk keeps other hours. */
export interface DayView {
  /** As 2026-12-24. */
  readonly day: string;
  readonly label: string;
  readonly open: boolean;
  /** When it is open; null: as on that day of the week. */
  readonly spans: readonly SpanView[] | null;
}

export interface HolidaysView {
  readonly desk: string;
  readonly year: number;
  /** Public holidays, and whether they are kept: an exceptional opening goes before them. */
  readonly holidays: readonly string[];
  /** Those of the year. */
  readonly days: readonly DayView[];
}

type Clocks = { readonly 'first-reply': number; readonly resolution: number };

/** Minutes of opening hours. */
export type TargetsView = Readonly<Record<'urgent' | 'high' | 'normal' | 'low', Clocks>>;

export interface DeadlinesView {
  readonly desk: string;
  readonly targets: TargetsView;
  /** Those of a new installation. */
  readonly builtIn: TargetsView;
  readonly version: number;
  readonly updatedBy: string | null;
  readonly updatedAt: string | null;
}

/** What a stale version is answered with. */
export interface AdminConflict<T> extends ApiError {
  readonly current: T;
}
