import type { JsonValue, StoredActivity } from '../../../data/conversations/types';
import type { Turn } from '../../../dialogs/turn';
import { refusal } from '../../errors';
import { ASSISTANT, payloadOf } from '../deliver';
import type { DirectLineTokens } from './tokens';

/** What a poll answers and what a frame of the stream holds. */
export interface ActivitySet {
  readonly activities: readonly { readonly [key: string]: JsonValue }[];
  readonly watermark: string;
}

/** Where a client stands. '' and absent: at the beginning. @throws refusal BadArgument for anything that is no watermark. */
export function readWatermark(raw: unknown): number {
  if (raw === undefined || raw === null || raw === '' || raw === 'null' || raw === 'undefined') return 0;
  const text = String(raw);
  if (!/^\d{1,9}$/.test(text))
    throw refusal('BadArgument', 'watermark must be the one that was last received.');
  return Number(text);
}

/** Makes stored activities into what goes over the wire to one client. */
export function createActivitySets(tokens: DirectLineTokens) {
  return {
    /**
     * @param userId the client's own id: the sender of everything that came in.
     * @param baseUrl where the client reaches this server, for the addresses of files.
     */
    async of(
      activities: readonly StoredActivity[],
      watermark: number,
      userId: string,
      baseUrl: string,
    ): Promise<ActivitySet> {
      const wire = [];
      for (const activity of activities) {
        // That somebody joined is said to the assistant only.
        if (payloadOf(activity).type === 'conversationUpdate') continue;
        wire.push(await toWire(activity, userId, baseUrl));
      }
      return { activities: wire, watermark: String(activities.at(-1)?.sequence ?? watermark) };
    },
  };

  async function toWire(stored: StoredActivity, userId: string, baseUrl: string) {
    const { guichet: material, ...wire } = payloadOf(stored);
    const incoming = stored.direction === 'in';
    const files = (material as Partial<Turn> | undefined)?.attachments ?? [];
    const token = files.length > 0 ? await tokens.issueAddress('attachment', stored.conversationId) : '';
    return {
      ...wire,
      id: stored.activityId,
      timestamp: stored.at.toISOString(),
      channelId: 'directline',
      from: incoming ? { id: userId, role: 'user' } : (wire.from ?? ASSISTANT),
      conversation: { id: stored.conversationId },
      ...(files.length > 0
        ? {
            attachments: files.map((file) => ({
              contentType: file.contentType,
              name: file.name,
              contentUrl: `${baseUrl}/v3/directline/attachments/${encodeURIComponent(file.id)}?t=${token}`,
            })),
          }
        : {}),
    };
  }
}
export type ActivitySets = ReturnType<typeof createActivitySets>;
