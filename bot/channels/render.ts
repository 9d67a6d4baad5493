import type { ChannelKind, JsonValue } from '../../data/conversations/types';
import type { Choice, Reply } from '../../dialogs/reply';
import type { AdaptiveCard, CardElement } from './cards/adaptive-card';
import { answerBody } from './cards/answer';
import { questionCard } from './cards/question';
import { readBackBody } from './cards/read-back';
import { receiptBody } from './cards/receipt';
import { textBody } from './cards/text';
import { spokenOf, transcriptOf } from './render-transcript';

/** Teams refuses messages over 28 KB; what is around the payload needs some of it. */
const MAX_PAYLOAD_BYTES = 26_000;
/** Lengths to which what somebody typed is cut in a card that would be too large, in characters. */
const VALUE_LIMITS = [2_000, 1_000, 400, 120];
/** Teams shows three suggested actions in a personal chat. */
const TEAMS_SUGGESTIONS = 3;
const SUMMARY_LENGTH = 200;

export interface RenderOptions {
  readonly channel: ChannelKind;
  readonly locale: 'fr' | 'en';
}

export interface RenderedReply {
  /** The whole reply as plain text. */
  readonly text: string;
  /** A Bot Framework message activity, without its addressing. */
  readonly payload: { readonly [key: string]: JsonValue };
}

/** What a channel is given of a reply: words, a card, choices beside the message field. */
interface Drawing {
  readonly text?: string;
  readonly body?: readonly CardElement[];
  readonly suggested?: readonly Choice[];
}

/**
 * Turns a reply into an activity for a channel.
 *
 * - web chat: cards for everything with a shape, `text` beside them for Direct Line clients that have no cards (the chat page leaves
 *   it out), choices of a sentence or a question beside the message field;
 * - Teams: the same cards with `msteams` buttons and no text beside them, at most three suggestions, and never more than 28 KB;
 * - other channels: the plain text.
 *
 * What somebody typed is never read as Markdown or HTML.
 */
export function renderReply(reply: Reply, options: RenderOptions): RenderedReply {
  const text = transcriptOf(reply, options.locale);
  const whole = payloadOf(reply, options);
  const payload = [whole, ...VALUE_LIMITS.map((limit) => () => payloadOf(shorten(reply, limit), options)())].reduce(
    (best, next) => (fits(best()) ? best : next),
  )();
  return { text, payload: JSON.parse(JSON.stringify(payload)) as RenderedReply['payload'] };
}
