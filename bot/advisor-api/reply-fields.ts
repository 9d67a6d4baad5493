import { fieldsIn, type FieldValues } from '../../data/replies/fields';
import type { Advisor } from '../../data/advisors/types';
import type { Services } from '../../data/services';
import type { Ticket } from '../../data/tickets/types';
import type { Knowledge } from '../../knowledge/types';
import { ApiFault } from './errors';

/** What the fields of a reply stand for on a ticket, when this advisor sends it. */
export async function fieldValues(
  ticket: Pick<Ticket, 'reference' | 'subject' | 'topicId' | 'deskId' | 'personId'>,
  advisor: Pick<Advisor, 'name'>,
  { people, desks }: Pick<Services, 'people' | 'desks'>,
  knowledge: Pick<Knowledge, 'topic'>,
): Promise<FieldValues> {
  const [person, desk] = await Promise.all([
    ticket.personId === null ? null : people.find(ticket.personId),
    desks.find(ticket.deskId),
  ]);
  return {
    firstName: person?.firstName ?? null,
    name: person?.displayName ?? null,
    reference: ticket.reference,
    subject: ticket.subject,
    topic: knowledge.topic(ticket.topicId)?.titleFr.replace(/\s*\([^()]*\)\s*$/, '') ?? null,
    advisor: advisor.name,
    advisorFirstName: advisor.name.split(' ')[0] ?? null,
    desk: desk.name,
  };
}

/** @throws ApiFault `unfilled-fields` for a reply in which a field still stands: the requester must never read "{firstName}". */
export function mustBeFilled(text: string): void {
  const left = fieldsIn(text).map(({ name }) => `{${name}}`);
  if (left.length > 0) throw new ApiFault('unfilled-fields', { detail: left.join(', ') });
}
