import type { Clock } from '../../data/clock';
import type { OutboxPayload } from '../../data/outbox/types';
import type { Services } from '../../data/services';
import type { Presence } from '../live/presence';
import type { Mailer } from '../mail/mailer';
import { replyAddress, replyLetterMail } from '../mail/reply-letter';
import { PermanentFailure } from './failures';

export interface ReplyLettersDeps extends Pick<Services, 'letters' | 'people' | 'desks'> {
  readonly mailer: Pick<Mailer, 'send'>;
  readonly presence: Pick<Presence, 'requester'>;
  readonly clock: Clock;
  /** The address for answers, with {reference} in it; null: there is none. */
  readonly replyTo: string | null;
  /** The title of a topic in a language. */
  titleOf(topicId: string, locale: 'fr' | 'en'): string;
}

export type TicketMailPayload = OutboxPayload & { readonly kind: 'ticket-mail' };

/**
 * Mails an advisor's reply to a requester who has left the chat: nothing when she was there or has written since, or has no address. What
 * her server refuses for good is written on the ticket, so that somebody can reach her otherwise.
 */
export function createReplyLetters(deps: ReplyLettersDeps): (payload: TicketMailPayload) => Promise<void> {
  const { letters, people, desks, mailer, presence, clock, replyTo, titleOf } = deps;
  return async ({ ticketId, messageId }) => {
    const unread = await letters.unread(ticketId, messageId);
    if (unread === null || wasThere(unread.ticket.conversationId, unread.replies[0]?.at, presence)) return;
    const person = await people.find(unread.personId);
    if (person === null || person.email === null) return;
    const { ticket, replies } = unread;
    const mail = replyLetterMail({
      unread,
      person: { ...person, email: person.email },
      desk: await desks.find(ticket.deskId),
      topicTitle: titleOf(ticket.topicId, person.locale),
      replyTo: replyAddress(replyTo, ticket.reference),
    });
    try {
      await mailer.send(mail);
    } catch (error) {
      if (error instanceof PermanentFailure) {
        await letters.refused({ ticketId, by: 'mail', reason: error.code, now: clock.now() });
      }
      throw error;
    }
    const upTo = replies.at(-1)?.id ?? messageId;
    await letters.mailed({ ticketId, upTo, count: replies.length, now: clock.now() });
  };
}

/** Whether her chat is open, or was since the first of the replies came. */
function wasThere(
  conversationId: string | null,
  since: Date | undefined,
  presence: Pick<Presence, 'requester'>,
): boolean {
  if (conversationId === null || since === undefined) return false;
  const { here, lastSeenAt } = presence.requester(conversationId);
  return here || (lastSeenAt !== null && lastSeenAt > since);
}
