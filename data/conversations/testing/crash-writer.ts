import { openData } from '../../open';

/** A process that handles turns as fast as it can until it is killed, and writes a dot for each: one inbound activity, two replies, a state. */
async function main(url: string, conversationId: string): Promise<void> {
  const { services } = await openData({ url });
  const { conversations } = services;
  for (let turn = 1; ; turn += 1) {
    const inbound = `${process.pid}-${turn}`;
    const now = new Date();
    await conversations.receive({
      conversationId,
      activityId: inbound,
      payload: { type: 'message' },
      text: inbound,
      owesTurn: true,
      now,
    });
    await conversations.commitTurn({
      conversationId,
      inboundActivityId: inbound,
      state: { last: inbound },
      locale: 'fr',
      replies: [1, 2].map((part) => ({
        activityId: `${inbound}-r${part}`,
        author: 'assistant' as const,
        payload: {},
        text: `réponse ${part}`,
      })),
      now,
    });
    process.stdout.write('.');
  }
}

const [url = '', conversationId = ''] = process.argv.slice(2);
void main(url, conversationId);
