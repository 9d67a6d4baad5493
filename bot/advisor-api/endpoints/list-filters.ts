import { endpoint } from '../endpoint';
import { filterChoicesAnswer } from '../schemas-queue';

/** GET /filters: the teams and topics of the caller's desks, by which the queue can be narrowed. */
export const listFilters = endpoint({
  method: 'get',
  audit: 'none',
  path: '/filters',
  summary: 'The teams and topics of your desks, to narrow the queue by',
  answer: filterChoicesAnswer,
  async handle({ scope }, { services, knowledge }) {
    const teams = await Promise.all(scope.deskIds.map((deskId) => services.assignment.teams(deskId)));
    const topics = knowledge
      .topics()
      .filter(({ desk }) => scope.allows(desk))
      .map(({ id, desk, titleFr }) => ({ id, desk, name: titleFr }))
      .sort((one, other) => one.name.localeCompare(other.name, 'fr'));
    return {
      kind: 'json',
      body: { teams: teams.flat().map(({ id, deskId, name }) => ({ id, desk: deskId, name })), topics },
    };
  },
});
