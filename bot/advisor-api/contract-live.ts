import type { AdvisorRef, ApiError, MessageView } from './contract';

/**
 * The live chat of a ticket: who answers it, who is there, who writes (data/conversations/hold-types.ts, bot/live/).
 *
 * GET  /api/advisor/live/tickets/:id            -> LiveView
 * POST /api/advisor/live/tickets/:id/presence   {tabId, here, writing}  -> LiveView   (every PRESENCE_SECONDS while the ticket is shown)
 * POST /api/advisor/live/tickets/:id/take-over  {from}                  -> LiveView | 409 HeldError   (from: the holder it is taken from)
 * POST /api/advisor/live/tickets/:id/hand-back                          -> LiveView
 * GET  /api/advisor/live/advisors               -> PresentAdvisors
 */
export interface LiveView {
  readonly ticketId: string;
  readonly conversationId: string | null;
  /** Whether the chat can be taken over; false where there is none, or the ticket has ended. */
  readonly takeable: boolean;
  /** Who answers the chat herself; null: the assistant does. */
  readonly hold: { readonly advisor: AdvisorRef; readonly since: string } | null;
  /** The requester in her chat; null: the ticket has none. */
  readonly requester: {
    /** Whether her chat is open now. */
    readonly here: boolean;
    readonly writing: boolean;
    /** When she was last there or wrote; null: not known. */
    readonly lastSeenAt: string | null;
  } | null;
  /** Who else looks at the ticket, oldest first, and what she writes. The caller is not among them. */
  readonly viewers: readonly (AdvisorRef & { readonly writing: 'reply' | 'note' | null })[];
}

/** Advisors of one's desks who have Guichet open. */
export interface PresentAdvisors {
  readonly advisorIds: readonly string[];
}

/** Somebody else holds the chat. */
export interface HeldError extends ApiError {
  readonly hold: NonNullable<LiveView['hold']>;
}

/** Others have replied since the caller last looked: nothing was written. */
export interface RepliedMeanwhileError extends ApiError {
  readonly replies: readonly MessageView[];
}
