/**
 * The shapes of /api/advisor, shared with web/advisor (types only). Instants are ISO strings.
 *
 * GET  /api/advisor/me                          -> Me
 * POST /api/advisor/sign-out                    -> 204
 * POST /api/advisor/password                    {current?, next}        -> 204   (her other sessions end)
 * GET  /api/advisor/tickets?view=               -> TicketList           (views: mine unassigned open overdue waiting solved all;
 *      filters, search, order and pages: contract-queue.ts)
 * GET  /api/advisor/tickets/:id                 -> TicketDetail         (id or reference)
 * POST /api/advisor/tickets/:id/messages        {kind, text, clientId, files?, seenReplyId?}  -> MessageView | 409   (clientId: idempotency; files: ids of what was uploaded
 *      for it; seenReplyId: the last advisor's reply she had seen, contract-live.ts)
 * POST /api/advisor/tickets/:id/assign          {assigneeId, version}   -> TicketSummary | 409
 * POST /api/advisor/tickets/:id/priority      {priority, version}     -> TicketSummary | 409
 * POST /api/advisor/tickets/:id/status          {status, version}       -> TicketSummary | 409
 * GET  /api/advisor/coupons                     -> { coupons: CouponView[] }
 * GET  /api/advisor/coupons/export?month=&desk= -> a CSV file for payroll (month as 2026-11; desk: one of hers, all without it)
 * POST /api/advisor/coupons/:id/reject          {reason}                -> CouponView | 409 when another refusal was first
 * GET  /api/advisor/appointments?from=&to=      -> AppointmentList      (instants; from a day ago on)
 * GET  /api/advisor/appointments/:id/slots?from=&to=&advisorId=   -> { slots: SlotView[] }   (where it can be moved to)
 * POST /api/advisor/appointments/:id/move       {startsAt, advisorId, reason?, version, clientId} -> AppointmentView | 409
 * POST /api/advisor/appointments/:id/cancel     {reason?, version?}     -> AppointmentView | 409
 * POST /api/advisor/appointments/:id/link       {url, version}          -> AppointmentView | 409   (https only)
 * GET  /api/advisor/attachments/:id             -> the file
 * GET  /api/advisor/events                      -> text/event-stream of LiveEvent
 * Errors: 4xx/5xx with ApiError. 401 signed out; 404 unknown or of another desk; 409 with ConflictError or AppointmentConflict:
 * somebody was faster.
 * Calls that change something are sent as application/json from our own origin, or are refused with 403/415.
 */
import type { LinkView, MergedView } from './contract-tickets';

export type TicketView = 'mine' | 'unassigned' | 'open' | 'overdue' | 'waiting' | 'solved' | 'all';
export type TicketStatus = 'new' | 'open' | 'waiting' | 'solved' | 'closed' | 'withdrawn' | 'merged';

export interface ApiError {
  readonly error: { readonly code: string; readonly message: string };
}

/** What a stale version is answered with: the ticket as it is now. */
export interface ConflictError extends ApiError {
  readonly current: TicketSummary;
}

export interface AdvisorRef {
  readonly id: string;
  readonly name: string;
}

export interface Me extends AdvisorRef {
  readonly email: string;
  readonly role: 'advisor' | 'supervisor' | 'admin';
  readonly desks: readonly { readonly id: string; readonly name: string; readonly zone: string }[];
  /** Whether she can sign in with a password. */
  readonly hasPassword: boolean;
  /** The server's clock, against which waiting times are reckoned. */
  readonly now: string;
  /** Everybody who shares a desk with her, herself among them; a ticket may go to those of its desk. */
  readonly colleagues: readonly (AdvisorRef & { readonly deskIds: readonly string[] })[];
}

/**
 * How a clock of the desk's opening hours stands. due-soon: amber; breached: it ran out, done since (`doneAt`) or not; paused: the requester
 * is waited for; none: nothing is measured. `warnAt` and `dueAt` let a screen go on reckoning: on-time turns due-soon and breached there.
 */
export interface SlaClockView {
  readonly state: 'on-time' | 'due-soon' | 'breached' | 'met' | 'paused' | 'none';
  readonly warnAt: string | null;
  readonly dueAt: string | null;
  readonly doneAt: string | null;
}

export interface TicketSummary {
  readonly id: string;
  readonly reference: string;
  readonly desk: string;
  readonly topicId: string;
  readonly topicTitle: string;
  readonly category: string;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly priority: 'low' | 'normal' | 'high' | 'urgent';
  readonly personName: string | null;
  readonly assignee: AdvisorRef | null;
  readonly version: number;
  /** Since when the requester waits for us; null while it is not our turn. */
  readonly waitingSince: string | null;
  readonly sla: { readonly firstReply: SlaClockView; readonly resolution: SlaClockView };
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface TicketList {
  readonly tickets: readonly TicketSummary[];
  /** Where the next page begins: the `cursor` to ask with; null when that was all. */
  readonly next: string | null;
  /** All that is to be done, whatever is filtered; `solved` stops at 1,000, which means as many or more. */
  readonly counts: Readonly<
    Record<'mine' | 'unassigned' | 'open' | 'overdue' | 'waiting' | 'solved', number>
  >;
  /** What is ours to answer, by desk and category. */
  readonly groups: readonly { readonly desk: string; readonly category: string; readonly open: number }[];
}

export interface MessageView {
  readonly id: string;
  readonly kind: 'reply' | 'note';
  readonly authorKind: 'requester' | 'advisor' | 'assistant';
  readonly authorName: string;
  readonly text: string;
  readonly at: string;
}

export interface TranscriptLine {
  readonly sequence: number;
  readonly author: 'tutor' | 'assistant' | 'advisor' | 'system';
  readonly text: string;
  readonly at: string;
  /** The advisor's message that this line delivered, when it belongs to this ticket. */
  readonly messageId: string | null;
}

export interface TicketDetail extends TicketSummary {
  readonly conversationId: string | null;
  readonly facts: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    readonly source: 'said' | 'records';
  }[];
  readonly checks: readonly {
    readonly label: string;
    readonly outcome: 'ok' | 'problem' | 'unknown';
    readonly detail: string;
  }[];
  readonly article: {
    readonly topicId: string;
    readonly branchId: string;
    readonly title: string;
    readonly text: string;
  } | null;
  readonly transcript: readonly TranscriptLine[];
  readonly messages: readonly MessageView[];
  readonly events: readonly {
    readonly id: string;
    readonly kind: string;
    readonly actor: string;
    /** Values as stored; ids of advisors are already names. */
    readonly detail: Readonly<Record<string, string | null>>;
    readonly at: string;
  }[];
  readonly attachments: readonly {
    readonly id: string;
    readonly name: string;
    readonly contentType: string;
    readonly size: number;
    /** Our reply that it was sent with; null: it came from the requester. */
    readonly messageId: string | null;
  }[];
  /** The ticket in which this one goes on, once merged. */
  readonly mergedInto: string | null;
  /** What goes on in this one; messages, transcript and files of all of them stand above. */
  readonly merged: readonly MergedView[];
  readonly links: readonly LinkView[];
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly zone: string;
    readonly otherTickets: readonly {
      readonly reference: string;
      readonly subject: string;
      readonly status: TicketStatus;
    }[];
    readonly appointments: readonly {
      readonly reference: string;
      readonly startsAt: string;
      readonly channel: 'teams' | 'phone';
      readonly subject: string;
    }[];
  } | null;
}

export interface CouponView {
  readonly id: string;
  readonly reference: string;
  readonly desk: string;
  readonly personName: string;
  readonly family: string;
  readonly pupil: string;
  readonly subject: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly late: boolean;
  readonly status: 'saved' | 'rejected';
  readonly rejection: { readonly reason: string; readonly at: string } | null;
  readonly createdAt: string;
}

export interface AppointmentView {
  readonly id: string;
  readonly reference: string;
  readonly desk: string;
  readonly personName: string;
  readonly advisorId: string;
  readonly advisorName: string;
  readonly channel: 'teams' | 'phone';
  readonly phone: string | null;
  /** Where to meet on Teams; null until there is a link. */
  readonly meetingUrl: string | null;
  readonly subject: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: 'booked' | 'cancelled';
  /** One more at each change. */
  readonly version: number;
  /** The tutor's address refused a mail about it: she has to be told otherwise. */
  readonly mailRefused: boolean;
}

export interface AppointmentList {
  readonly appointments: readonly AppointmentView[];
  /** Whether tutors are told of changes by mail too, and not only in the chat. */
  readonly mails: boolean;
}

/** A free time of an advisor. */
export interface SlotView {
  readonly advisorId: string;
  readonly advisorName: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Why an appointment could not be changed: what it is now; with a time that was taken, the nearest free ones. */
export interface AppointmentConflict extends ApiError {
  readonly current: AppointmentView;
  readonly nearest?: readonly SlotView[];
}

/** What the event stream says; the screen then refetches what it shows. */
export type LiveEvent =
  | { readonly type: 'ticket'; readonly id: string }
  | { readonly type: 'conversation'; readonly conversationId: string }
  | { readonly type: 'coupon'; readonly id: string }
  /** Who is there, writes or looks on: on a ticket, in a conversation, or (neither) among the advisors (contract-live.ts). */
  | { readonly type: 'live'; readonly ticketId: string | null; readonly conversationId: string | null }
  | { readonly type: 'appointment'; readonly id: string };
