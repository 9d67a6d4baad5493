import type { Conversation, StoredActivity } from '../../data/conversations/types';
import type { Reply } from '../../dialogs/reply';
import type { Turn } from '../../dialogs/turn';
import { errorFields, type Log } from '../log';
import type { Metrics } from '../metrics';

/** Writes one line a turn and counts it: ids, what was decided, how long it took. Never what was said or by whom. */
export interface TurnLog {
  answered(turn: Turn, replies: readonly Reply[], milliseconds: number): void;
  failed(inbound: StoredActivity, conversation: Conversation, error: unknown, milliseconds: number): void;
}

export function createTurnLog(log: Log, metrics: Metrics): TurnLog {
  const ids = (turn: Turn, milliseconds: number) => ({
    turn: turn.id,
    conversation: turn.conversationId,
    channel: turn.channel,
    desk: turn.desk,
    kind: turn.kind,
    unreadable: turn.unreadable ?? undefined,
    ms: Math.round(milliseconds),
  });
  return {
    answered(turn, replies, milliseconds) {
      const meta = replies.at(-1)?.meta;
      const decision = meta?.decision ?? 'none';
      log.info(
        {
          ...ids(turn, milliseconds),
          decision,
          topic: meta?.topic,
          form: meta?.form,
          slot: meta?.slot,
          ticket: meta?.ticket,
        },
        'turn',
      );
      metrics.turn({ decision, channel: turn.channel, seconds: milliseconds / 1000 });
    },
    failed({ activityId }, { id, channel, deskId }, error, milliseconds) {
      const ms = Math.round(milliseconds);
      log.error(
        { turn: activityId, conversation: id, channel, desk: deskId, ms, ...errorFields(error) },
        'turn failed',
      );
      metrics.turn({ decision: 'failed', channel, seconds: milliseconds / 1000 });
      metrics.failure('turn');
    },
  };
}
