import type { AttachmentService, StoredAttachment } from '../../data/attachments/types';
import type { ConversationService, StoredActivity } from '../../data/conversations/types';
import type { LinkedTicket } from '../../data/tickets/relations';
import type { Ticket, TicketMessage } from '../../data/tickets/types';
import type { TicketDetail, TranscriptLine } from './contract';
import type { LinkView, MergedView } from './contract-tickets';
import type { DeskScope } from './scope';
import { conversationOf, transcriptOf } from './transcript';

/** A line's number among those of several conversations: each has its own block of numbers. */
const BLOCK = 10_000_000;

/** Links to tickets that the advisor may see. */
export const linkViews = (links: readonly LinkedTicket[], scope: DeskScope): LinkView[] =>
  links
    .filter(({ ticket }) => scope.allows(ticket.deskId))
    .map(({ ticket: { reference, subject, status }, kind, role }) => ({
      reference,
      subject,
      status,
      kind,
      role,
    }));

export const mergedView = ({ id, reference, subject, createdAt, facts }: Ticket): MergedView => ({
  id,
  reference,
  subject,
  createdAt: createdAt.toISOString(),
  facts,
});

/**
 * Tickets, each with its conversation as long as that is of its desk: a chat on Teams goes to another one with whoever writes in it
 * (data/teams/invitations.ts), and what is said and sent in it from then on is that desk's.
 */
export function withOwnChats<T extends Pick<Ticket, 'conversationId' | 'deskId'>>(
  conversations: Pick<ConversationService, 'find'>,
  tickets: readonly T[],
): Promise<readonly T[]> {
  return Promise.all(
    tickets.map(async (ticket) => {
      const { conversationId, deskId } = ticket;
      const conversation = conversationId === null ? null : await conversations.find(conversationId);
      return conversation?.deskId === deskId ? ticket : { ...ticket, conversationId: null };
    }),
  );
}

/** What was said in the conversations of a ticket and of those that go on in it, in order of time. */
export async function wholeTranscript(
  conversations: Pick<ConversationService, 'since'>,
  tickets: readonly Pick<Ticket, 'conversationId'>[],
  messages: readonly TicketMessage[],
): Promise<TranscriptLine[]> {
  const ids = [...new Set(tickets.flatMap(({ conversationId }) => conversationId ?? []))];
  const [first = [], ...others]: (readonly StoredActivity[])[] = await Promise.all(
    ids.map((id) => conversationOf(conversations, id)),
  );
  if (others.length === 0) return transcriptOf(first, messages);
  return [first, ...others]
    .flatMap((activities, index) =>
      transcriptOf(activities, messages).map((line) => ({
        ...line,
        sequence: line.sequence + index * BLOCK,
      })),
    )
    .sort((one, other) => one.at.localeCompare(other.at) || one.sequence - other.sequence);
}

/** What was sent for these tickets, from wherever, and what lies in their conversations without belonging to another one; each once. */
export async function filesOf(
  attachments: AttachmentService,
  tickets: readonly Pick<Ticket, 'id' | 'conversationId'>[],
): Promise<readonly StoredAttachment[]> {
  const lists = await Promise.all(
    tickets.flatMap(({ id, conversationId }) => [
      attachments.ofTicket(id),
      conversationId === null
        ? []
        : attachments
            .ofConversation(conversationId)
            .then((files) => files.filter(({ ticketId }) => ticketId === null)),
    ]),
  );
  return [...new Map(lists.flat().map((file) => [file.id, file])).values()];
}

/** Files as the ticket shows them: each with our message that carried it, if one did. */
export function fileViews(
  files: readonly StoredAttachment[],
  messages: readonly TicketMessage[],
): TicketDetail['attachments'] {
  const carriers = new Map(messages.map(({ id, activityId }) => [activityId, id]));
  return files.map(({ id, name, contentType, size, activityId, uploadedById }) => ({
    id,
    name,
    contentType,
    size,
    messageId: uploadedById === null ? null : (carriers.get(activityId) ?? null),
  }));
}
