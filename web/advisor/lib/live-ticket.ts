import type { LiveEvent, MessageView } from '../../../bot/advisor-api/contract';
import type { LiveView, PresentAdvisors } from '../../../bot/advisor-api/contract-live';
import { useResource } from '../context';
import type { Resources } from './resources';

const PREFIX = '/live/tickets/';

export const livePaths = {
  ticket: (id: string): string => PREFIX + encodeURIComponent(id),
  advisors: '/live/advisors',
} as const;

/** Who answers a ticket's chat, who is there and who writes; undefined until it has been read. */
export const useLive = (ticketId: string): LiveView | undefined =>
  useResource<LiveView>(livePaths.ticket(ticketId)).data;

/** The advisors who have Guichet open; null until it is known. */
export function usePresent(): ReadonlySet<string> | null {
  const { data } = useResource<PresentAdvisors>(livePaths.advisors);
  return data === undefined ? null : new Set(data.advisorIds);
}

/** Reads again what an event has changed of who is there. */
export function refreshLive(resources: Resources, event: LiveEvent & { type: 'live' }): void {
  const { ticketId, conversationId } = event;
  if (ticketId === null && conversationId === null) {
    resources.refresh((path) => path === livePaths.advisors);
    return;
  }
  resources.refresh((path) => {
    if (!path.startsWith(PREFIX)) return false;
    const live = resources.snapshot<LiveView>(path).data;
    return (
      live?.ticketId === ticketId || (conversationId !== null && live?.conversationId === conversationId)
    );
  });
}

/** Reads again who answers a ticket's chat: it may have been taken over. */
export function refreshLiveOf(resources: Resources, ticketId: string): void {
  resources.refresh((path) => path === livePaths.ticket(ticketId));
}

/** The last reply of an advisor that stands in a ticket; null: none. */
export const lastReplyId = (messages: readonly MessageView[]): string | null =>
  messages.findLast(({ kind, authorKind }) => kind === 'reply' && authorKind === 'advisor')?.id ?? null;

/** What others than oneself have replied since the reply `seenId`. */
export function repliesSince(
  messages: readonly MessageView[],
  seenId: string | null,
  ownName: string,
): readonly MessageView[] {
  const seen = messages.findIndex(({ id }) => id === seenId);
  return messages
    .slice(seen + 1)
    .filter(
      ({ kind, authorKind, authorName }) =>
        kind === 'reply' && authorKind === 'advisor' && authorName !== ownName,
    );
}
