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
  /** Takes away what `linkTo` made; nothing where there is none, or none any more. */
  close(meeting: Meeting): Promise<void>;
  /** Signs in, without making anything. */
  verify(): Promise<void>;
}

const USERS = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });
const MEETING = z.object({ id: z.string().min(1), joinWebUrl: z.url({ protocol: /^https$/ }) });

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

  async function userId(email: string): Promise<string | null> {
    const known = users.get(email);
    if (known !== undefined) return known;
    const quoted = `'${email.replace(/'/g, "''")}'`;
    const query = new URLSearchParams({
      $filter: `userPrincipalName eq ${quoted} or mail eq ${quoted}`,
      $select: 'id',
    });
    const [user] = (await call(`/users?${query}`)).read(USERS).value;
    if (user === undefined) return null;
    users.set(email, user.id);
    return user.id;
  }

  const pathOf = (user: string, rest: string): string =>
    `/users/${encodeURIComponent(user)}/onlineMeetings/${rest}`;

  async function createOrGet(user: string, meeting: Meeting): Promise<z.output<typeof MEETING>> {
    const { externalId, subject, startsAt, endsAt } = meeting;
    const answer = await call(pathOf(user, 'createOrGet'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        externalId,
        subject,
        startDateTime: startsAt.toISOString(),
        endDateTime: endsAt.toISOString(),
      }),
    });
    return answer.read(MEETING);
  }

  /** Does something as the advisor of an address; null when nobody has it. An account that was made anew has another id: it is looked up again. */
  async function asAdvisor<T>(email: string, act: (user: string) => Promise<T>): Promise<T | null> {
    const wasKnown = users.has(email);
    const user = await userId(email);
    if (user === null) return null;
    try {
      return await act(user);
    } catch (error) {
      if (!wasKnown || !isGone(error)) throw error;
      users.delete(email);
      const anew = await userId(email);
      return anew === null ? null : act(anew);
    }
  }

  return {
    async linkTo(meeting) {
      const made = await asAdvisor(meeting.advisorEmail, (user) => createOrGet(user, meeting));
      if (made === null) throw new PermanentFailure('graph-advisor-unknown');
      return made.joinWebUrl;
    },
    async close(meeting) {
      // Nobody of that address could have been given a meeting.
      await asAdvisor(meeting.advisorEmail, async (user) => {
        // Graph finds a meeting by our id in no other way. One that was never made is made here and goes with the same breath.
        const { id } = await createOrGet(user, meeting);
        await call(pathOf(user, encodeURIComponent(id)), { method: 'DELETE' }).catch((error: unknown) => {
          if (!isGone(error)) throw error;
        });
      });
    },
    async verify() {
      await token.get();
    },
  };
}

const isGone = (error: unknown): boolean =>
  error instanceof PermanentFailure && (error.code === 'graph-404' || error.code === 'graph-410');
