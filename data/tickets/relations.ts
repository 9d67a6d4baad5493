import type { DeskId } from '../desks/types';
import type { Result } from '../result';
import type { Ticket, TicketFault, TicketRow } from './types';

export const LINK_KINDS = ['related', 'split', 'follow-up'] as const;
/** related: an advisor says so · split: `to` was cut out of `from` · follow-up: `to` came when `from` could no longer be reopened. */
export type LinkKind = (typeof LINK_KINDS)[number];

/** A linked ticket. `role`: which side of the link the ticket asked about is. */
export interface LinkedTicket {
  readonly ticket: Ticket;
  readonly kind: LinkKind;
  readonly role: 'from' | 'to';
}

/** What tells whether two tickets are of the same cause. */
export type ComparedTicket = Pick<Ticket, 'id' | 'subject' | 'topicId' | 'deskId' | 'createdAt'>;

/** Why two tickets cannot be brought together. */
export type RelationFault =
  { readonly code: 'not-found' } | { readonly code: 'same-ticket' } | { readonly code: 'other-desk' };

/** Why a ticket cannot go on in another one. */
export type MergeFault =
  | TicketFault
  | RelationFault
  /** They are of two people: what one wrote must not be read under the other's name. */
  | { readonly code: 'other-person' }
  /** The other one is settled, withdrawn or itself merged. */
  | { readonly code: 'target-over'; readonly target: Ticket };

export type UnmergeFault =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-merged' }
  /** Something was written in the ticket that took it up, or it was settled: the two can no longer be told apart. */
  | { readonly code: 'went-on' };

/** What binds tickets to each other: duplicates, second requests, mere kinship. Each command is one transaction, with its lines of history. */
export interface TicketRelations {
  /** Tickets that may be the same request: of the same person, still to be answered, those of its topic first, then of its category. */
  duplicatesOf(ticketId: string): Promise<readonly Ticket[]>;
  /**
   * A duplicate goes on in another ticket of its requester: its clocks stop, what is written to it from now on is added there. Where we
   * owed an answer in it and the other one waited for her, the other one is ours to answer again.
   */
  merge(command: {
    ticketId: string;
    intoId: string;
    advisorId: string;
    expectedVersion: number;
    now: Date;
  }): Promise<Result<Ticket, MergeFault>>;
  /** Takes a merge back, as long as nothing has been added since. */
  unmerge(command: { ticketId: string; advisorId: string; now: Date }): Promise<Result<Ticket, UnmergeFault>>;
  /** A second request becomes a ticket of its own, once per key; its requester is told its reference in her chat. */
  split(command: {
    idempotencyKey: string;
    ticketId: string;
    /** The second request, in her words or the advisor's. */
    text: string;
    topicId: string;
    category: string;
    advisorId: string;
    now: Date;
  }): Promise<Result<Ticket, TicketFault>>;
  links(ticketId: string): Promise<readonly LinkedTicket[]>;
  /** Links two tickets of a desk; linking them again changes nothing. */
  link(command: {
    ticketId: string;
    otherId: string;
    advisorId: string;
    now: Date;
  }): Promise<Result<void, RelationFault>>;
  unlink(command: {
    ticketId: string;
    otherId: string;
    advisorId: string;
    now: Date;
  }): Promise<Result<void, RelationFault>>;
  /** The tickets on a ticket's topic, of its desk, that are still to be answered, itself among them; newest first. */
  ofSameTopic(ticketId: string, limit: number): Promise<readonly TicketRow[]>;
  /** What is compared of the tickets that are still to be answered on the topics of some others, those among them; newest first. */
  onTopicsOf(
    ticketIds: readonly string[],
    deskIds: readonly DeskId[],
    limit: number,
  ): Promise<readonly ComparedTicket[]>;
}
