import type { Response } from 'restify';
import { isDeskId, type DeskId } from '../../../data/desks/types';
import { refusal } from '../../errors';
import { readOptionalJson, type Route } from '../../http';
import { callerAddress } from '../../rate-limit';
import { sendJson } from '../../respond';
import { unknownDesk } from '../../webchat/unknown-desk';
import { claimsOf, holdsSecret } from './access';
import type { DirectLineDeps } from './deps';
import { newConversationId, newUserId, type DirectLineClaims } from './tokens';

const MAX_BODY = 16 * 1024;

/** `POST /v3/directline/tokens/generate` and `.../refresh`. */
export function tokenRoutes(deps: DirectLineDeps): Route[] {
  return [
    {
      method: 'post',
      path: '/v3/directline/tokens/generate',
      summary: 'A token for a new conversation, for a server that holds a signing key',
      async handler(req, res) {
        if (!deps.config.openTokens && !holdsSecret(req, deps.keys)) {
          throw refusal(
            req.headers.authorization ? 'Forbidden' : 'Unauthorized',
            'Send a signing key as the secret.',
          );
        }
        await deps.tokenLimit.take(callerAddress(req, deps.config.trustProxy), res);
        const claims = newClaims(await readOptionalJson(req, MAX_BODY), deps.config.defaultDesk);
        await sendToken(res, claims);
      },
    },
    {
      method: 'post',
      path: '/v3/directline/tokens/refresh',
      summary: 'A fresh token for the same conversation',
      async handler(req, res) {
        await sendToken(res, await claimsOf(req, deps.tokens));
      },
    },
  ];

  async function sendToken(res: Response, claims: DirectLineClaims): Promise<void> {
    const { token, expiresIn } = await deps.tokens.issue(claims);
    sendJson(res, 200, { conversationId: claims.conversation, token, expires_in: expiresIn });
  }
}

/** The claims of a conversation that a server asks for: `{ desk?, user?: { id } }`. */
export function newClaims(body: unknown, defaultDesk: DeskId | null): DirectLineClaims {
  const asked = (typeof body === 'object' && body !== null ? body : {}) as {
    desk?: unknown;
    user?: { id?: unknown };
  };
  const desk = asked.desk ?? defaultDesk;
  if (!isDeskId(desk)) throw unknownDesk();
  const user = asked.user?.id;
  const named = typeof user === 'string' && /^dl_[\w-]{1,100}$/.test(user);
  return { conversation: newConversationId(), user: named ? user : newUserId(), desk, person: null };
}
