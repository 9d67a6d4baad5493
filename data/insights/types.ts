import type { DeskId } from '../desks/types';
import type { Locale } from '../people/types';

/**
 * What became of a message. answer: an article · clarify: two or three topics were offered · reject: out of scope or not understood ·
 * form: it opened or filled a form · handed-over: it ended in a ticket · service: a greeting, thanks, help.
 */
export const ROUTED_OUTCOMES = ['answer', 'clarify', 'reject', 'form', 'handed-over', 'service'] as const;
export type RoutedOutcome = (typeof ROUTED_OUTCOMES)[number];

/** A message as it was routed; written with the turn that answered it, once. */
export interface NewRoutedMessage {
  readonly deskId: DeskId;
  readonly personId: string | null;
  readonly outcome: RoutedOutcome;
  readonly topicId: string | null;
  readonly category: string | null;
  /** 0 to 1; null where nothing was estimated. */
  readonly confidence: number | null;
  readonly locale: Locale;
  /** Her words as they were stored (masked), kept only where the assistant did not know. */
  readonly text: string;
}
