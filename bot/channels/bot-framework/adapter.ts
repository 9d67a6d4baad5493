import type { Activity, CloudAdapter, ConversationReference, InvokeResponse, TurnContext } from 'botbuilder';
import type { Config } from '../../config';
import { errorFields, type Log } from '../../log';
import { createAuthentication } from './authentication';

/** The door and the way out of the Bot Framework: the only place that constructs its adapter. */
export interface BotFrameworkChannel {
  /**
   * Authenticates an activity and runs `logic` on it.
   *
   * @returns what the caller is answered: for `deliveryMode: expectReplies` the replies themselves.
   * @throws NotAuthenticated when the token is missing or not accepted.
   * @throws KeysUnavailable when the channel's keys cannot be read.
   */
  process(
    authorization: string,
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined>;
  /** Sends to a conversation outside of a turn. */
  send(reference: Partial<ConversationReference>, activities: readonly Partial<Activity>[]): Promise<void>;
}

/** Loads the Bot Framework at the first message that needs it: it takes half a second and 45 MB that a web chat does not need. */
export function createBotFrameworkChannel(config: Pick<Config, 'microsoft'>, log: Log): BotFrameworkChannel {
  let loading: Promise<Door> | null = null;
  const load = (): Promise<Door> => (loading ??= loadAdapter(config, log));
  const appId = config.microsoft?.appId ?? '';
  return {
    async process(authorization, activity, logic) {
      const adapter = await load();
      return adapter.handle(authorization, activity as Activity, logic);
    },
    async send(reference, activities) {
      const adapter = await load();
      await adapter.continueConversationAsync(appId, reference, async (context) => {
        await context.sendActivities([...activities]);
      });
    },
  };
}

type Door = CloudAdapter & {
  handle(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined>;
};

async function loadAdapter({ microsoft }: Pick<Config, 'microsoft'>, log: Log): Promise<Door> {
  const { CloudAdapter: Adapter } = await import('botbuilder');

  /** The adapter without its own HTTP answers, which would send inner error messages out. */
  class QuietAdapter extends Adapter {
    handle(
      authorization: string,
      activity: Activity,
      logic: (context: TurnContext) => Promise<void>,
    ): Promise<InvokeResponse | undefined> {
      return this.processActivity(authorization, activity, logic);
    }
  }

  const adapter = new QuietAdapter(await createAuthentication(microsoft));
  adapter.onTurnError = async (_context, error) => {
    log.error(errorFields(error), 'bot framework turn failed');
    throw error;
  };
  return adapter;
}
