import { refusal } from '../../errors';
import { readJson, type Route } from '../../http';
import { baseUrlFor, sendJson } from '../../respond';
import { isKept, parseActivity, toInbound, type RawActivity } from '../read-activity';
import { claimsOf } from './access';
import { readWatermark } from './activity-set';
import { queryOf } from './conversation-routes';
import type { DirectLineDeps } from './deps';

/** The largest activity that is read; a text is far smaller. */
const MAX_ACTIVITY = 256 * 1024;
/** Activities in one answer to a poll. */
export const PAGE = 100;

/** What a client may send; everything else is refused so that a typing error does not look like success. */
const KNOWN_TYPES = new Set([
  'message',
  'event',
  'typing',
  'conversationUpdate',
  'contactRelationUpdate',
  'endOfConversation',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'invoke',
  'installationUpdate',
  'trace',
  'handoff',
  'suggestion',
  'command',
  'commandResult',
]);

/** `GET` and `POST /v3/directline/conversations/:id/activities`. */
export function activityRoutes(deps: DirectLineDeps): Route[] {
  const path = '/v3/directline/conversations/:id/activities';
  return [
    {
      method: 'get',
      path,
      summary: 'The activities after a watermark',
      async handler(req, res) {
        const claims = await claimsOf(req, deps.tokens);
        const watermark = readWatermark(queryOf(req).get('watermark'));
        await deps.door.enter(claims);
        const activities = await deps.conversations.since(claims.conversation, watermark, PAGE);
        const baseUrl = baseUrlFor(req, deps.config);
        sendJson(res, 200, await deps.activitySets.of(activities, watermark, claims.user, baseUrl));
      },
    },
    {
      method: 'post',
      path,
      summary: 'Send an activity: answered as soon as it is stored, the reply follows on the stream',
      async handler(req, res) {
        const claims = await claimsOf(req, deps.tokens);
        await deps.messageLimit.take(claims.conversation, res);
        const activity = checkActivity(await readJson(req, MAX_ACTIVITY));
        const chat = { conversationId: claims.conversation, deskId: claims.desk };
        if (!isKept(activity.type)) {
          if (activity.type === 'typing') deps.presence.requesterWriting(chat);
          sendJson(res, 200, { id: deps.door.activityId(claims, null) });
          return;
        }
        const inbound = toInbound(activity, {
          redact: deps.redact,
          // Files come by upload; what is merely pointed at is not fetched.
          refusedAttachments: (activity.attachments ?? []).map((file) => ({
            name: file.name ?? 'fichier',
            reason: 'unreadable' as const,
          })),
        });
        const { id } = await deps.door.receive(claims, inbound, dedupeKey(activity));
        deps.presence.requesterWrote(chat);
        sendJson(res, 200, { id });
      },
    },
  ];
}

/** @throws refusal BadArgument that says which property is wrong. */
export function checkActivity(raw: unknown): RawActivity {
  const parsed = parseActivity(raw);
  if (!parsed.ok) throw refusal('BadArgument', parsed.fault);
  if (!KNOWN_TYPES.has(parsed.value.type)) {
    throw refusal('BadArgument', 'Malformed activity (type): this type is not known.');
  }
  return parsed.value;
}

/** What makes two posts the same message: the client's own id, or the activity's when it gives one. */
export function dedupeKey(activity: RawActivity): string | null {
  const client = activity.channelData?.clientActivityID;
  return typeof client === 'string' && client !== '' ? client : (activity.id ?? null);
}
