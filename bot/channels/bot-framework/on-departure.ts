import { randomUUID } from 'node:crypto';
import { activityIdFor } from '../../middleware/once';
import type { RawActivity } from '../read-activity';
import type { ActivityDeps } from './deps';
import { conversationIdOf } from './open-conversation';

/** Why nothing is sent to a conversation from which the app was removed. */
export const APP_REMOVED = 'app-removed';

/** Whether an activity tells that the app was taken out of its conversation. An update of the app (`remove-upgrade`) leaves it there. */
export function isDeparture({ type, action, membersRemoved, recipient }: RawActivity): boolean {
  if (type === 'installationUpdate') return action === 'remove';
  if (type !== 'conversationUpdate' || !Array.isArray(membersRemoved)) return false;
  const own = recipient?.id ?? '';
  return (
    own !== '' && (membersRemoved as unknown[]).some((gone) => (gone as { id?: unknown } | null)?.id === own)
  );
}

/**
 * Nothing is sent there any more until something comes in from it, and whoever installs the app again is welcomed again. The same event
 * brought again changes nothing, also after another installation.
 */
export async function onDeparture(
  activity: RawActivity,
  { conversations, deliveries, clock }: Pick<ActivityDeps, 'conversations' | 'deliveries' | 'clock'>,
): Promise<void> {
  const conversationId = conversationIdOf(activity);
  if ((await conversations.find(conversationId)) === null) return;
  const now = clock.now();
  const { duplicate } = await conversations.leave({
    conversationId,
    activityId: activityIdFor(conversationId, `left.${activity.id ?? randomUUID()}`, randomUUID),
    payload: { type: String(activity.type) },
    now,
  });
  if (!duplicate) await deliveries.bury({ conversationId, fault: APP_REMOVED, now });
}
