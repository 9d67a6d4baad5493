import { ELSEWHERE, HERE } from './callers';
import { type SecondaryCase, body, error, query } from './secondary-case';

const SUPERVISOR = 'supervisor';
const ADMIN = 'admin';
const somebody = (given: object) => ({ name: 'Somebody', role: 'advisor', desks: [HERE], ...given });

/** Nobody gives what she has not, or acts on whoever may see more than she does. */
export const SECONDARY_OF_ADMINISTRATION: readonly SecondaryCase[] = [
  {
    endpoint: 'GET /advisors',
    what: 'among them somebody who is in a team of another desk',
    by: SUPERVISOR,
    send: () => ({}),
    status: 200,
  },
  {
    endpoint: 'POST /advisors',
    what: 'for another desk, beside her own',
    by: ADMIN,
    send: body(() => somebody({ email: 'one@matrix.example', desks: [HERE, ELSEWHERE] })),
    status: 403,
  },
  {
    endpoint: 'POST /advisors',
    what: 'an admin',
    by: SUPERVISOR,
    send: body(() => somebody({ email: 'two@matrix.example', role: 'admin' })),
    status: 403,
  },
  {
    endpoint: 'POST /advisors/:id',
    what: 'gives a colleague another desk',
    by: ADMIN,
    at: ({ ownAdvisorId }) => ownAdvisorId,
    send: body(() => somebody({ desks: [HERE, ELSEWHERE], version: 0 })),
    status: 403,
  },
  ...(['link', 'sessions/revoke', 'active'] as const).flatMap((what): readonly SecondaryCase[] => [
    {
      endpoint: `POST /advisors/:id/${what}`,
      what: 'of somebody who is of another desk too',
      by: ADMIN,
      at: ({ bothId }) => bothId,
      send: body(() => (what === 'active' ? { active: false } : {})),
      status: 403,
    },
    {
      endpoint: `POST /advisors/:id/${what}`,
      what: 'of an admin of her desk',
      by: SUPERVISOR,
      at: ({ adminId }) => adminId,
      send: body(() => (what === 'active' ? { active: false } : {})),
      status: 403,
    },
  ]),
  {
    endpoint: 'POST /advisors/:id/absences',
    what: 'covered by somebody of another desk',
    by: SUPERVISOR,
    at: ({ ownAdvisorId }) => ownAdvisorId,
    send: body(({ advisorId }) => ({ from: '2027-02-01', to: '2027-02-02', coverId: advisorId })),
    status: 422,
  },
  {
    endpoint: 'POST /teams',
    what: 'for another desk',
    by: SUPERVISOR,
    send: body(({ advisorId }) => ({ desk: ELSEWHERE, name: 'Une', categories: [], memberIds: [advisorId] })),
    status: 404,
  },
  {
    endpoint: 'POST /teams/:id',
    what: 'with a member of another desk',
    by: SUPERVISOR,
    at: ({ teamId }) => teamId,
    send: body(({ advisorId, teamVersion }) => ({
      name: 'Une',
      categories: [],
      memberIds: [advisorId],
      version: teamVersion,
    })),
    status: 422,
    answer: error('assignee-not-of-desk'),
  },
  {
    endpoint: 'POST /webchat-keys',
    what: 'for another desk',
    by: ADMIN,
    send: body(() => ({ desk: ELSEWHERE, label: 'Portail' })),
    status: 404,
  },
  ...['people', 'assignments', 'students', 'invoices'].map((kind): SecondaryCase => ({
    endpoint: 'GET /imports/export',
    what: `${kind}, of her desks only`,
    by: SUPERVISOR,
    send: query(() => `kind=${kind}`),
    status: 200,
  })),
];
