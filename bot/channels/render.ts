import type { ChannelKind, JsonValue } from '../../data/conversations/types';
import { en } from '../../dialogs/messages.en';
import { fr } from '../../dialogs/messages.fr';
import type { Choice, Reply } from '../../dialogs/reply';
import { wordsOf } from '../../dialogs/scene';
import type { AdaptiveCard, CardElement } from './cards/adaptive-card';
import { answerBody } from './cards/answer';
import { plain } from './cards/elements';
import { questionCard } from './cards/question';
import { readBackBody } from './cards/read-back';
import { refreshOf, statusBody } from './cards/status';
import { linkButton, receiptBody, type CalendarOffer } from './cards/receipt';
import { textBody } from './cards/text';
import { spokenOf, transcriptOf } from './render-transcript';

/** Teams refuses messages over 28 KB; what is around the payload needs some of it. */
const MAX_PAYLOAD_BYTES = 26_000;
/** Lengths to which what somebody typed is cut in a card that would be too large, in characters. */
const VALUE_LIMITS = [2_000, 1_000, 400, 120];
/** Teams shows three suggested actions in a personal chat. */
const TEAMS_SUGGESTIONS = 3;
const SUMMARY_LENGTH = 200;
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

export interface RenderOptions {
  readonly channel: ChannelKind;
  readonly locale: 'fr' | 'en';
  /** The address of an appointment's calendar entry; absent: none is offered. */
  readonly calendarLink?: (reference: string) => string;
  /** The address of the private chat, where this is not it. */
  readonly privateLink?: string;
  /** Who sees it, as the channel names her: cards that refresh themselves do it for her. */
  readonly viewer?: string;
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
  readonly refresh?: AdaptiveCard['refresh'];
}

/**
 * Turns a reply into an activity for a channel.
 *
 * - web chat: cards for everything with a shape, `text` beside them for Direct Line clients that have no cards (the chat page leaves
 *   it out), choices of a sentence or a question beside the message field;
 * - Teams: the same cards with `msteams` buttons and no text beside them, at most three suggestions (where there are more, a card has them all), and
 *   never more than 28 KB; requests and their state as a card that refreshes itself;
 * - other channels: the plain text.
 *
 * What somebody typed is never read as Markdown or HTML.
 */
export function renderReply(reply: Reply, options: RenderOptions): RenderedReply {
  return { text: transcriptOf(reply, options.locale), payload: fittingPayload(reply, options) };
}

function fittingPayload(reply: Reply, options: RenderOptions): RenderedReply['payload'] {
  const fits = (payload: object): boolean => Buffer.byteLength(JSON.stringify(payload)) <= MAX_PAYLOAD_BYTES;
  let payload = payloadOf(reply, options);
  for (const limit of VALUE_LIMITS) {
    if (fits(payload)) break;
    payload = payloadOf(shorten(reply, limit), options);
  }
  return payload;
}

function payloadOf(reply: Reply, options: RenderOptions): RenderedReply['payload'] {
  const { channel, locale } = options;
  const drawing = draw(reply, options);
  const transcript = transcriptOf(reply, locale);
  const activity = {
    type: 'message',
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    inputHint: reply.kind === 'question' || reply.kind === 'read-back' ? 'expectingInput' : 'acceptingInput',
    ...(drawing.text === undefined ? {} : { text: drawing.text, textFormat: 'plain' }),
    ...(drawing.body === undefined
      ? {}
      : {
          summary: cut(transcript, SUMMARY_LENGTH),
          attachments: [{ contentType: CARD_TYPE, content: cardOf(drawing, spokenOf(reply, locale)) }],
        }),
    ...(drawing.suggested === undefined || drawing.suggested.length === 0
      ? {}
      : {
          suggestedActions: {
            to: [],
            actions: drawing.suggested.map((choice) => suggestion(choice, channel)),
          },
        }),
    channelData: { guichet: reply.meta },
  };
  return JSON.parse(JSON.stringify(activity)) as RenderedReply['payload'];
}

function draw(reply: Reply, options: RenderOptions): Drawing {
  const { channel, locale } = options;
  if (channel === 'other') return { text: transcriptOf(reply, locale) };
  const drawing = reply.kind === 'text' ? drawText(reply, options) : drawCard(reply, options);
  return channel === 'webchat' && drawing.body !== undefined
    ? { ...drawing, text: transcriptOf(reply, locale) }
    : drawing;
}

function drawText(reply: Reply & { kind: 'text' }, options: RenderOptions): Drawing {
  const { channel, privateLink, locale, viewer } = options;
  if (reply.meta.privately === true && privateLink !== undefined) {
    const title = wordsOf(locale).edge.openPrivate;
    return { body: [...textBody(reply, channel), linkButton({ label: title, url: privateLink })] };
  }
  if (channel !== 'teams') return { text: reply.text, suggested: reply.choices };
  const { status, choices } = reply;
  if (status !== undefined) {
    const refresh = viewer === undefined ? undefined : { action: refreshOf(status), userIds: [viewer] };
    return { body: statusBody(status, choices), refresh };
  }
  const suggested = choices.slice(0, TEAMS_SUGGESTIONS);
  // Suggestions go away with the next message, and some clients show none beside a card: all of them stay on it.
  return choices.length <= TEAMS_SUGGESTIONS
    ? { text: reply.text, suggested }
    : { body: textBody(reply, channel), suggested };
}

function drawCard(reply: Exclude<Reply, { kind: 'text' }>, options: RenderOptions): Drawing {
  const { channel, locale } = options;
  switch (reply.kind) {
    case 'answer':
      return { body: answerBody(reply, channel) };
    case 'question': {
      const card = questionCard(reply, channel, locale);
      return { body: card.body, suggested: card.offeredBelow };
    }
    case 'read-back':
      return { body: readBackBody(reply, channel) };
    case 'receipt':
      return { body: receiptBody(reply, channel, calendarOffer(reply, options)) };
  }
}

function calendarOffer(
  reply: Reply & { kind: 'receipt' },
  { locale, calendarLink }: RenderOptions,
): CalendarOffer | null {
  if (reply.calendar !== true || calendarLink === undefined) return null;
  const { add } = (locale === 'en' ? en : fr).mail.calendar;
  return { label: add, url: calendarLink(reply.reference) };
}

const cardOf = ({ body = [], refresh }: Drawing, speak: string): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  speak,
  fallbackText: speak,
  ...(refresh === undefined ? {} : { refresh }),
  body,
});

/** A sentence as a card, for where only a card can stand. */
export const textCard = (text: string): AdaptiveCard => cardOf({ body: [plain(text)] }, text);

const suggestion = ({ label, action }: Choice, channel: ChannelKind): object =>
  channel === 'teams'
    ? { type: 'imBack', title: label, value: label }
    : { type: 'messageBack', title: label, text: label, displayText: label, value: { guichet: action } };

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;

/** The same reply with every text that somebody may have typed cut to a length; its meaning and its buttons stay. */
function shorten(reply: Reply, length: number): Reply {
  switch (reply.kind) {
    case 'text':
    case 'question':
      return { ...reply, text: cut(reply.text, length) };
    case 'answer':
      return { ...reply, body: cut(reply.body, length), steps: reply.steps.map((step) => cut(step, length)) };
    case 'read-back':
      return {
        ...reply,
        facts: reply.facts.map(({ label, value }) => ({ label, value: cut(value, length) })),
        notice: reply.notice === null ? null : cut(reply.notice, length),
      };
    case 'receipt':
      return {
        ...reply,
        text: cut(reply.text, length),
        facts: reply.facts.map(({ label, value }) => ({ label, value: cut(value, length) })),
      };
  }
}
