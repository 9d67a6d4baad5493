import type { Advisor } from '../../data/advisors/types';
import type { Desk } from '../../data/desks/types';
import type { TeamsChannel } from '../../data/teams/channels';
import { wordsOf } from '../../dialogs/scene';
import { sayQueue } from '../teams-desk/reader';
import { htmlOf, textOf, type Letter } from './layout';
import type { Mail } from './mailer';

/** The mail that tells a supervisor that a channel on Teams takes no tickets any more, why, and what to do. */
export function channelDeadMail(
  channel: TeamsChannel & { readonly dead: { readonly at: Date; readonly reason: string } },
  desk: Pick<Desk, 'name' | 'organisation'>,
  advisor: Pick<Advisor, 'id' | 'name' | 'email'>,
  queueUrl: string,
): Mail {
  const words = wordsOf(channel.locale);
  const { dead } = words.teamsDesk;
  const name = channel.name === '' ? dead.unnamed : `« ${channel.name} »`;
  const letter: Letter = {
    subject: dead.subject(name),
    greeting: words.mail.hello(advisor.name),
    lead: [dead.lead(name, sayQueue(desk.name, channel.category, words))],
    facts: [{ label: dead.reason, value: channel.dead.reason }],
    link: { label: dead.open, url: queueUrl },
    closing: [dead.todo],
    foot: desk.organisation,
  };
  return {
    to: { name: advisor.name, address: advisor.email },
    senderName: desk.organisation,
    subject: letter.subject,
    text: textOf(letter, words),
    html: htmlOf(letter, channel.locale),
    id: `${channel.id}.${channel.dead.at.getTime()}.${advisor.id}`,
    threadId: null,
    calendar: null,
  };
}
