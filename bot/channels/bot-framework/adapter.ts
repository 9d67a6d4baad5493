import type { Activity, CloudAdapter, InvokeResponse, ResourceResponse, TurnContext } from 'botbuilder';
import type { Config } from '../../config';
import { errorFields, type Log } from '../../log';
import { createAuthentication } from './authentication';
import type { Door, InboundContext, WireActivity } from './contract';
import { addressIn } from './courier';
import type { ChannelSender } from './sender';

const INVOKE_RESPONSE = 'invokeResponse';
/** The request waits for what is said here. */
const PATIENCE = { patienceMs: 1_500 };

/**
 * The way in by Microsoft's botbuilder: the only place that constructs its adapter. Loads it at the first message that needs it: that
 * takes half a second and 45 MB that a web chat does not need.
 *
 * @param sender by which everything leaves, the SDK's own words included.
 */
export function createDoor(config: Pick<Config, 'microsoft'>, sender: ChannelSender, log: Log): Door {
  let loading: Promise<Adapter> | null = null;
  return {
    async process(authorization, activity, logic) {
      const adapter = await (loading ??= loadAdapter(config, sender, log));
      const answer = await adapter.handle(authorization, activity as Activity, (context) =>
        logic(inboundOf(context)),
      );
      return answer && { status: answer.status, ...(answer.body && { body: answer.body as object }) };
    },
  };
}

const inboundOf = (context: TurnContext): InboundContext => ({
  activity: context.activity,
  async say(activities) {
    await context.sendActivities([...activities]);
  },
  async answerInvoke(answer) {
    await context.sendActivity({ type: INVOKE_RESPONSE, value: answer });
  },
});

type Adapter = CloudAdapter & {
  handle(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined>;
};

async function loadAdapter(
  { microsoft }: Pick<Config, 'microsoft'>,
  sender: ChannelSender,
  log: Log,
): Promise<Adapter> {
  const { CloudAdapter: Base } = await import('botbuilder');

  /** The adapter without its own HTTP answers, which would send inner error messages out, and without its own connector. */
  class QuietAdapter extends Base {
    handle(
      authorization: string,
      activity: Activity,
      logic: (context: TurnContext) => Promise<void>,
    ): Promise<InvokeResponse | undefined> {
      return this.processActivity(authorization, activity, logic);
    }

    override async sendActivities(
      context: TurnContext,
      activities: Partial<Activity>[],
    ): Promise<ResourceResponse[]> {
      if (activities.every(({ type }) => type === INVOKE_RESPONSE)) {
        return super.sendActivities(context, activities);
      }
      const { conversation, channelId, serviceUrl, recipient, from } = context.activity;
      const to = addressIn(
        JSON.parse(JSON.stringify({ conversation, channelId, serviceUrl, bot: recipient, user: from })),
      );
      const receipts: ResourceResponse[] = [];
      for (const activity of activities) {
        const sent = to && (await sender.send(to, activity as unknown as WireActivity, PATIENCE));
        receipts.push({ id: (sent?.ok && sent.value.id) || '' });
      }
      return receipts;
    }
  }

  const adapter = new QuietAdapter(await createAuthentication(microsoft));
  adapter.onTurnError = async (_context, error) => {
    log.error(errorFields(error), 'bot framework turn failed');
    throw error;
  };
  return adapter;
}
