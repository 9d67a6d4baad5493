import { useState } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { type Draft, keepDraft, readDraft } from '../lib/drafts';
import { lastReplyId } from '../lib/live-ticket';
import { ofThisTab } from '../lib/storage';
import { isOngoing } from '../lib/ticket-status';

const MODES: readonly Draft['mode'][] = ['reply', 'note'];

/** What is being written on a ticket, kept in this tab, and what the ticket takes: replies and notes, or notes only. */
export function useDraft(ticket: TicketDetail) {
  const [kept, setDraft] = useState(() => readDraft(ofThisTab, ticket.id));
  const modes = takesReplies(ticket.status) ? MODES : MODES.filter((mode) => mode === 'note');
  const draft: Draft = modes.includes(kept.mode) ? kept : { ...kept, mode: 'note' };
  const change = (changed: Draft): void => {
    // What stood there when a reply was begun is what its writer knew.
    const begun = draft.reply === '' && changed.reply !== '';
    const next = begun ? { ...changed, seenReplyId: lastReplyId(ticket.messages) } : changed;
    setDraft(next);
    keepDraft(ofThisTab, ticket.id, next);
  };
  return { draft, modes, change };
}

/** A ticket that has ended for good is only commented among advisors. */
const takesReplies = (status: TicketDetail['status']): boolean => isOngoing(status) || status === 'solved';
