import { z } from 'zod';
import { endpoints } from '../endpoints';
import type { Endpoint } from '../endpoint';
import { API_FAULTS } from '../errors';
import { caseOf, type Sent } from './cases';
import { HERE } from './callers';
import { TABLE } from './table';
import { type SignedIn, type Thing, World } from './world';

/**
 * What no page of ours sends: every field of every call missing, of another type, huge, empty or strange, one at a time. Nothing is ever a
 * failure of ours: it is done, or refused with a code and words that somebody can act on.
 */
let world: World;
let admin: SignedIn;
beforeAll(async () => {
  world = await World.open();
  admin = world.caller('admin');
}, 60_000);
afterAll(() => world.close());

const DEEP = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;

/** Values of a field, as JSON can say them. `undefined`: it is left out. */
const STRANGE: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'é'.repeat(9_000),
  '\u0000',
  '\ud800',
  "' OR 1=1 --",
  '%_%',
  '__proto__',
  '9999-12-31T23:59:59Z',
  '0000-01-01',
  '9999-12-31',
  -1,
  1.5,
  0,
  Number.MAX_SAFE_INTEGER,
  1e308,
  true,
  [],
  [null],
  {},
  { __proto__: null, constructor: 1 },
  DEEP,
];

/** Bodies as a whole, as they are written. */
const BODIES = [
  '',
  'null',
  '[]',
  '"x"',
  '0',
  '{',
  '{}',
  '{"__proto__":{"id":"x"}}',
  `{"text":"${'x'.repeat(70_000)}"}`,
];

/** In an address. */
const WRITTEN = [
  '',
  'x',
  '%00',
  '%F0%9F%98%80',
  '-1',
  '1e308',
  '9007199254740991',
  '99999999999999999999',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  ',',
  'é'.repeat(1_000),
  '%25_%25',
  '%22%20OR%20NEAR(',
];
/** In place of an id. */
const NO_IDS = ['%00', '%E0%A4%A', '..%2F..', 'é'.repeat(500), '__proto__', '%25', 'G-2611-99999999', ' '];

interface Answered {
  readonly sent: string;
  readonly status: number;
  readonly text: string;
}

/** What is wrong with an answer; null: nothing. */
function wrong({ sent, status, text }: Answered): string | null {
  const said = `${sent.slice(0, 160)} → ${status}`;
  if (status >= 500) return said;
  if (status < 400) return null;
  const parsed = REFUSED.safeParse(parse(text));
  if (!parsed.success) return `${said} ${text.slice(0, 100)}`;
  const { code, message } = parsed.data.error;
  return code in API_FAULTS && message.length > 15 ? null : `${said} ${code}: ${message}`;
}

const REFUSED = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function ask(endpoint: Endpoint, id: string, query: string, body?: string): Promise<Answered> {
  const path = endpoint.path.replace(/:\w+/, id) + (query === '' ? '' : `?${query}`);
  const { cookie } = admin;
  const sent = `${endpoint.method} ${path} ${body ?? ''}`;
  const type = endpoint.upload ? 'application/octet-stream' : 'application/json';
  const { status, text } =
    endpoint.method === 'get'
      ? await world.api.get(path, cookie)
      : await world.api.post(path, body ?? '', cookie, { 'content-type': type });
  return { sent, status, text };
}

/** Every value with one of its fields, at any depth, put in place of another. */
function* mutations(value: unknown): Generator<unknown> {
  yield* STRANGE;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const other of mutations(item)) yield value.with(index, other);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      for (const other of mutations(item)) yield { ...value, [key]: other };
    }
    yield { ...value, beside: 'x' };
  }
}

/** What a query may say, by its schema. */
function keysOf({ query }: Endpoint): readonly string[] {
  if (query === undefined) return [];
  const schema = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return Object.keys(schema.properties ?? {});
}

/** Calls that end the session that all of this is asked with, or end in a stream. */
const LEFT_OUT = ['/sign-out', '/events'];
const CALLED = endpoints
  .filter(({ path }) => !LEFT_OUT.includes(path))
  .map((endpoint) => ({ name: `${endpoint.method.toUpperCase()} ${endpoint.path}`, endpoint }));

async function thingOf(name: string): Promise<Thing> {
  const { names } = TABLE[name as keyof typeof TABLE];
  return names === null
    ? world.thing('ticket', HERE, admin)
    : world.make(names, HERE, names === 'view' || names === 'session' ? admin.advisorId : undefined);
}

describe.each(CALLED)('$name', ({ name, endpoint }) => {
  test('is never a failure of ours', async () => {
    const thing = await thingOf(name);
    const cell = { world, thing, caller: admin.caller, nonce: world.nonce() };
    const given: Sent = (await caseOf(name)?.send?.(cell)) ?? {};
    const id = encodeURIComponent(thing.id);
    const query = given.query ?? '';
    const answers: Answered[] = [];
    const json = typeof given.body === 'object' ? JSON.stringify(given.body) : String(given.body ?? '{}');
    for (const key of keysOf(endpoint)) {
      for (const value of WRITTEN) {
        const changed = new URLSearchParams(query);
        changed.delete(key);
        answers.push(await ask(endpoint, id, `${changed}&${key}=${value}`, json));
      }
    }
    if (endpoint.path.includes(':')) {
      for (const none of NO_IDS) answers.push(await ask(endpoint, none, query, json));
    }
    if (endpoint.method === 'post' && !endpoint.upload) {
      for (const body of BODIES) answers.push(await ask(endpoint, id, query, body));
      if (endpoint.body !== undefined) {
        for (const body of mutations(given.body)) {
          answers.push(await ask(endpoint, id, query, JSON.stringify(body) ?? ''));
        }
      }
    }
    expect(answers.flatMap((answer) => wrong(answer) ?? [])).toEqual([]);
  }, 60_000);
});
