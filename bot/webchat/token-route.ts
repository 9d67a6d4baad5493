import { z } from 'zod';
import { systemClock } from '../../data/clock';
import type { ConversationService } from '../../data/conversations/types';
import { DESK_IDS, isDeskId, type DeskId } from '../../data/desks/types';
import {
  newConversationId,
  newUserId,
  type DirectLineClaims,
  type DirectLineTokens,
} from '../channels/direct-line/tokens';
import { refusal } from '../errors';
import { readJson, type Route } from '../http';
import { callerAddress, type RateLimit } from '../rate-limit';
import { sendJson } from '../respond';
import { readIdentity, type IdentityDeps } from './identity';
import { unknownDesk } from './unknown-desk';

const MAX_BODY = 32 * 1024;

const BODY = z.object({
  desk: z.string(`desk must be one of ${DESK_IDS.join(', ')}`),
  identity: z.string('identity must be a token').nullish(),
  token: z.string('token must be an earlier token').nullish(),
});

export interface WebChatTokenDeps extends IdentityDeps {
  readonly tokens: DirectLineTokens;
  readonly conversations: Pick<ConversationService, 'find'>;
  readonly tokenLimit: RateLimit;
  readonly trustProxy: boolean;
}

/**
 * `POST /api/webchat/token { desk, identity?, token? }`: the token with which a page's visitor talks.
 *
 * `identity` links the person that the host page vouches for. `token`, an earlier one (it may have expired, up to 30 days ago),
 * brings a returning visitor back to her conversation; one of another desk, or of somebody else than `identity` says, starts anew.
 */
export function webChatTokenRoute(deps: WebChatTokenDeps): Route {
  return {
    method: 'post',
    path: '/api/webchat/token',
    summary: 'A Direct Line token for a visitor of a desk',
    async handler(req, res) {
      await deps.tokenLimit.take(callerAddress(req, deps.trustProxy), res);
      const body = BODY.safeParse(await readJson(req, MAX_BODY));
      if (!body.success) {
        const issue = body.error.issues[0];
        if (issue?.path[0] === 'desk') throw unknownDesk();
        throw refusal('BadArgument', issue?.message);
      }
      const { desk, identity, token: earlier } = body.data;
      if (!isDeskId(desk)) throw unknownDesk();
      const person = identity ? await readIdentity(identity, desk, deps, systemClock.now()) : null;
      const returning = await resumable(earlier ?? null, desk, person?.id ?? null);
      const claims: DirectLineClaims = {
        conversation: returning?.conversation ?? newConversationId(),
        user: returning?.user ?? newUserId(),
        desk,
        person: person?.id ?? null,
      };
      const { token, expiresIn } = await deps.tokens.issue(claims);
      sendJson(res, 200, {
        token,
        conversationId: claims.conversation,
        expires_in: expiresIn,
        userId: claims.user,
      });
    },
  };

  /**
   * A conversation is resumed at its own desk by the same person; one that nobody had signed in to may be taken along by whoever
   * signs in now. Without an identity, a conversation with somebody's records in it is not opened again.
   */
  async function resumable(
    earlier: string | null,
    desk: DeskId,
    person: string | null,
  ): Promise<DirectLineClaims | null> {
    const claims = earlier === null ? null : await deps.tokens.readReturning(earlier);
    if (claims === null || claims.desk !== desk) return null;
    const conversation = await deps.conversations.find(claims.conversation);
    const owner = conversation?.personId ?? claims.person;
    return owner === null || owner === person ? claims : null;
  }
}
