import type { Notice } from '../../data/notices/types';
import { takeChoice } from '../appointment/actions';
import { slotLabel } from '../appointment/words';
import { metaFor, say } from '../replies';
import type { Reply } from '../reply';
import type { Telling } from './telling';

/** An advisor offers times: each is a button that books it. Those that have passed since are left out; none left, nothing is said. */
export async function appointmentProposal(
  notice: Notice & { kind: 'appointment-proposal' },
  { services, listener, words, locale }: Telling,
): Promise<Reply | null> {
  const { proposalId, ticketId, channel, slots } = notice;
  const ticket = await services.tickets.find(ticketId);
  if (ticket === null || listener.person === null) return null;
  const where = { zone: listener.person.zone, locale, words, now: listener.now };
  const { proposal } = words.notice;
  const ahead = slots.filter(({ startsAt }) => new Date(startsAt) > listener.now);
  if (ahead.length === 0) return null;
  const names = new Map((await services.advisors.ofDesks([listener.desk])).map(({ id, name }) => [id, name]));
  const isOne = new Set(ahead.map(({ advisorId }) => advisorId)).size === 1;
  const choices = ahead.map(({ advisorId, startsAt }) => {
    const when = slotLabel(startsAt, where);
    const label = isOne ? when : proposal.slot(when, names.get(advisorId) ?? notice.advisorName);
    return takeChoice({ proposalId, ticketId, channel, advisorId, startsAt }, label);
  });
  const text = [
    proposal[channel](notice.advisorName),
    ...(notice.text === '' ? [] : [proposal.says(notice.text)]),
    proposal.choose,
  ].join(' ');
  return say(text, [...choices, { label: words.common.human, action: { type: 'talk-to-someone' } }], {
    ...metaFor('service', ticket.topicId),
    ticket: ticket.reference,
  });
}
