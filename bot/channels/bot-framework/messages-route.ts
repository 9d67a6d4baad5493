import { randomUUID } from 'node:crypto';
import type { Locale } from '../../../data/people/types';
import type { Activity, TurnContext } from 'botbuilder';
import type { Clock } from '../../../data/clock';
import type {
  ChannelKind,
  Conversation,
  ConversationService,
  JsonValue,
} from '../../../data/conversations/types';
import type { DeskId, DeskService } from '../../../data/desks/types';
import { refusal } from '../../errors';
import { readJson, type Route } from '../../http';
import { errorFields, type Log } from '../../log';
import type { Metrics } from '../../metrics';
import { activityIdFor } from '../../middleware/once';
import { sendJson } from '../../respond';
import type { TurnRunner } from '../../run-turn';
import { cleanText } from '../clean-text';
import { toChannelActivity } from '../deliver';
import {
  joinedInbound,
  parseActivity,
  toInbound,
  withoutOwnMention,
  type InboundActivity,
  type RawActivity,
} from '../read-activity';
import type { BotFrameworkChannel } from './adapter';
import { KeysUnavailable, NotAuthenticated } from './authentication';
import { chosenDesk, deskQuestion } from './desk-choice';

const MAX_ACTIVITY = 256 * 1024;
/** When a channel may come back while its keys cannot be read, in seconds. */
const RETRY_AFTER_S = 30;
const NOT_IMPLEMENTED = 501;

export interface MessagesDeps {
  readonly channel: BotFrameworkChannel;
  readonly conversations: ConversationService;
  readonly desks: DeskService;
  readonly turns: TurnRunner;
  readonly clock: Clock;
  readonly redact: (text: string) => string;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'failure'>;
  readonly config: { readonly defaultDesk: DeskId | null };
}

/** `POST /api/messages`: the Bot Framework endpoint. What would throw inside the SDK is refused here, with the reason. */
export function messagesRoute(deps: MessagesDeps): Route {
  return {
    method: 'post',
    path: '/api/messages',
    summary: 'The Bot Framework endpoint (Teams and other channels)',
    async handler(req, res) {
      const raw = await readJson(req, MAX_ACTIVITY);
      const activity = checkActivity(raw);
      try {
        const answer = await deps.channel.process(
          req.headers.authorization ?? '',
          raw as Partial<Activity>,
          (context) => onActivity(activity, context, deps),
        );
        // The SDK's answer to an invoke that nobody answered would count as a failure of this server.
        if (answer?.status === NOT_IMPLEMENTED) {
          throw refusal('malformed-activity', 'Malformed activity (name): there is no such invoke here.');
        }
        sendJson(res, answer?.status ?? 200, answer?.body ?? {});
      } catch (error) {
        if (error instanceof NotAuthenticated) throw refusal('unauthorized');
        if (error instanceof KeysUnavailable) {
          deps.metrics.failure('channel-keys');
          deps.log.error(errorFields(error.cause), 'keys of the channel not available');
          res.setHeader('retry-after', String(RETRY_AFTER_S));
          throw refusal('try-later');
        }
        throw error;
      }
    },
  };
}

/** @throws refusal malformed-activity that says which property is wrong. */
function checkActivity(raw: unknown): RawActivity {
  const parsed = parseActivity(raw);
  if (!parsed.ok) throw refusal('malformed-activity', parsed.fault);
  const activity = parsed.value;
  const missing = (property: string, why: string): never => {
    throw refusal('malformed-activity', `Malformed activity (${property}): ${why}.`);
  };
  if (!activity.conversation?.id) missing('conversation.id', 'it is needed');
  if (activity.type === 'message' && !activity.from?.id) missing('from.id', 'a message needs a sender');
  if (typeof activity.channelId !== 'string' || activity.channelId === '') {
    missing('channelId', 'it is needed');
  }
  const serviceUrl = activity.serviceUrl;
  const reachable =
    typeof serviceUrl === 'string' && /^https?:\/\//.test(serviceUrl) && URL.canParse(serviceUrl);
  if (!reachable && (serviceUrl !== undefined || activity.deliveryMode !== 'expectReplies')) {
    missing('serviceUrl', 'without deliveryMode expectReplies, write the address to which replies go');
  }
  return activity;
}

async function onActivity(activity: RawActivity, context: TurnContext, deps: MessagesDeps): Promise<void> {
  if (activity.type === 'message') return onMessage(activity, context, deps);
  if (activity.type === 'conversationUpdate' && somebodyJoined(activity)) {
    return onMessage({ ...activity, text: '', value: undefined }, context, deps);
  }
}

/** Whether the update tells of a person, and not only of the assistant itself. */
function somebodyJoined(activity: RawActivity): boolean {
  const added = Array.isArray(activity.membersAdded) ? (activity.membersAdded as unknown[]) : [];
  return added.some((member) => {
    const id = (member as { id?: unknown } | null)?.id;
    return typeof id === 'string' && id !== activity.recipient?.id;
  });
}

/** The channel's language of who writes; French where it is neither. */
const localeOf = ({ locale }: RawActivity): Locale => (/^en\b/i.test(locale ?? '') ? 'en' : 'fr');

async function onMessage(activity: RawActivity, context: TurnContext, deps: MessagesDeps): Promise<void> {
  const { conversations, desks, config, redact } = deps;
  const joined = activity.type === 'conversationUpdate';
  const id = `${String(activity.channelId)}:${activity.conversation?.id}`;
  const known = await conversations.find(id);
  const text = cleanText(withoutOwnMention(activity)).text;
  let inbound = joined
    ? joinedInbound()
    : toInbound(activity, { redact, refusedAttachments: files(activity) });
  let desk = known?.deskId ?? null;
  if (desk === null) {
    const all = await desks.all();
    const chosen = chosenDesk(activity, text, all, config.defaultDesk);
    if (chosen === null) {
      return send([deskQuestion(all, redact(text), localeOf(activity))], null, context, deps);
    }
    desk = chosen.desk;
    if (chosen.question !== null) {
      inbound =
        chosen.question === ''
          ? joinedInbound()
          : toInbound({ ...activity, text: chosen.question, value: undefined }, { redact });
    }
  }
  const conversation = await conversations.open({
    id,
    channel: channelKind(activity),
    deskId: desk,
    userId: activity.from?.id ?? 'unknown',
    personId: known?.personId ?? null,
    locale: known?.locale ?? localeOf(activity),
    reference: referenceOf(context),
    now: deps.clock.now(),
  });
  await answer(conversation, inbound, joined ? 'joined' : (activity.id ?? null), context, deps);
}

async function answer(
  conversation: Conversation,
  inbound: InboundActivity,
  key: string | null,
  context: TurnContext,
  deps: MessagesDeps,
): Promise<void> {
  const { activity, duplicate } = await deps.conversations.receive({
    conversationId: conversation.id,
    activityId: activityIdFor(conversation.id, key, randomUUID),
    payload: inbound.payload,
    text: inbound.text,
    owesTurn: inbound.owesTurn,
    now: deps.clock.now(),
  });
  // A redelivery is answered again only where the answer is the HTTP response itself.
  const inResponse = context.activity.deliveryMode === 'expectReplies';
  if (duplicate && !inResponse) return;
  const { replies } = await deps.turns.run(activity);
  await send(replies.map(toChannelActivity), activity.activityId, context, deps);
}

async function send(
  activities: readonly object[],
  turn: string | null,
  context: TurnContext,
  { log, metrics }: MessagesDeps,
): Promise<void> {
  try {
    await context.sendActivities([...activities]);
  } catch (error) {
    // The turn is committed: a repetition by the channel would be dropped as a duplicate, so failing here would help nobody.
    metrics.failure('delivery');
    log.error({ turn, ...errorFields(error) }, 'reply not delivered');
  }
}

/** Files that the channel only points at; fetching them needs the channel's own token. */
const files = (activity: RawActivity) =>
  (activity.attachments ?? [])
    .filter((file) => file.contentType !== 'text/html' && !file.contentType.includes('vnd.microsoft.card'))
    .map((file) => ({ name: file.name ?? 'fichier', reason: 'unreadable' as const }));

const channelKind = (activity: RawActivity): ChannelKind =>
  activity.channelId === 'msteams' ? 'teams' : 'other';

function referenceOf({ activity }: TurnContext): JsonValue {
  const { conversation, recipient, from, channelId, serviceUrl, locale } = activity;
  return JSON.parse(
    JSON.stringify({ conversation, bot: recipient, user: from, channelId, serviceUrl, locale }),
  ) as JsonValue;
}
