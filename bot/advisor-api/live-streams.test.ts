import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Presence } from '../live/presence';
import { silentLog } from '../log';
import type { LiveEvent } from './contract';
import { LiveStreams } from './live-streams';
import { type AdvisorApiFixture, startAdvisorApi } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
beforeEach(async () => {
  api = await startAdvisorApi();
});
afterEach(() => api.stop());

/** What a stream has said so far, and whether it has ended. */
async function follow(cookie: string) {
  const stop = new AbortController();
  const response = await fetch(`${api.url}/api/advisor/events`, { headers: { cookie }, signal: stop.signal });
  const heard = { status: response.status, headers: response.headers, text: '', ended: false };
  const reading = (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        heard.text += decoder.decode(chunk, { stream: true });
      }
    } catch {
      // The test hung up.
    }
    heard.ended = true;
  })();
  const events = (): LiveEvent[] =>
    [...heard.text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as LiveEvent);
  return {
    heard,
    events,
    hangUp: () => {
      stop.abort();
      return reading;
    },
  };
}

async function until(condition: () => boolean): Promise<void> {
  const limit = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > limit) throw new Error('It did not happen within five seconds.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('what happens on her desks is told, what happens elsewhere is not', async () => {
  const stream = await follow(await api.signIn('advisor-mentor-1'));
  expect(stream.heard.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const foreign = await api.file({ deskId: 'abc' });
  const own = await api.file({ deskId: 'oc-mentor' });
  await until(() => stream.events().some((event) => event.type === 'ticket' && event.id === own.id));
  expect(stream.events()).toContainEqual({ type: 'conversation', conversationId: own.conversationId });
  expect(stream.heard.text).not.toContain(foreign.id);
  expect(stream.heard.text).not.toContain(foreign.conversationId);
  await stream.hangUp();
});

test('the browser is told when to come back', async () => {
  const stream = await follow(await api.signIn('advisor-mentor-1'));
  await until(() => stream.heard.text.includes('retry: 2000'));
  await stream.hangUp();
});

test('without a session there is no stream', async () => {
  const stream = await follow('');
  expect(stream.heard.status).toBe(401);
});

test('signing out ends the streams of that session, and no other', async () => {
  const here = await api.signIn('advisor-mentor-1');
  const [first, second] = [await follow(here), await follow(here)];
  const elsewhere = await follow(await api.signIn('advisor-mentor-1'));
  await api.post('/sign-out', {}, here);
  await until(() => first.heard.ended && second.heard.ended);
  const own = await api.file({ deskId: 'oc-mentor' });
  await until(() => elsewhere.heard.text.includes(own.id));
  expect(elsewhere.heard.ended).toBe(false);
  await elsewhere.hangUp();
});

test('too many streams of one advisor are refused', async () => {
  const cookie = await api.signIn('advisor-mentor-1');
  const streams = [];
  for (let open = 0; open < 30; open += 1) streams.push(await follow(cookie));
  expect((await api.get('/events', cookie)).status).toBe(429);
  await Promise.all(streams.map((stream) => stream.hangUp()));
});

test('asking for the headers opens no stream', async () => {
  const cookie = await api.signIn('advisor-mentor-1');
  const answer = await fetch(`${api.url}/api/advisor/events`, { method: 'HEAD', headers: { cookie } });
  expect(answer.status).toBe(204);
});

describe('the heartbeat', () => {
  /** A response that remembers what was written. */
  class Written extends EventEmitter {
    text = '';
    ended = false;
    writeHead(): void {}
    write(part: string): void {
      this.text += part;
    }
    end(): void {
      this.ended = true;
      this.emit('close');
    }
  }

  async function openStream() {
    const { services, changes, clock } = api.data;
    const { token } = await services.advisors.createSignInLink('advisor-mentor-1', clock.now());
    const session = await services.advisors.redeemSignInLink(token, clock.now());
    if (session === null) throw new Error('no session');
    const streams = new LiveStreams(
      { ...services, presence: new Presence(changes, clock), changes, clock, log: silentLog },
      20,
    );
    const res = new Written();
    streams.open(session.advisor, session.sessionToken, res as unknown as ServerResponse);
    return { streams, res, session };
  }

  test('keeps a silent stream alive', async () => {
    const { streams, res } = await openStream();
    await until(() => res.text.includes(': alive'));
    expect(res.ended).toBe(false);
    streams.close();
    expect(res.ended).toBe(true);
  });

  test('ends a stream whose session has expired', async () => {
    const { streams, res, session } = await openStream();
    api.data.clock.set(session.expiresAt);
    await until(() => res.ended);
    streams.close();
  });
});
