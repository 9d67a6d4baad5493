import { createHash } from 'node:crypto';
import { errorFields } from '../../log';
import type { RawActivity } from '../read-activity';
import type { InboundContext } from './contract';
import { createCardInvokes } from './card-invokes';
import type { ActivityDeps } from './deps';
import { answerInvoke, type InvokeAnswer } from './invokes';
import { isArrival, onArrival } from './on-arrival';
import { isDeparture, onDeparture } from './on-departure';
import { onMessage } from './on-message';
import { isOfBot } from './scope';
import { createStatusInvokes } from './status-invokes';

/** How an invoke is answered that fails here: the channel shows that it did not work, and nothing of why. */
const FAILED: InvokeAnswer = { status: 200, body: {} };

/**
 * What an activity does. Messages and edited messages are turns, arrivals are welcomed, departures noted, invokes answered; reactions, deletions,
 * typing, read receipts and whatever comes in later releases of the channel are acknowledged and change nothing, and so is what another bot writes.
 */
export async function onActivity(
  activity: RawActivity,
  context: InboundContext,
  deps: ActivityDeps,
): Promise<void> {
  if (/^message/.test(activity.type) && isOfBot(activity)) return;
  for (const take of deps.takers) {
    if (await take(activity)) return;
  }
  switch (activity.type) {
    case 'message':
      return onMessage(activity, { key: activity.id ?? null, edited: false }, context, deps);
    case 'messageUpdate':
      if (activity.channelData?.eventType !== 'editMessage') return;
      return onMessage(activity, { key: editKey(activity), edited: true }, context, deps);
    case 'invoke':
      return onInvoke(activity, context, deps);
    default:
      if (isDeparture(activity)) return onDeparture(activity, deps);
      if (isArrival(activity)) return onArrival(activity, context, deps);
  }
}

/** An edit has the id of the message that it changes; what tells two edits apart is when they were made and what they say. */
function editKey({ id, timestamp, text }: RawActivity): string {
  const said = createHash('sha256')
    .update(JSON.stringify([timestamp, text]))
    .digest('base64url');
  return `${id ?? ''}.edit.${said.slice(0, 16)}`;
}

async function onInvoke(activity: RawActivity, context: InboundContext, deps: ActivityDeps): Promise<void> {
  const takers = [...deps.invokes, createStatusInvokes(deps), createCardInvokes(deps)];
  const answer = await answerInvoke(activity, context, takers).catch((error: unknown) => {
    deps.metrics.failure('turn');
    deps.log.error({ invoke: activity.name, ...errorFields(error) }, 'invoke failed');
    return FAILED;
  });
  if (answer !== null) await context.answerInvoke(answer);
}
