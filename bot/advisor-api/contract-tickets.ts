import type { SlotView, TicketStatus, TicketSummary } from './contract';

/**
 * What is done to a ticket beyond answering it. Part of contract.ts.
 *
 * GET  /api/advisor/tickets/:id/topics?text=   -> TopicChoices             (of its desk; what the text, or its subject, is likely about first)
 * POST /api/advisor/tickets/:id/topic          {topicId, version}          -> TicketSummary | 409
 * GET  /api/advisor/tickets/:id/duplicates     -> { tickets: TicketSummary[] }   (of the same person, likelier ones first)
 * POST /api/advisor/tickets/:id/merge          {into, version}             -> TicketSummary | 409   (into: id or reference)
 * POST /api/advisor/tickets/:id/unmerge        -> TicketSummary | 409      (as long as nothing was added since)
 * POST /api/advisor/tickets/:id/split          {text, topicId, clientId}   -> TicketSummary         (the second ticket)
 * POST /api/advisor/tickets/:id/links          {ticket}                    -> { links: LinkView[] } (ticket: id or reference)
 * POST /api/advisor/tickets/:id/links/remove   {ticket}                    -> { links: LinkView[] }
 * GET  /api/advisor/tickets/:id/replies        -> { replies: FilledReply[] }
 * POST /api/advisor/tickets/:id/files?name=    (the bytes, as application/octet-stream) -> FileView
 * GET  /api/advisor/tickets/:id/slots?advisorId=&from=&to=  -> { slots: SlotView[] }
 * POST /api/advisor/tickets/:id/proposal       Proposal                    -> MessageView
 * GET  /api/advisor/tickets/:id/similar        -> SimilarTickets
 * POST /api/advisor/answers                    ManyAnswers                 -> ManyAnswered          (each ticket on its own)
 * GET  /api/advisor/replies?archived=          -> { replies: ReplyView[] } (archived: yes shows those too)
 * POST /api/advisor/replies                    {desk, title, text, category} -> ReplyView           (supervisors, admins)
 * POST /api/advisor/replies/:id                {title, text, category, version} -> ReplyView | 409
 * POST /api/advisor/replies/:id/archive        {archived}                  -> ReplyView
 */
export interface TopicChoices {
  readonly topics: readonly { readonly id: string; readonly title: string; readonly category: string }[];
  /** Ids of those that the text is likely about, likeliest first. */
  readonly suggested: readonly string[];
}

export interface LinkView {
  readonly reference: string;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly kind: 'related' | 'split' | 'follow-up';
  /** Whether the ticket shown is where the link begins: it was split, or followed up. */
  readonly role: 'from' | 'to';
}

/** What goes on in a ticket, as it was. */
export interface MergedView {
  readonly id: string;
  readonly reference: string;
  readonly subject: string;
  readonly createdAt: string;
  readonly facts: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    readonly source: 'said' | 'records';
  }[];
}

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
}

/** A reply of the desk with this ticket's values in it; what has none stands as {field} and is named. */
export interface FilledReply {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly category: string | null;
  readonly missing: readonly string[];
}

export interface ReplyView {
  readonly id: string;
  readonly desk: string;
  readonly title: string;
  readonly text: string;
  readonly category: string | null;
  readonly version: number;
  readonly updatedBy: string | null;
  readonly updatedAt: string;
  readonly archived: boolean;
}

/** Times offered to the requester; each books itself with one tap while it is free. */
export interface Proposal {
  /** What the advisor says to it; may be empty. */
  readonly text: string;
  /** The same with the times in words, as the ticket keeps it. */
  readonly shown: string;
  readonly channel: 'teams' | 'phone';
  readonly slots: readonly Pick<SlotView, 'advisorId' | 'startsAt'>[];
  readonly clientId: string;
}

/** The tickets of a ticket's desk on its topic, itself first, that are still to be answered. */
export interface SimilarTickets {
  readonly tickets: readonly {
    readonly ticket: TicketSummary;
    /** Whether its text says about the same. */
    readonly similar: boolean;
  }[];
  /** How many are similar beside the ticket itself. */
  readonly count: number;
}

/** One reply to many tickets, with fields; at most 100 at a time. */
export interface ManyAnswers {
  readonly tickets: readonly string[];
  readonly text: string;
  /** Each is settled with it. */
  readonly solve: boolean;
  /** The same one again answers nobody twice. */
  readonly clientId: string;
}

export interface ManyAnswered {
  readonly results: readonly {
    readonly id: string;
    readonly reference: string;
    readonly outcome: 'told' | 'missing-fields' | 'refused';
    /** Fields that this ticket has no value for. */
    readonly missing: readonly string[];
  }[];
}
