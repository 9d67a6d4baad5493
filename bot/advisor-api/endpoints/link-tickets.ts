import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { linkViews } from '../related-views';
import { linkBody, linksAnswer } from '../schemas-tickets';

const linking = (path: string, summary: string, change: 'link' | 'unlink') =>
  endpoint({
    method: 'post',
    path,
    summary,
    body: linkBody,
    answer: linksAnswer,
    async handle({ params, body, advisor, scope, now }, { services }) {
      const ticket = await scope.ticket(params.id ?? '');
      const other = await scope.ticket(body.ticket);
      const command = { ticketId: ticket.id, otherId: other.id, advisorId: advisor.id, now };
      const changed = await services.relations[change](command);
      if (!changed.ok) throw new ApiFault(changed.fault.code);
      return { kind: 'json', body: { links: linkViews(await services.relations.links(ticket.id), scope) } };
    },
  });

/** POST /tickets/:id/links: says that another ticket of the desk has to do with this one. */
export const linkTickets = linking('/tickets/:id/links', 'Link a ticket to another one of its desk', 'link');

/** POST /tickets/:id/links/remove: takes such a link back; what was split or followed up stays linked. */
export const unlinkTickets = linking(
  '/tickets/:id/links/remove',
  'Take a link between two tickets back',
  'unlink',
);
