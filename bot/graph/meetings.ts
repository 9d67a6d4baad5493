import { z } from 'zod';
import type { Clock } from '../../data/clock';
import { PermanentFailure, TemporaryFailure } from '../workers/failures';
import { createAccessToken } from './access-token';
import { send, type GraphAnswer, type GraphConfig } from './http';

/** A meeting to be held on Teams. */
export interface Meeting {
  /** The same again gives the same meeting. */
  readonly externalId: string;
  /** Who holds it. */
  readonly advisorEmail: string;
  readonly subject: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface Meetings {
  /** Makes a meeting, or finds the one made before. @returns the https address where both join. */
  linkTo(meeting: Meeting): Promise<string>;
  /** Signs in, without making anything. */
  verify(): Promise<void>;
}

const USERS = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });
const MEETING = z.object({ joinWebUrl: z.url({ protocol: /^https$/ }) });

/**
 * Teams meetings through Microsoft Graph, as an application: OnlineMeetings.ReadWrite.All with an application access policy for the
 * advisors, and User.ReadBasic.All to find them by their address (Graph takes nothing but object ids here).
 */
export function createMeetings(config: GraphConfig, clock: Clock): Meetings {
  const token = createAccessToken(config, clock);
  const users = new Map<string, string>();

  async function call(path: string, init: RequestInit = {}): Promise<GraphAnswer> {
    const attempt = async (): Promise<GraphAnswer> =>
      send(`${config.graphUrl}${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${await token.get()}` },
      });
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TemporaryFailure) || error.code !== 'graph-401') throw error;
      // Withdrawn before its time: once more with a fresh one.
      token.forget();
      return attempt();
    }
  }

  async function userId(email: string): Promise<string> {
    const known = users.get(email);
    if (known !== undefined) return known;
    const quoted = `'${email.replace(/'/g, "''")}'`;
    const query = new URLSearchParams({
      $filter: `userPrincipalName eq ${quoted} or mail eq ${quoted}`,
      $select: 'id',
    });
    const [user] = (await call(`/users?${query}`)).read(USERS).value;
    if (user === undefined) throw new PermanentFailure('graph-advisor-unknown');
    users.set(email, user.id);
    return user.id;
  }

  return {
    async linkTo({ externalId, advisorEmail, subject, startsAt, endsAt }) {
      const user = await userId(advisorEmail);
      const answer = await call(`/users/${encodeURIComponent(user)}/onlineMeetings/createOrGet`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          externalId,
          subject,
          startDateTime: startsAt.toISOString(),
          endDateTime: endsAt.toISOString(),
        }),
      });
      return answer.read(MEETING).joinWebUrl;
    },
    async verify() {
      await token.get();
    },
  };
}
