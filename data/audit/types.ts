import type { DeskId } from '../desks/types';

/** What was done, as the log keeps it. Never holds what somebody wrote, a secret or a number of hers. */
export interface NewAuditEntry {
  readonly at: Date;
  readonly actor: { readonly kind: 'advisor' | 'system'; readonly id: string | null; readonly name: string };
  /** The thing and the verb, as in tickets.read, tickets.assign, advisors.sessions.revoke. */
  readonly action: string;
  /** The desk whose thing it is; null: of no desk. */
  readonly deskId: DeskId | null;
  readonly entityKind: string;
  readonly entityId: string | null;
  /** What it became, and what it was where that is needed to take it back. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditEntry extends NewAuditEntry {
  /** Grows with time: the cursor of the list. */
  readonly position: number;
  readonly id: string;
}

export interface AuditFilter {
  /** Entries of these desks. */
  readonly deskIds: readonly DeskId[];
  /** Whether what belongs to no desk is shown too. */
  readonly withoutDesk: boolean;
  readonly actorId?: string;
  /** The beginning of an action: "tickets" or "tickets.read". */
  readonly action?: string;
  readonly entityId?: string;
  readonly from?: Date;
  readonly to?: Date;
  /** Only entries before this position: the next page. */
  readonly before?: number;
  readonly limit: number;
}

/** Something that the log names by its id, as people know it today. */
export interface AuditThing {
  /** A name, a title or a reference. */
  readonly name: string;
  /** The reference of the ticket that it is, or belongs to; null: of none. */
  readonly ticket: string | null;
}

/** By the log's kind of thing, then by id. */
export type AuditThings = ReadonlyMap<string, ReadonlyMap<string, AuditThing>>;

/** Who read personal data or changed something. Written, never changed; kept as long as retention says. */
export interface AuditService {
  record(entry: NewAuditEntry): Promise<void>;
  /** The latest first. */
  list(filter: AuditFilter): Promise<readonly AuditEntry[]>;
  /** How things of some desks are called, by kind; what is gone or of another desk is left out. */
  things(deskIds: readonly DeskId[], ids: Readonly<Record<string, readonly string[]>>): Promise<AuditThings>;
}
