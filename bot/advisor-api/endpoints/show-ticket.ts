import { endpoint } from '../endpoint';
import { ticketDetailAnswer } from '../schemas';

/** GET /tickets/:id: one ticket, by id or reference, with everything that an advisor reads before she answers. */
export const showTicket = endpoint({
  method: 'get',
  path: '/tickets/:id',
  summary: 'One ticket, by id or reference',
  audit: 'personal-data',
  answer: ticketDetailAnswer,
  async handle({ params, scope, now }, { views }) {
    const ticket = await scope.ticket(params.id ?? '');
    return { kind: 'json', body: await views.detail(ticket, scope, now) };
  },
});
