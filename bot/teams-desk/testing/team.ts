import { eventually, startEdge, type EdgeFixture } from '../../testing/edge-fixture';
import type { NewTicket, Ticket } from '../../../data/tickets/types';
import { account, type Where } from './activities';
import { startTeamsChannel, type Post, type TeamsChannelStub } from './teams-channel';

type Body = Readonly<Record<string, unknown>>;

/** A server with a team on Teams: two advisors and a supervisor of one desk, a supervisor of another, somebody unknown. */
export interface Team {
  readonly edge: EdgeFixture;
  readonly channel: TeamsChannelStub;
  /** In the channel, outside of any thread, or under a post. */
  at(post?: Post, channelId?: string): Where;
  file(change?: Partial<NewTicket>): Promise<Ticket>;
  /** The post of a ticket, once its card is as wished. */
  post(reference: string, asWished?: (post: Post) => boolean): Promise<Post>;
  /** Sends an activity as Teams does. @returns the body of the answer. */
  send(activity: Body): Promise<Body>;
  stop(): Promise<void>;
}

const TICK_MS = 20;
/** Minutes pass in seconds: what the limits make wait is soon sent. */
const SPEED = 10;

export const CHANNEL = '19:payments@thread.tacv2';

/** Who is who: names of accounts in Teams, and advisors of docs/demo.md. */
const ACCOUNTS = {
  nadia: 'advisor-abc-1',
  pierre: 'advisor-abc-2',
  julie: 'advisor-mentor-1',
  admin: 'advisor-admin',
} as const;

export async function startTeam(): Promise<Team> {
  const [edge, channel] = await Promise.all([startEdge(), startTeamsChannel()]);
  const { services, clock } = edge.data;
  for (const [name, advisorId] of Object.entries(ACCOUNTS)) {
    await services.teamsAccounts.link({
      identity: account(name),
      to: { advisorId },
      by: 'single-sign-on',
      now: clock.now(),
    });
  }
  // The limits of the channel are kept by the clock: it must not stand still.
  const ticking = setInterval(() => clock.set(new Date(clock.now().getTime() + TICK_MS * SPEED)), TICK_MS);
  let filed = 0;
  return {
    edge,
    channel,
    at: (post, channelId = CHANNEL) => ({
      serviceUrl: channel.url,
      channelId,
      ...(post === undefined ? {} : { thread: post.id }),
    }),
    file: (change = {}) =>
      services.tickets.file({
        idempotencyKey: `team-${(filed += 1)}`,
        deskId: 'abc',
        personId: null,
        conversationId: null,
        topicId: 'abc.pay-missing',
        category: 'payment',
        subject: 'Toujours pas payée pour octobre',
        priority: 'normal',
        facts: [],
        checks: [],
        article: null,
        now: clock.now(),
        ...change,
      }),
    post: async (reference, asWished = () => true) => {
      const posts = await eventually(
        () => channel.posts.filter(({ card }) => JSON.stringify(card).includes(reference)),
        ([first]) => first !== undefined && asWished(first),
      );
      if (posts[0] === undefined || posts.length > 1)
        throw new Error(`${posts.length} cards of ${reference}`);
      return posts[0];
    },
    async send(activity) {
      const answer = await edge.post('/api/messages', activity);
      if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    async stop() {
      await edge.stop();
      clearInterval(ticking);
      await channel.stop();
    },
  };
}

/** An action of a card, by what its button says. */
export function actionOf(card: Body, title: string): Body {
  const actions = card.actions as readonly Body[];
  const found = actions.find((action) => action.title === title);
  if (found === undefined)
    throw new Error(`No ${title} among ${actions.map((each) => String(each.title)).join()}`);
  return found;
}

export const titlesOf = (card: Body): readonly unknown[] =>
  (card.actions as readonly Body[]).map(({ title }) => title);
