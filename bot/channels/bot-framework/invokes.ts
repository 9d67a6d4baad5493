import type { InboundContext } from './contract';
import type { RawActivity } from '../read-activity';

/** What the channel is answered to an invoke: an HTTP status and a body. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: object;
}

/** Answers the invokes of one kind; null: it is not one of its own. What it throws is answered as a failure, without its words. */
export type InvokeTaker = (activity: RawActivity, context: InboundContext) => Promise<InvokeAnswer | null>;

/** The answer of the first who takes an invoke; null: nobody does. */
export async function answerInvoke(
  activity: RawActivity,
  context: InboundContext,
  takers: readonly InvokeTaker[],
): Promise<InvokeAnswer | null> {
  for (const take of takers) {
    const answer = await take(activity, context);
    if (answer !== null) return answer;
  }
  return null;
}
