import type { z } from 'zod';
import type { NewTicket, Ticket } from '../../../data/tickets/types';
import { openTestData, type TestData } from '../../../data/testing';
import type { Topic } from '../../../knowledge/types';
import { type LogFields, silentLog } from '../../log';
import { harmlessTeacher as teacher } from '../../teaching/testing/harmless-teacher';
import { createServer } from '../../server';
import { createSigningKeys } from '../../signing-keys';
import { sessionCookie } from '../../sign-in/cookies';
import type { OpenIdClient } from '../../sign-in/open-id';
import { signInRoutes } from '../../sign-in/routes';
import type { TeamsSignIn } from '../../sign-in/teams-token';
import { Presence } from '../../live/presence';
import { endpoints } from '../endpoints';
import { advisorApi } from '../routes';

const titled = (id: string) => ({
  id,
  desk: id.split('.')[0] ?? '',
  titleFr: `Titre de ${id}`,
  titleEn: '',
  category: id.endsWith('-late') ? 'payment' : 'other',
});
const TOPICS: readonly Topic[] = [
  titled('oc-mentor.invoicing'),
  titled('oc-mentor.payment-late'),
  titled('abc.contact'),
];

/** An answer of the API, its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; fails when it is something else. */
  json<T = { error: { code: string; message: string } }>(): T;
}

export interface AdvisorApiFixture {
  readonly url: string;
  readonly data: TestData;
  /** What was logged as an error. */
  readonly errors: { readonly event: string; readonly fields: LogFields }[];
  readonly presence: Presence;
  /** Where requesters were shown that somebody types. */
  readonly typed: readonly string[];
  /** Spends a fresh link of an advisor. @returns her cookie. */
  signIn(advisorId: string): Promise<string>;
  /** GET below /api/advisor. */
  get(path: string, cookie?: string): Promise<Answer>;
  /** GET that must succeed and answer what the endpoint's own schema says, nothing more. */
  read<T>(path: string, cookie: string): Promise<T>;
  /** POST below /api/advisor, as our own page sends it. */
  post(path: string, body: unknown, cookie?: string, headers?: Record<string, string>): Promise<Answer>;
  /** Files a ticket of a desk, with a conversation and a file in it. */
  file(ticket: Partial<NewTicket> & Pick<NewTicket, 'deskId'>): Promise<Ticket>;
  stop(): Promise<void>;
}

/** The advisors' API and the sign-in on a database of their own, over real HTTP. */
export async function startAdvisorApi(
  publicUrl = 'http://localhost:3978',
  openId: OpenIdClient | null = null,
  teams: TeamsSignIn | null = null,
): Promise<AdvisorApiFixture> {
  const keys = createSigningKeys(['a-key-for-tests-that-is-long-enough-0123456789']);
  const data = await openTestData();
  const { services, changes, clock } = data;
  const errors: { event: string; fields: LogFields }[] = [];
  const presence = new Presence(changes, clock);
  const typed: string[] = [];
  const log = {
    ...silentLog,
    error: (fields: LogFields, event: string) => void errors.push({ event, fields }),
  };
  const api = advisorApi({
    services,
    changes,
    clock,
    publicUrl,
    mails: true,
    linked: { teams: false, openId: null },
    log,
    presence,
    teacher,
    showTyping: (conversationId, name) => void typed.push(`${name} in ${conversationId}`),
    knowledge: {
      topic: (id) => ({ ...TOPICS.find((one) => one.id === id), ...titled(id) }),
      topics: () => TOPICS,
      understand: (text, { desk = 'any' } = {}) => ({
        text,
        desk,
        decision: 'answer',
        topics: TOPICS.filter((one) => one.desk === desk).map(({ id }) => ({ id, confidence: 0.5 })),
        intents: [],
        language: 'fr',
        ms: 0,
      }),
    },
  });
  const server = createServer({
    routes: [
      ...api.routes,
      ...signInRoutes(
        {
          advisors: services.advisors,
          clock,
          log,
          keys,
          cookie: sessionCookie(publicUrl),
          publicUrl,
          trustProxy: true,
        },
        openId,
        teams,
      ),
    ],
    config: { publicUrl, mode: 'demo', host: null },
    log,
    upgrade: () => false,
  });
  const url = `http://127.0.0.1:${await server.listen(0)}`;

  const call = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: <T>() => JSON.parse(text) as T,
    };
  };

  const get = (path: string, cookie = '') => call(`/api/advisor${path}`, { headers: { cookie } });

  return {
    url,
    data,
    errors,
    presence,
    typed,
    async signIn(advisorId) {
      const { token } = await services.advisors.createSignInLink(advisorId, clock.now());
      const answer = await call(`/advisor/sign-in/${token}`, {});
      return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    },
    get,
    async read<T>(path: string, cookie: string) {
      const answer = await get(path, cookie);
      expect({ path, status: answer.status }).toEqual({ path, status: 200 });
      const body = answer.json<T>();
      expect(answerSchema(path)?.parse(body)).toEqual(body);
      return body;
    },
    post: (path, body, cookie = '', headers = {}) =>
      call(`/api/advisor${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    file: (ticket) => fileTicket(data, ticket),
    async stop() {
      api.close();
      presence.close();
      await server.close();
      await data.close();
    },
  };
}

/** The schema of what a path answers to GET. */
function answerSchema(path: string): z.ZodType | undefined {
  const [bare = ''] = path.split('?');
  const matches = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(bare);
  const answer = endpoints.find(({ method, path: pattern }) => method === 'get' && matches(pattern))?.answer;
  return typeof answer === 'object' && answer !== null ? answer : undefined;
}

let filed = 0;

async function fileTicket(
  { services, clock }: TestData,
  ticket: Partial<NewTicket> & Pick<NewTicket, 'deskId'>,
): Promise<Ticket> {
  filed += 1;
  const conversationId = `conversation-${filed}`;
  const now = clock.now();
  const { deskId } = ticket;
  await services.conversations.open({
    id: conversationId,
    channel: 'webchat',
    deskId,
    userId: `dl_${filed}`,
    personId: ticket.personId ?? null,
    locale: 'fr',
    now,
  });
  await services.conversations.receive({
    conversationId,
    activityId: `said-${filed}`,
    payload: { type: 'message', text: 'jai pa été payé' },
    text: 'jai pa été payé',
    owesTurn: false,
    now,
  });
  await services.attachments.store({
    conversationId,
    activityId: null,
    name: 'relevé "novembre".png',
    contentType: 'image/png',
    content: Buffer.from('not really a picture'),
    now,
  });
  return services.tickets.file({
    idempotencyKey: `test-${filed}`,
    personId: null,
    conversationId,
    topicId: `${deskId}.payment-late`,
    category: 'payment',
    subject: 'jai pa été payé',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    ...ticket,
    now,
  });
}
