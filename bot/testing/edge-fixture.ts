import { openTestData, type TestData } from '../../data/testing';
import type { Assistant, Reply } from '../../dialogs/reply';
import type { JsonValue } from '../../data/conversations/types';
import type { Turn } from '../../dialogs/turn';
import type { Knowledge } from '../../knowledge/types';
import { readConfig, type Config } from '../config';
import { harmlessTeacher } from '../teaching/testing/harmless-teacher';
import { createEdge, type Edge } from '../edge';
import { silentLog, type Log } from '../log';
import { createSigningKeys } from '../signing-keys';

export const TEST_KEY = 'a-key-for-tests-that-is-long-enough-0123456789';

export interface EdgeFixture {
  readonly url: string;
  readonly data: TestData;
  readonly edge: Edge;
  /** The turns that the assistant saw. */
  readonly turns: Turn[];
  /** What the assistant does instead of repeating what it heard. */
  handle: Assistant['handle'];
  post(path: string, body: unknown, token?: string): Promise<Answer>;
  get(path: string, token?: string): Promise<Answer>;
  /** A token for a visitor of a desk. */
  visit(body?: Readonly<Record<string, unknown>>): Promise<Visit>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

export interface Visit {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
}

export const say = (text: string): Reply => ({
  kind: 'text',
  text,
  choices: [],
  meta: { decision: 'answer', topic: 'abc.test' },
});

/** The edge on a database of its own, with an assistant that repeats what it hears and counts its turns. */
export async function startEdge(
  env: Readonly<Record<string, string>> = {},
  log: Log = silentLog,
): Promise<EdgeFixture> {
  const config = readConfig({ WEBCHAT_SIGNING_KEYS: TEST_KEY, ...env });
  if (!config.ok) throw new Error(JSON.stringify(config.fault));
  const data = await openTestData();
  return startEdgeOn(data, config.value, log);
}

export async function startEdgeOn(
  data: TestData,
  config: Config,
  log: Log = silentLog,
): Promise<EdgeFixture> {
  const turns: Turn[] = [];
  const fixture: { handle: Assistant['handle'] } = {
    handle: async (turn, state) => {
      const count = Number((state as { count?: number } | null)?.count ?? 0) + 1;
      const heard = turn.kind === 'joined' ? 'Bonjour' : `${count}: ${turn.text}`;
      return { replies: [say(heard)], state: { count }, locale: turn.locale };
    },
  };
  const edge = createEdge({
    ...data,
    config: { ...config, port: 0 },
    log,
    keys: createSigningKeys(config.signingKeys),
    teacher: harmlessTeacher,
    knowledge: {
      topics: () => [
        { id: 'abc.test', desk: 'abc', category: 'payment' },
        { id: 'abc.other', desk: 'abc', category: 'coupon' },
      ],
      topic: () => null,
    } as unknown as Knowledge,
    assistant: {
      handle: (turn, state) => {
        turns.push(turn);
        return fixture.handle(turn, state);
      },
      announce: async (notice, _listener, state) => ({
        reply: say(`notice ${notice.kind}`),
        state: state as JsonValue,
      }),
      holdChanged: async ({ change, advisorName }, _listener, state) => ({
        replies: [say(`${change} ${advisorName}`)],
        state: state as JsonValue,
      }),
    },
    redact: (text) => text.replace(/FR76[\d ]+/g, '[IBAN]'),
  });
  const url = `http://127.0.0.1:${await edge.start()}`;
  const call = async (path: string, token: string | undefined, init: RequestInit): Promise<Answer> => {
    const response = await fetch(url + path, {
      ...init,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers };
  };
  const post: EdgeFixture['post'] = (path, body, token) =>
    call(path, token, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  return Object.assign(fixture, {
    url,
    data,
    edge,
    turns,
    post,
    get: (path: string, token?: string) => call(path, token, { method: 'GET' }),
    visit: async (body = {}) =>
      (await post('/api/webchat/token', { desk: 'abc', ...body })).body as unknown as Visit,
    async stop() {
      await edge.stop();
      await data.close();
    },
  });
}

/** Waits until something is so; fails with what was last seen. */
export async function eventually<T>(
  read: () => Promise<T> | T,
  holds: (value: T) => boolean,
  milliseconds = 5_000,
): Promise<T> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > until) throw new Error(`Still not so: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
