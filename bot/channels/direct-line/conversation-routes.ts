import type { Request, Response } from 'restify';
import { readOptionalJson, type Route } from '../../http';
import { callerAddress } from '../../rate-limit';
import { baseUrlFor, sendJson } from '../../respond';
import { bearerOf, claimsOf, holdsSecret } from './access';
import { readWatermark } from './activity-set';
import type { DirectLineDeps } from './deps';
import { newClaims } from './token-routes';
import type { DirectLineClaims } from './tokens';

const MAX_BODY = 16 * 1024;

/** `POST /v3/directline/conversations` starts, `GET /v3/directline/conversations/:id` reconnects. */
export function conversationRoutes(deps: DirectLineDeps): Route[] {
  const { tokens, door } = deps;

  async function sendConversation(
    req: Request,
    res: Response,
    claims: DirectLineClaims,
    watermark: number,
  ): Promise<void> {
    const { created } = await door.enter(claims);
    const { token, expiresIn } = await tokens.issue(claims);
    const address = baseUrlFor(req, deps.config).replace(/^http/, 'ws');
    const ticket = await tokens.issueAddress('stream', claims.conversation);
    sendJson(res, created ? 201 : 200, {
      conversationId: claims.conversation,
      token,
      expires_in: expiresIn,
      streamUrl: `${address}/v3/directline/conversations/${encodeURIComponent(claims.conversation)}/stream?watermark=${watermark || ''}&t=${ticket}`,
    });
  }

  return [
    {
      method: 'post',
      path: '/v3/directline/conversations',
      summary: 'Start the conversation of a token: 201, or 200 when it had been started before',
      async handler(req, res) {
        if (holdsSecret(req, deps.keys)) {
          await deps.tokenLimit.take(callerAddress(req, deps.config.trustProxy), res);
          const claims = newClaims(await readOptionalJson(req, MAX_BODY), deps.config.defaultDesk);
          return sendConversation(req, res, claims, 0);
        }
        return sendConversation(req, res, await tokens.verify(bearerOf(req)), 0);
      },
    },
    {
      method: 'get',
      path: '/v3/directline/conversations/:id',
      summary: 'Reconnect: a fresh token and a stream address that replays from the watermark',
      async handler(req, res) {
        const claims = await claimsOf(req, tokens);
        return sendConversation(req, res, claims, readWatermark(queryOf(req).get('watermark')));
      },
    },
  ];
}

/** The query of an address, read by the standard's rules. */
export const queryOf = (req: { url?: string }): URLSearchParams =>
  new URL(req.url ?? '/', 'http://localhost').searchParams;
