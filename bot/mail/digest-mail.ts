import type { Digest } from '../../data/digests/types';
import type { Desk } from '../../data/desks/types';
import { fr } from '../../dialogs/messages.fr';
import { htmlOf, textOf, type Letter } from './layout';
import type { Mail } from './mailer';

/** Requests that a summary names; the others are counted. */
const MOST_LINES = 10;
const HOUR_MS = 3_600_000;

/** What waits for an advisor, by reference and topic: whose request it is stays in the queue. */
export function digestMail(
  { advisor, mine, overdue, unassigned }: Digest,
  more: {
    readonly desk: Desk;
    readonly queueUrl: string;
    titleOf(topicId: string): string;
    readonly now: Date;
    /** When it was planned: the same again is the same mail. */
    readonly at: string;
  },
): Mail {
  const { digest, mail } = fr;
  const { desk, queueUrl, titleOf, now, at } = more;
  const lines = mine
    .slice(0, MOST_LINES)
    .map(({ reference, topicId, waitingSince, createdAt }) =>
      digest.line(reference, titleOf(topicId), waited(waitingSince ?? createdAt, now)),
    );
  const rest = mine.length - lines.length;
  const letter: Letter = {
    subject: digest.subject(mine.length + unassigned),
    greeting: mail.hello(advisor.name),
    lead:
      mine.length === 0 ? [] : [[digest.lead, ...lines, ...(rest > 0 ? [digest.more(rest)] : [])].join('\n')],
    facts: [
      { label: digest.labels.mine, value: String(mine.length) },
      { label: digest.labels.overdue, value: String(overdue) },
      { label: digest.labels.unassigned, value: String(unassigned) },
    ],
    link: { label: digest.open, url: queueUrl },
    closing: [digest.stop],
    foot: mail.foot(desk.organisation),
  };
  return {
    to: { name: advisor.name, address: advisor.email },
    senderName: desk.organisation,
    subject: letter.subject,
    text: textOf(letter, fr),
    html: htmlOf(letter, 'fr'),
    id: `digest.${advisor.id}.${at.replace(/\W/g, '')}`,
    threadId: null,
    calendar: null,
  };
}

function waited(since: Date, now: Date): string {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / HOUR_MS));
  return hours < 48 ? fr.digest.hours(hours) : fr.digest.days(Math.floor(hours / 24));
}
