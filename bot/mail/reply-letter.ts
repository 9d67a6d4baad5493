import type { Desk } from '../../data/desks/types';
import type { Person } from '../../data/people/types';
import type { UnreadReplies } from '../../data/tickets/letters';
import { wordsOf } from '../../dialogs/scene';
import { typed } from './appointment-letter';
import { htmlOf, textOf, type Letter } from './layout';
import type { Mail } from './mailer';

export interface ReplyLetterContent {
  readonly unread: UnreadReplies;
  readonly person: Person & { readonly email: string };
  readonly desk: Desk;
  /** The topic's title in her language. */
  readonly topicTitle: string;
  /** Where her answers by mail go; null: nobody reads them, she answers in the chat. */
  readonly replyTo: string | null;
}

/** The mail with the replies that she has not come back for. All mails about one request are one thread. */
export function replyLetterMail({ unread, person, desk, topicTitle, replyTo }: ReplyLetterContent): Mail {
  const words = wordsOf(person.locale);
  const { replyLetter, mail } = words;
  const { ticket, replies, first } = unread;
  const subject = replyLetter.subject(ticket.reference, topicTitle);
  const letter: Letter = {
    subject: first ? subject : replyLetter.again(subject),
    greeting: mail.hello(person.firstName),
    lead: [
      replyLetter.lead(desk.organisation),
      ...replies.map(({ authorName, text }) => replyLetter.said(authorName, typed(text))),
    ],
    facts: [
      { label: replyLetter.labels.reference, value: ticket.reference },
      { label: replyLetter.labels.topic, value: topicTitle },
    ],
    link: null,
    closing: [replyTo === null ? replyLetter.inChat : replyLetter.byMail],
    foot: replyTo === null ? mail.foot(desk.organisation) : replyLetter.foot(desk.organisation),
  };
  const threadId = `ticket.${ticket.id}`;
  return {
    to: { name: person.displayName, address: person.email },
    senderName: desk.organisation,
    subject: letter.subject,
    text: textOf(letter, words),
    html: htmlOf(letter, person.locale),
    id: first ? threadId : `${threadId}.${replies.at(-1)?.id ?? ''}`,
    threadId: first ? null : threadId,
    calendar: null,
    ...(replyTo !== null && { replyTo }),
  };
}

/** The address for answers about a ticket: its reference stands in the part that every mail server keeps, as in desk+G-2611-0001@example.org. */
export const replyAddress = (pattern: string | null, reference: string): string | null =>
  pattern === null ? null : pattern.replace('{reference}', reference);
