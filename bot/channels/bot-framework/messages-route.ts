import { refusal } from '../../errors';
import { readJson, type Route } from '../../http';
import { errorFields } from '../../log';
import { sendJson } from '../../respond';
import { parseActivity, type RawActivity } from '../read-activity';
import { KeysUnavailable, NotAuthenticated, type Door } from './contract';
import type { ActivityDeps } from './deps';
import { onActivity } from './on-activity';

const MAX_ACTIVITY = 256 * 1024;
/** When a channel may come back while its keys cannot be read, in seconds. */
const RETRY_AFTER_S = 30;
const NOT_IMPLEMENTED = 501;

export interface MessagesDeps extends ActivityDeps {
  readonly channel: Door;
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
        const answer = await deps.channel.process(req.headers.authorization ?? '', raw as object, (context) =>
          onActivity(activity, context, deps),
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
