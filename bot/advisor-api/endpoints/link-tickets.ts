import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { linkViews } from '../related-views';
import { linkBody, linksAnswer } from '../schemas-tickets';

interface Linking {
  readonly path: string;
  readonly summary: string;
  readonly change: 'link' | 'unlink';
}

const linking = ({ path, summary, change }: Linking) =>
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
export const linkTickets = linking({
  path: '/tickets/:id/links',
  summary: 'Link a ticket to another one of its desk',
  change: 'link',
});

/** POST /tickets/:id/links/remove: takes such a link back; what was split or followed up stays linked. */
export const unlinkTickets = linking({
  path: '/tickets/:id/links/remove',
  summary: 'Take a link between two tickets back',
  change: 'unlink',
});
