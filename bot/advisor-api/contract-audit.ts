/**
 * Who changed what, and who looked at whose records; for supervisors and admins.
 *
 * GET /api/advisor/audit?from=&to=&actor=&about=&before= -> AuditPage   (days, both included; about: the beginning of an action, as "tickets";
 * before: the `next` of the page before)
 */
export interface AuditLine {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  /** The thing and the verb, as in tickets.read. */
  readonly action: string;
  readonly desk: string | null;
  readonly entityId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** Where the next page begins; null: this is the last. */
  readonly next: number | null;
}
