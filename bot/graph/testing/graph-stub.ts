import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { GraphConfig } from '../http';

const TENANT = '6b1c0f0e-7a52-4c39-9a0e-0f6d5c3b2a11';
const CLIENT = { id: 'c1f7b9d2-2f4f-4f0e-8a67-5d5a5b1c9e02', secret: 'stub-secret' };

/** What the stub answers instead of what it should, once. */
export interface Trouble {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface GraphStub {
  readonly config: GraphConfig;
  /** Calls that were taken, as METHOD /path. */
  readonly calls: string[];
  /** Meetings that exist, by user and external id. */
  readonly meetings: Map<
    string,
    { readonly id: string; readonly joinWebUrl: string; readonly body: Record<string, unknown> }
  >;
  /** How many were made so far, those taken away again included. */
  made: number;
  /** Answers given instead of the right ones, first come first. */
  readonly troubles: Trouble[];
  /** Tokens given out so far; all but the last can be withdrawn. */
  tokens: number;
  /** Makes every token given out so far worthless. */
  withdrawTokens(): void;
  stop(): Promise<void>;
}

/**
 * Microsoft's sign-in and Graph on this machine, as documented: it takes nothing that the documentation does not, and a meeting
 * belongs to a user and an external id.
 *
 * @param users object ids by address.
 */
export async function startGraphStub(users: Readonly<Record<string, string>>): Promise<GraphStub> {
  let valid = new Set<string>();
  const server = createServer((req, res) => {
    void read(req).then((body) => answer(req, res, body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stub: GraphStub = {
    config: {
      tenantId: TENANT,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      loginUrl: origin,
      graphUrl: `${origin}/v1.0`,
    },
    calls: [],
    meetings: new Map(),
    made: 0,
    troubles: [],
    tokens: 0,
    withdrawTokens: () => {
      valid = new Set();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };

  function answer(req: IncomingMessage, res: ServerResponse, body: string): void {
    const url = new URL(req.url ?? '/', origin);
    const reply = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): void => {
      // Not in one chain: restify, where it is loaded, replaces writeHead by one that returns nothing.
      res.writeHead(status, { 'content-type': 'application/json', ...headers });
      res.end(JSON.stringify(value));
    };
    const refuse = (status: number, code: string): void => reply(status, { error: { code, message: code } });
    stub.calls.push(`${req.method} ${url.pathname}`);
    if (url.pathname === `/${TENANT}/oauth2/v2.0/token`) return signIn(req, body, reply, refuse);
    const trouble = stub.troubles.shift();
    if (trouble) return reply(trouble.status, { error: { code: 'trouble' } }, trouble.headers);
    if (!valid.has(req.headers.authorization ?? '')) return refuse(401, 'InvalidAuthenticationToken');
    if (req.method === 'GET' && url.pathname === '/v1.0/users') return reply(200, { value: find(url) });
    const meeting = /^\/v1\.0\/users\/([0-9a-f-]{36})\/onlineMeetings\/createOrGet$/.exec(url.pathname);
    if (req.method === 'POST' && meeting?.[1] !== undefined) {
      return createOrGet(meeting[1], req, body, reply, refuse);
    }
    const one = /^\/v1\.0\/users\/([0-9a-f-]{36})\/onlineMeetings\/([^/]+)$/.exec(url.pathname);
    if (req.method === 'DELETE' && one?.[1] !== undefined) {
      const key = keyOf(one[1], decodeURIComponent(one[2] ?? ''));
      if (key === undefined || body !== '') return refuse(404, 'UnknownError');
      stub.meetings.delete(key);
      res.writeHead(204);
      res.end();
      return;
    }
    refuse(404, 'ResourceNotFound');
  }

  const keyOf = (user: string, id: string): string | undefined =>
    [...stub.meetings].find(([key, meeting]) => key.startsWith(`${user} `) && meeting.id === id)?.[0];

  type Reply = (status: number, value: unknown) => void;
  type Refuse = (status: number, code: string) => void;

  function signIn(req: IncomingMessage, body: string, reply: Reply, refuse: Refuse): void {
    const form = Object.fromEntries(new URLSearchParams(body));
    const wanted = {
      grant_type: 'client_credentials',
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      scope: 'https://graph.microsoft.com/.default',
    };
    const typed = req.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    if (req.method !== 'POST' || !typed || JSON.stringify(form) !== JSON.stringify(wanted)) {
      return refuse(401, 'invalid_client');
    }
    stub.tokens += 1;
    valid.add(`Bearer token-${stub.tokens}`);
    reply(200, { token_type: 'Bearer', expires_in: 3599, access_token: `token-${stub.tokens}` });
  }

  function find(url: URL): { id: string }[] {
    const filter = url.searchParams.get('$filter') ?? '';
    const [, one, other] =
      /^userPrincipalName eq '((?:[^']|'')*)' or mail eq '((?:[^']|'')*)'$/.exec(filter) ?? [];
    if (one === undefined || one !== other) return [];
    const id = users[one.replace(/''/g, "'")];
    return id === undefined ? [] : [{ id }];
  }

  function createOrGet(user: string, req: IncomingMessage, text: string, reply: Reply, refuse: Refuse): void {
    const body = JSON.parse(text) as Record<string, unknown>;
    const { externalId, startDateTime, endDateTime } = body;
    const known = ['externalId', 'subject', 'startDateTime', 'endDateTime', 'participants', 'chatInfo'];
    const unknown = Object.keys(body).some((key) => !known.includes(key));
    const ordered = String(startDateTime) < String(endDateTime);
    if (req.headers['content-type'] !== 'application/json' || unknown || !externalId || !ordered) {
      return refuse(400, 'BadRequest');
    }
    if (!Object.values(users).includes(user)) return refuse(404, 'UnknownError');
    const key = `${user} ${String(externalId)}`;
    const existing = stub.meetings.get(key);
    if (existing) return reply(200, existing);
    stub.made += 1;
    const id = `MSo1N2Y5*0**19:meeting_${stub.made}@thread.v2`;
    const joinWebUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${stub.made}%40thread.v2/0`;
    stub.meetings.set(key, { id, joinWebUrl, body });
    reply(201, { id, joinWebUrl, subject: body.subject });
  }

  return stub;
}

async function read(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
