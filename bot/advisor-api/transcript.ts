import type { ConversationService, StoredActivity } from '../../data/conversations/types';
import type { TicketMessage } from '../../data/tickets/types';
import type { TranscriptLine } from './contract';

const PAGE = 500;
/** What an advisor is shown of a very long conversation: its end. */
const LINES_SHOWN = 500;

/** What was said in a conversation, oldest first, without typing signs and other silent activities. */
export async function conversationOf(
  conversations: Pick<ConversationService, 'since'>,
  conversationId: string,
): Promise<readonly StoredActivity[]> {
  let said: StoredActivity[] = [];
  let watermark = 0;
  for (;;) {
    const page = await conversations.since(conversationId, watermark, PAGE);
    said = [...said, ...page.filter(({ text }) => text !== '')].slice(-LINES_SHOWN);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return said;
    watermark = last.sequence;
  }
}

/** The conversation as the ticket shows it: a line that delivered one of the ticket's own replies says which. */
export function transcriptOf(
  activities: readonly StoredActivity[],
  messages: readonly TicketMessage[],
): TranscriptLine[] {
  const delivered = new Map(messages.map(({ id, activityId }) => [activityId, id]));
  return activities.map(({ sequence, author, text, at, activityId }) => ({
    sequence,
    author,
    text,
    at: at.toISOString(),
    messageId: delivered.get(activityId) ?? null,
  }));
}
