import { endpoint } from '../endpoint';
import { presentAdvisorsAnswer } from '../schemas-live';

/** GET /live/advisors: who of one's desks has Guichet open. */
export const listPresentAdvisors = endpoint({
  method: 'get',
  path: '/live/advisors',
  summary: 'The advisors of one’s desks who have Guichet open',
  answer: presentAdvisorsAnswer,
  async handle({ scope }, { presence }) {
    return { kind: 'json', body: { advisorIds: presence.presentAdvisors(scope.deskIds) } };
  },
});
