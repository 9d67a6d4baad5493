import { DEFAULT_TARGETS } from '../../../data/sla/targets';
import { NEVER } from '../../../data/retention/rules';
import type { MatrixCaller } from './callers';
import type { Thing, World } from './world';

/** A call as it is sent, beside its path. */
export interface Sent {
  readonly query?: string;
  readonly body?: unknown;
  /** The body is a file. */
  readonly upload?: true;
}

/** What a call is made with. */
export interface Cell {
  readonly world: World;
  /** What the path names; for a path without an id, something of the caller's first desk. */
  readonly thing: Thing;
  readonly caller: MatrixCaller;
  /** Another one for each call. */
  readonly nonce: string;
}

export interface Case {
  /** What changes a thing for good gets a new one each time that it is allowed; `always`: also where it is refused. */
  readonly fresh?: true | 'always';
  /** It ends the session that it is called with. */
  readonly spendsSession?: true;
  /** It answers everybody the same, whatever is kept: an example that names a demo person tells nothing of her. */
  readonly constant?: true;
  send?(cell: Cell): Sent | Promise<Sent>;
}

const DAYS = 'from=2026-11-01&to=2026-11-18';
const version = ({ thing }: Cell) => ({ version: thing.version });
const body = (make: (cell: Cell) => object | Promise<object>): Case['send'] => {
  return async (cell) => ({ body: await make(cell) });
};

/** Another day for each call. */
const dayOf = (nonce: string): string =>
  new Date(Date.UTC(2027, 0, 1 + Number(nonce.split('-')[1]))).toISOString().slice(0, 10);

/** A call of every endpoint that succeeds for whoever may make it. */
export const CASES = {
  'GET /me': {},
  'POST /sign-out': { spendsSession: true, send: body(() => ({})) },
  'POST /password': { send: body(() => ({ next: 'quatre mots sans aucun lien' })) },
  'GET /notifications': {},
  'POST /notifications': { send: body(() => ({ digest: 'off' })) },
  'GET /sessions': {},
  'POST /sessions/revoke': { send: body(() => ({})) },
  'POST /sessions/:id/revoke': { fresh: true, send: body(() => ({})) },
  'GET /filters': {},
  'GET /views': {},
  'POST /views': { send: body(({ nonce }) => ({ name: nonce, query: 'view=all' })) },
  'POST /views/order': { send: body(({ thing }) => ({ ids: [thing.id] })) },
  'POST /views/:id': { send: body(({ nonce }) => ({ name: nonce })) },
  'POST /views/:id/remove': { fresh: true, send: body(() => ({})) },

  'GET /tickets': { send: () => ({ query: 'view=all' }) },
  'POST /bulk': {
    send: body(({ thing: { id, version: now } }) => ({
      action: 'assign',
      assigneeId: null,
      tickets: [{ id, version: now }],
    })),
  },
  'GET /tickets/:id': {},
  'POST /tickets/:id/messages': {
    send: body(({ nonce }) => ({ kind: 'note', text: 'Vu.', clientId: nonce })),
  },
  'POST /tickets/:id/assign': { send: body((cell) => ({ assigneeId: null, ...version(cell) })) },
  'POST /tickets/:id/priority': { send: body((cell) => ({ priority: 'high', ...version(cell) })) },
  'POST /tickets/:id/status': { send: body((cell) => ({ status: 'open', ...version(cell) })) },
  'GET /tickets/:id/topics': { send: () => ({ query: 'text=facture' }) },
  'POST /tickets/:id/topic': {
    send: body((cell) => ({ topicId: `${cell.thing.desk}.contact`, ...version(cell) })),
  },
  'GET /tickets/:id/duplicates': {},
  'POST /tickets/:id/merge': {
    fresh: true,
    send: body(async (cell) => ({
      into: (await cell.world.make('ticket', cell.thing.desk)).id,
      ...version(cell),
    })),
  },
  'POST /tickets/:id/unmerge': {
    fresh: 'always',
    send: body(async ({ world, thing }) => (await world.merge(thing), {})),
  },
  'POST /tickets/:id/split': {
    send: body(({ thing, nonce }) => ({ text: 'Autre', topicId: `${thing.desk}.contact`, clientId: nonce })),
  },
  'POST /tickets/:id/links': {
    send: body(async ({ world, thing }) => ({ ticket: (await world.make('ticket', thing.desk)).id })),
  },
  'POST /tickets/:id/links/remove': {
    send: body(async ({ world, thing }) => ({ ticket: (await world.make('ticket', thing.desk)).id })),
  },
  'GET /tickets/:id/teams': {},
  'POST /tickets/:id/teams-invitation': { send: body(() => ({})) },
  'GET /tickets/:id/replies': {},
  'POST /tickets/:id/files': { send: () => ({ query: 'name=note.txt', body: 'bonjour', upload: true }) },
  'GET /tickets/:id/slots': {},
  'POST /tickets/:id/proposal': {
    send: body(({ world, thing, nonce }) => ({
      text: '',
      shown: 'Quel moment vous convient ?',
      channel: 'phone',
      slots: [{ advisorId: world.advisorOf(thing.desk), startsAt: '2026-11-25T10:00:00Z' }],
      clientId: nonce,
    })),
  },
  'GET /tickets/:id/similar': {},
  'GET /similar': { send: ({ thing }) => ({ query: `tickets=${thing.id}` }) },
  'POST /answers': {
    send: body(({ thing, nonce }) => ({
      tickets: [thing.id],
      text: 'Bonjour.',
      solve: false,
      clientId: nonce,
    })),
  },
  'GET /attachments/:id': {},
  'GET /events': {},

  'GET /live/advisors': {},
  'GET /live/tickets/:id': {},
  'POST /live/tickets/:id/presence': {
    send: body(({ nonce }) => ({ tabId: nonce, here: true, writing: 'reply' })),
  },
  'POST /live/tickets/:id/take-over': { fresh: true, send: body(() => ({ from: null })) },
  'POST /live/tickets/:id/hand-back': { send: body(() => ({})) },

  'GET /coupons': {},
  'GET /coupons/export': { send: () => ({ query: 'month=2026-11' }) },
  'POST /coupons/:id/reject': { fresh: true, send: body(() => ({ reason: 'Entré deux fois.' })) },
  'GET /appointments': {},
  'GET /appointments/:id/slots': {},
  'POST /appointments/:id/move': {
    send: body(async (cell) => ({
      ...(await cell.world.placeOf(cell.thing.id)),
      ...version(cell),
      clientId: cell.nonce,
    })),
  },
  'POST /appointments/:id/cancel': { fresh: true, send: body(() => ({})) },
  'POST /appointments/:id/link': {
    send: body((cell) => ({ url: `https://visio.example/${cell.nonce}`, ...version(cell) })),
  },

  'GET /replies': {},
  'POST /replies': {
    send: body(({ thing, nonce }) => ({
      desk: thing.desk,
      title: nonce,
      text: 'Bonjour.',
      category: null,
    })),
  },
  'POST /replies/:id': {
    send: body((cell) => ({ title: cell.nonce, text: 'Bonjour.', category: null, ...version(cell) })),
  },
  'POST /replies/:id/archive': { send: body(() => ({ archived: false })) },

  'POST /phrases': {
    send: body(({ thing, nonce }) => ({
      desk: thing.desk,
      text: `phrase ${nonce}`,
      topicId: `${thing.desk}.contact`,
      source: { kind: 'typed', id: null },
    })),
  },
  'GET /teaching': {},
  'POST /phrases/:id/try': {
    send: body(({ thing }) => ({ text: 'bonjour', topicId: `${thing.desk}.contact` })),
  },
  'POST /phrases/:id/accept': {
    fresh: true,
    send: body(({ thing }) => ({ text: 'bonjour', topicId: `${thing.desk}.contact`, force: false })),
  },
  'POST /phrases/:id/refuse': { fresh: true, send: body(() => ({})) },
  'POST /phrases/:id/reopen': { send: body(() => ({})) },
  'POST /teaching/dismiss': { send: body(({ thing }) => ({ ids: [thing.id], back: false })) },

  'GET /figures': { send: () => ({ query: DAYS }) },
  'GET /figures/export': { send: () => ({ query: `${DAYS}&part=categories` }) },
  'GET /audit': {},

  'GET /imports': {},
  'POST /imports': {
    send: ({ nonce }) => ({
      query: `kind=people&mode=try&name=${nonce}.csv`,
      body: 'id;guichet',
      upload: true,
    }),
  },
  'GET /imports/template': { constant: true, send: () => ({ query: 'kind=people' }) },
  'GET /imports/export': { send: () => ({ query: 'kind=people' }) },
  'GET /webchat-keys': {},
  'POST /webchat-keys': { send: body(({ thing, nonce }) => ({ desk: thing.desk, label: nonce })) },
  'POST /webchat-keys/:id/revoke': {},
  'GET /retention': {},
  'POST /retention/try': { send: body(({ thing }) => ({ scope: thing.desk, days: NEVER })) },
  'POST /retention': {
    send: body(async ({ world, thing }) => ({
      scope: thing.desk,
      follows: true,
      days: NEVER,
      version: (await world.api.data.services.retention.find(thing.desk)).version,
    })),
  },
  'GET /channels': {},
  'POST /channels/:id/unlink': { fresh: true },

  'GET /advisors': {},
  'POST /advisors': {
    send: body(({ thing, nonce }) => ({
      name: nonce,
      email: `${nonce}@matrix.example`,
      role: 'advisor',
      desks: [thing.desk],
    })),
  },
  'POST /advisors/:id': {
    send: body((cell) => ({ name: cell.nonce, role: 'advisor', desks: [cell.thing.desk], ...version(cell) })),
  },
  'POST /advisors/:id/active': { fresh: true, send: body(() => ({ active: false })) },
  'POST /advisors/:id/link': { send: body(() => ({})) },
  'POST /advisors/:id/sessions/revoke': { send: body(() => ({})) },
  'POST /advisors/:id/absences': {
    fresh: true,
    send: body(() => ({ from: '2027-01-04', to: '2027-01-08', coverId: null })),
  },
  'POST /absences/:id/remove': { fresh: true, send: body(() => ({})) },
  'GET /teams': {},
  'POST /teams': {
    send: body(({ thing, nonce, world }) => ({
      desk: thing.desk,
      name: nonce,
      categories: [],
      memberIds: [world.advisorOf(thing.desk)],
    })),
  },
  'POST /teams/:id': {
    send: body((cell) => ({
      name: cell.nonce,
      categories: ['payment'],
      memberIds: [cell.world.advisorOf(cell.thing.desk)],
      ...version(cell),
    })),
  },
  'POST /teams/:id/remove': { fresh: true, send: body(() => ({})) },
  'GET /settings/:id/hours': {},
  'POST /settings/:id/hours': {
    send: body((cell) => ({ hours: { '1': [{ from: '09:00', to: '12:00' }] }, ...version(cell) })),
  },
  'GET /settings/:id/holidays': {},
  'POST /settings/:id/holidays': {
    send: body(({ nonce }) => ({ day: dayOf(nonce), label: nonce, open: false, spans: null })),
  },
  'POST /settings/:id/holidays/remove': { send: body(() => ({ day: '2026-12-24' })) },
  'GET /settings/:id/deadlines': {},
  'POST /settings/:id/deadlines': {
    send: body(async ({ thing, world }) => ({
      targets: DEFAULT_TARGETS,
      version: (await world.api.data.services.deskAdministration.targets(thing.desk)).version,
    })),
  },
} satisfies Readonly<Record<string, Case>>;

export const caseOf = (endpoint: string): Case | undefined =>
  (CASES as Readonly<Record<string, Case>>)[endpoint];
