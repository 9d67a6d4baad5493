import type { StoredActivity } from '../../../../data/conversations/types';
import type { DeliveryService } from '../../../../data/deliveries/types';

/** Deliveries as the database keeps them, in memory: what stays when a process is killed. */
export function memoryDeliveries(serviceUrl: string) {
  const rows = new Map<string, { activity: StoredActivity; sentAt: Date | null; attempts: number }[]>();
  const rowsOf = (id: string) => rows.get(id) ?? [];
  const row = (id: string, sequence: number) => {
    const found = rowsOf(id)[sequence - 1];
    if (!found) throw new Error('no such activity');
    return found;
  };
  const service: DeliveryService = {
    owing: async () => [...rows.keys()].filter((id) => rowsOf(id).some(({ sentAt }) => sentAt === null)),
    async next(id) {
      const owed = rowsOf(id).find(({ sentAt }) => sentAt === null);
      const reference = { serviceUrl, channelId: 'msteams', conversation: { id, tenantId: 'tenant' } };
      return owed ? { activity: owed.activity, reference, dead: null } : null;
    },
    async markSent({ conversationId, sequence, now }) {
      row(conversationId, sequence).sentAt = now;
    },
    async noteFailure(conversationId, sequence) {
      row(conversationId, sequence).attempts += 1;
    },
    giveUp: () => Promise.reject(new Error('nothing may be given up')),
    bury: () => Promise.reject(new Error('nothing is dead')),
    callsSince: async (id, since, now) =>
      rowsOf(id)
        .filter(({ sentAt }) => sentAt === null || sentAt >= since)
        .flatMap(({ sentAt, attempts }) =>
          Array.from({ length: attempts + (sentAt === null ? 0 : 1) }, () => sentAt ?? now),
        ),
    sentAs: async () => null,
  };
  return {
    service,
    texts: (id: string) => rowsOf(id).map(({ activity }) => activity.text),
    write(conversationId: string, at: Date): number {
      const sequence = rowsOf(conversationId).length + 1;
      const text = `${conversationId} ${sequence}`;
      const activity: StoredActivity = {
        conversationId,
        sequence,
        activityId: `${conversationId}|${sequence}`,
        direction: 'out',
        author: 'assistant',
        payload: { type: 'message', text },
        text,
        at,
        processedAt: null,
      };
      rows.set(conversationId, [...rowsOf(conversationId), { activity, sentAt: null, attempts: 0 }]);
      return sequence;
    },
  };
}
