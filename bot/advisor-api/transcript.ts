import type { ConversationService, StoredActivity } from '../../data/conversations/types';
import type { TranscriptLine } from './contract';

const PAGE = 500;
/** What an advisor is shown of a very long conversation: its end. */
const LINES_SHOWN = 500;

/** The conversation as it happened, oldest first: what was said, without typing signs and other silent activities. */
export async function transcriptOf(
  conversations: Pick<ConversationService, 'since'>,
  conversationId: string,
): Promise<TranscriptLine[]> {
  let lines: TranscriptLine[] = [];
  let watermark = 0;
  for (;;) {
    const page = await conversations.since(conversationId, watermark, PAGE);
    lines = [...lines, ...page.filter((activity) => activity.text !== '').map(lineOf)].slice(-LINES_SHOWN);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return lines;
    watermark = last.sequence;
  }
}

function lineOf(activity: StoredActivity): TranscriptLine {
  const { sequence, author, text } = activity;
  return { sequence, author, text, at: activity.at.toISOString(), messageId: messageIdOf(activity) };
}

/** An advisor's reply travels as the activity `message-<id>`, so that it is appended once (data/tickets). */
function messageIdOf({ author, activityId }: StoredActivity): string | null {
  return author === 'advisor' ? activityId : null;
}
