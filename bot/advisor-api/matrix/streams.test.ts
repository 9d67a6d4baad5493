import { CALLERS, ELSEWHERE, HERE } from './callers';
import { type SignedIn, World } from './world';

/** What is told as it happens: to those of the desk, at once; to nobody else, and to nobody whose session is over. */
let world: World;
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());

interface Stream {
  readonly status: number;
  text(): string;
  ended(): boolean;
  hangUp(): void;
}

async function listen(cookie: string): Promise<Stream> {
  const leave = new AbortController();
  const response = await fetch(`${world.api.url}/api/advisor/events`, {
    headers: { cookie },
    signal: leave.signal,
  });
  let text = '';
  let ended = false;
  void (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
      }
    } catch {
      // The test hung up.
    }
    ended = true;
  })();
  return { status: response.status, text: () => text, ended: () => ended, hangUp: () => leave.abort() };
}

async function until(holds: () => boolean): Promise<void> {
  const limit = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > limit) throw new Error('It did not happen within five seconds.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** One change of each kind on a desk. @returns what names them in a stream. */
async function happenOn(desk: typeof HERE, by: SignedIn): Promise<readonly string[]> {
  const { services, clock, changes } = world.api.data;
  const ticket = await world.make('ticket', desk);
  const conversationId = (await services.tickets.find(ticket.id))?.conversationId ?? '';
  const written = { kind: 'note', text: 'Vu.', clientId: world.nonce() };
  await world.api.post(`/tickets/${ticket.id}/messages`, written, by.cookie);
  const look = { tabId: world.nonce(), here: true, writing: 'note' };
  await world.api.post(`/live/tickets/${ticket.id}/presence`, look, by.cookie);
  await world.api.post(`/live/tickets/${ticket.id}/take-over`, { from: null }, by.cookie);
  world.api.presence.requesterWriting({ conversationId, deskId: desk });
  const appointment = await world.make('appointment', desk);
  await services.appointments.cancel({
    appointmentId: appointment.id,
    by: { kind: 'advisor', id: by.advisorId },
    now: clock.now(),
  });
  const couponId = `coupon-of-${desk}`;
  changes.publish({ kind: 'coupon', deskId: desk, couponId });
  return [ticket.id, conversationId, appointment.id, couponId];
}

test('each stream tells what happens on the desks of its advisor, and nothing else', async () => {
  const open = CALLERS.filter(({ session }) => session === 'open');
  const streams = await Promise.all(
    open.map(async (caller) => ({ caller, stream: await listen(world.caller(caller.who).cookie) })),
  );
  // The foreign things first: they have passed by when a stream tells of its own.
  const elsewhere = await happenOn(ELSEWHERE, world.caller('advisor of another desk'));
  const here = await happenOn(HERE, world.caller('advisor'));
  const wholly = (stream: Stream, names: readonly string[]) =>
    names.filter((name) => !stream.text().includes(`"${name}"`));
  const last = await happenOn(ELSEWHERE, world.caller('supervisor of another desk'));
  for (const { caller, stream } of streams) {
    const hers = [
      ...(caller.desks.includes(HERE) ? here : []),
      ...(caller.desks.includes(ELSEWHERE) ? [...elsewhere, ...last] : []),
    ];
    await until(() => wholly(stream, hers).length === 0);
    const foreign = [...elsewhere, ...here, ...last].filter((name) => !hers.includes(name));
    const heard = foreign.filter((name) => stream.text().includes(name));
    expect({ who: caller.who, heard }).toEqual({ who: caller.who, heard: [] });
    stream.hangUp();
  }
});

test.each(CALLERS.filter(({ session }) => session !== 'open'))('$who: no stream', async ({ who }) => {
  expect((await listen(world.caller(who).cookie)).status).toBe(401);
});

test('who of another desk has Guichet open is not told', async () => {
  const foreign = world.caller('advisor of another desk');
  const stream = await listen(foreign.cookie);
  const present = async (who: string) =>
    (await world.api.get('/live/advisors', world.caller(who).cookie)).text;
  await until(() => stream.text() !== '');
  expect(await present('advisor')).not.toContain(foreign.advisorId);
  expect(await present('supervisor of another desk')).toContain(foreign.advisorId);
  stream.hangUp();
});

test.each([
  ['ended from another one', (id: string) => `/sessions/${id}/revoke`, {}],
  ['ended with all others', () => '/sessions/revoke', {}],
  ['over because of a new password', () => '/password', { next: 'des mots sans rapport entre eux' }],
])('the stream of a session that was %s ends at once', async (_what, path, body) => {
  const { advisorId } = world.caller('advisor of both desks');
  const elsewhere = await world.api.signIn(advisorId);
  const here = await world.api.signIn(advisorId);
  const stream = await listen(elsewhere);
  await until(() => stream.text() !== '');
  const id = world.api.data.services.advisors.sessionId(elsewhere.split('=')[1] ?? '');
  expect((await world.api.post(path(id), body, here)).status).toBe(204);
  await until(stream.ended);
});
