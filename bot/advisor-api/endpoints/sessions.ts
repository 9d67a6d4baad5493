import { z } from 'zod';
import { SESSION_METHODS } from '../../../data/advisors/types';
import type { SessionView } from '../contract-account';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';

const instant = z.iso.datetime();

/** GET /sessions: where she is signed in. */
export const listSessions = endpoint({
  method: 'get',
  path: '/sessions',
  summary: 'Where you are signed in',
  answer: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        current: z.boolean(),
        method: z.enum(SESSION_METHODS).nullable(),
        userAgent: z.string().nullable(),
        createdAt: instant,
        lastSeenAt: instant.nullable(),
      }),
    ),
  }),
  async handle({ advisor, sessionToken, now }, { services }) {
    const here = services.advisors.sessionId(sessionToken);
    const open = await services.advisors.sessions(advisor.id, now);
    const sessions = open.map(({ id, method, userAgent, createdAt, lastSeenAt }): SessionView => ({
      id,
      current: id === here,
      method,
      userAgent,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
    }));
    return { kind: 'json', body: { sessions } };
  },
});

/** POST /sessions/:id/revoke: ends one of her sessions, its open stream included. */
export const revokeSession = endpoint({
  method: 'post',
  path: '/sessions/:id/revoke',
  summary: 'End one of your sessions',
  answer: null,
  async handle({ advisor, params, now }, { services, streams }) {
    const ended = await services.advisors.revokeSession(advisor.id, params.id ?? '', now);
    if (!ended) throw new ApiFault('not-found');
    await streams.recheck(advisor.id);
    return { kind: 'nothing' };
  },
});

/** POST /sessions/revoke: ends all of her sessions but this one. */
export const revokeOtherSessions = endpoint({
  method: 'post',
  path: '/sessions/revoke',
  summary: 'End all of your sessions but this one',
  answer: null,
  async handle({ advisor, sessionToken, now }, { services, streams }) {
    await services.advisors.revokeSessions(advisor.id, sessionToken, now);
    await streams.recheck(advisor.id);
    return { kind: 'nothing' };
  },
});
