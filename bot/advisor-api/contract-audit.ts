import type { AUDIT_ACTIONS } from './audit-actions';

/**
 * Who changed what, and who looked at whose records; for supervisors and admins.
 *
 * GET /api/advisor/audit?from=&to=&actor=&about=&before= -> AuditPage   (days, both included; about: the beginning of an action, as "tickets";
 * before: the `next` of the page before)
 */
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditLine {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  /** The thing and the verb, as in tickets.read: an AuditAction, or one that an earlier release wrote. */
  readonly action: string;
  readonly desk: string | null;
  readonly entityId: string | null;
  /** How the thing is called today, and the reference of the ticket that it is or belongs to; null: gone, or it never had a name. */
  readonly about: { readonly name: string; readonly ticket: string | null } | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** What ids in the details stand for: topics, advisors, tickets, desks. */
  readonly names: Readonly<Record<string, string>>;
  /** Where the next page begins; null: this is the last. */
  readonly next: number | null;
}
