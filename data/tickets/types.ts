import type { DeskId } from '../desks/types';
import type { Result } from '../result';
import type { ClockInstants } from '../sla/clock';
import type { SlaClock } from '../sla/targets';

/** See data/tickets/lifecycle.ts for the transitions. */
export const TICKET_STATUSES = ['new', 'open', 'waiting', 'solved', 'closed', 'withdrawn', 'merged'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
export const TICKET_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

/** One thing that the requester told, as the advisor reads it. */
export interface CollectedFact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** Where it comes from: said in the conversation, or read from the person's records. */
  readonly source: 'said' | 'records';
}

/** A check made against the person's records before filing. */
export interface RecordCheck {
  readonly label: string;
  readonly outcome: 'ok' | 'problem' | 'unknown';
  readonly detail: string;
}

/** The article, and its branch, that the requester was shown before asking for a person. */
export interface ShownArticle {
  readonly topicId: string;
  readonly branchId: string;
  readonly title: string;
  readonly text: string;
}

export interface Ticket {
  readonly id: string;
  readonly reference: string;
  readonly deskId: DeskId;
  readonly personId: string | null;
  readonly conversationId: string | null;
  readonly topicId: string;
  readonly category: string;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly priority: TicketPriority;
  readonly assigneeId: string | null;
  readonly facts: readonly CollectedFact[];
  readonly checks: readonly RecordCheck[];
  readonly article: ShownArticle | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly solvedAt: Date | null;
  /** Since when the requester waits for us: her filing, or her first words after our last reply. Null while it is not our turn. */
  readonly waitingSince: Date | null;
  /** When an advisor first replied; null: nobody has. */
  readonly firstRepliedAt: Date | null;
  /** The clocks of first reply and resolution, as reckoned at the last change (data/sla/state.ts says how they stand). */
  readonly clocks: Readonly<Record<SlaClock, ClockInstants>>;
  /** The ticket in which it goes on, once merged. */
  readonly mergedIntoId: string | null;
}

export interface TicketMessage {
  readonly id: string;
  readonly ticketId: string;
  readonly kind: 'reply' | 'note';
  readonly authorKind: 'requester' | 'advisor' | 'assistant';
  readonly authorId: string | null;
  readonly authorName: string;
  readonly text: string;
  readonly at: Date;
  /** The activity that carries an advisor's reply into the conversation; null for everything else. */
  readonly activityId: string | null;
}

export type TicketEventKind =
  | 'filed'
  | 'assigned'
  | 'status-changed'
  | 'priority-changed'
  /** Nobody reacted in time: it is its team's again. */
  | 'released'
  | 'replied'
  | 'noted'
  | 'requester-wrote'
  /** Goes on in another ticket (`into`), or took another one up (`from`). */
  | 'merged'
  /** A merge was taken back (`into`, `from` as there). */
  | 'unmerged'
  /** A second request was cut out of it (`to`), or it was cut out of another (`from`). */
  | 'split'
  | 'linked'
  | 'unlinked'
  /** It is about another topic (`from`, `to`: topic ids; `category`: the new one). */
  | 'category-changed'
  /** Times for an appointment were offered to the requester (`count`, `note`: the message). */
  | 'appointment-proposed'
  /** An advisor answers in the chat herself; the assistant is silent. */
  | 'taken-over'
  | 'handed-back'
  /** Replies went to its requester by mail, since she had left the chat (`count`, `messageId`: the last). */
  | 'mailed'
  /** Something could not be told to its requester or an advisor. */
  | 'not-delivered'
  /** A clock has turned amber; `to` is the assignee. */
  | 'sla-warned'
  /** A clock has run out: told to the desk's supervisors. */
  | 'sla-breached';

export interface TicketEvent {
  readonly id: string;
  readonly kind: TicketEventKind;
  readonly actorKind: 'requester' | 'advisor' | 'assistant';
  readonly actorId: string | null;
  readonly detail: Readonly<Record<string, string | null>>;
  readonly at: Date;
}

export interface NewTicket {
  readonly idempotencyKey: string;
  readonly deskId: DeskId;
  readonly personId: string | null;
  readonly conversationId: string | null;
  readonly topicId: string;
  readonly category: string;
  /** The request in the requester's words, one line. */
  readonly subject: string;
  readonly priority: TicketPriority;
  readonly facts: readonly CollectedFact[];
  readonly checks: readonly RecordCheck[];
  readonly article: ShownArticle | null;
  /** Files of her conversation that belong to the request. */
  readonly attachmentIds?: readonly string[];
  /** An earlier request that can no longer be reopened and that this one takes up: the two are linked. */
  readonly followsId?: string;
  readonly now: Date;
}

export type TicketFault =
  | { readonly code: 'not-found' }
  | { readonly code: 'conflict'; readonly current: Ticket }
  | { readonly code: 'transition-refused'; readonly from: TicketStatus; readonly to: TicketStatus };

/** Why an advisor's words were not written. */
export type WriteFault =
  | TicketFault
  /** Colleagues have replied since the last reply that she had seen. */
  | { readonly code: 'replied-meanwhile'; readonly replies: readonly TicketMessage[] };

/** A ticket as a row of the queue. */
export interface TicketRow extends Ticket {
  readonly personName: string | null;
  readonly assigneeName: string | null;
  readonly lastMessageAt: Date | null;
}

export interface TicketService {
  /** Files once per idempotency key, with its 'filed' event, in one transaction. */
  file(ticket: NewTicket): Promise<Ticket>;
  find(idOrReference: string): Promise<Ticket | null>;
  /** The ticket in which this one goes on: itself, unless it was merged. null: unknown. */
  destination(ticketId: string): Promise<Ticket | null>;
  /** The conversation in which its requester is told: of those that it came from, the one in which she wrote last. null: none. */
  conversationToTell(ticketId: string): Promise<string | null>;
  /** What was merged into a ticket, also by way of another one, oldest first. */
  mergedInto(ticketId: string): Promise<readonly Ticket[]>;
  messages(ticketId: string): Promise<readonly TicketMessage[]>;
  events(ticketId: string): Promise<readonly TicketEvent[]>;
  ofPerson(personId: string): Promise<readonly Ticket[]>;
  ofConversation(conversationId: string): Promise<readonly Ticket[]>;
  /** An advisor's words. A reply goes to the requester's conversation through the outbox, and sets the ticket to waiting; a note stays inside. */
  write(command: {
    idempotencyKey: string;
    ticketId: string;
    kind: 'reply' | 'note';
    advisor: { id: string; name: string };
    text: string;
    /** Files that she has uploaded for this reply (`not-found` where one is not hers, or has been sent already). */
    attachmentIds?: readonly string[];
    /** With a reply: the advisors' last reply that she had seen, null for none; refused when colleagues have replied since. Absent: sent in any case. */
    seenReplyId?: string | null;
    /** With a reply: it settles the request, in the same transaction. */
    solve?: boolean;
    now: Date;
  }): Promise<Result<TicketMessage, WriteFault>>;
  /**
   * Offers a person times for an appointment, once per key: she is asked in her chat (data/notices, `appointment-proposal`), and the ticket
   * waits for her. A visitor without a record cannot be booked: `not-found`.
   */
  proposeAppointment(command: {
    idempotencyKey: string;
    ticketId: string;
    advisor: { id: string; name: string };
    /** What the advisor says to it; may be empty. */
    text: string;
    /** The same with the times, as the ticket keeps it. */
    shown: string;
    channel: 'teams' | 'phone';
    slots: readonly { readonly advisorId: string; readonly startsAt: Date }[];
    now: Date;
  }): Promise<Result<TicketMessage, TicketFault>>;
  /**
   * What the requester adds; reopens what was waiting or solved (within 14 days). To a ticket that was merged it is added where that one
   * goes on. A mere thank-you is not to be passed on (dialogs/text/thanks.ts): it would restart the clocks.
   */
  requesterWrote(command: {
    idempotencyKey: string;
    ticketId: string;
    personName: string;
    text: string;
    /** Files that came along: the advisor finds them with the ticket. */
    attachmentIds?: readonly string[];
    now: Date;
  }): Promise<Result<TicketMessage, TicketFault>>;
  assign(command: {
    ticketId: string;
    assigneeId: string | null;
    advisorId: string;
    expectedVersion: number;
    now: Date;
  }): Promise<Result<Ticket, TicketFault>>;
  /** The deadlines become those that the new priority would have given from the beginning. */
  changePriority(command: {
    ticketId: string;
    priority: TicketPriority;
    advisorId: string;
    expectedVersion: number;
    now: Date;
  }): Promise<Result<Ticket, TicketFault>>;
  /** Another topic, and with its category perhaps another team, whose it becomes. The clocks run on. */
  changeTopic(command: {
    ticketId: string;
    topicId: string;
    category: string;
    advisorId: string;
    expectedVersion: number;
    now: Date;
  }): Promise<Result<Ticket, TicketFault>>;
  changeStatus(command: {
    ticketId: string;
    to: TicketStatus;
    actor: { kind: 'requester' | 'advisor'; id: string | null };
    expectedVersion: number | null;
    now: Date;
  }): Promise<Result<Ticket, TicketFault>>;
}
