import type { Services } from '../../../data/services';
import { type Answer, endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { linkViews } from '../related-views';
import { linkBody, linksAnswer } from '../schemas-tickets';
import type { DeskScope } from '../scope';

async function links(ticketId: string, scope: DeskScope, { relations }: Services): Promise<Answer> {
  return { kind: 'json', body: { links: linkViews(await relations.links(ticketId), scope) } };
}

/** POST /tickets/:id/links: says that another ticket of the desk has to do with this one. */
export const linkTickets = endpoint({
  method: 'post',
  path: '/tickets/:id/links',
  summary: 'Link a ticket to another one of its desk',
  body: linkBody,
  answer: linksAnswer,
  async handle({ params, body, advisor, scope, now }, { services }) {
    const ticket = await scope.ticket(params.id ?? '');
    const other = await scope.ticket(body.ticket);
    const command = { ticketId: ticket.id, otherId: other.id, advisorId: advisor.id, now };
    const linked = await services.relations.link(command);
    if (!linked.ok) throw new ApiFault(linked.fault.code);
    return links(ticket.id, scope, services);
  },
});

/** POST /tickets/:id/links/remove: takes such a link back; what was split or followed up stays linked. */
export const unlinkTickets = endpoint({
  method: 'post',
  path: '/tickets/:id/links/remove',
  summary: 'Take a link between two tickets back',
  body: linkBody,
  answer: linksAnswer,
  async handle({ params, body, advisor, scope, now }, { services }) {
    const ticket = await scope.ticket(params.id ?? '');
    const other = await scope.ticket(body.ticket);
    const command = { ticketId: ticket.id, otherId: other.id, advisorId: advisor.id, now };
    const unlinked = await services.relations.unlink(command);
    if (!unlinked.ok) throw new ApiFault(unlinked.fault.code);
    return links(ticket.id, scope, services);
  },
});
