import type { Me, TicketList } from '../contract';
import { call } from './call';
import { ELSEWHERE, HERE } from './callers';
import { type Foreign, makeForeign } from './foreign';
import { SECONDARY } from './secondary';
import { World } from './world';

/** What is asked beside the path leads to another desk as little as the path does. */
let world: World;
let given: Foreign;
beforeAll(async () => {
  world = await World.open();
  given = await makeForeign(world);
}, 60_000);
afterAll(() => world.close());

const NAMED = SECONDARY.map((one) => ({ ...one, by: one.by ?? 'advisor' }));

test.each(NAMED)(
  '$by, $endpoint, $what: $status',
  async ({ endpoint, by, at, send, status, answer: meant = {} }) => {
    const thing = { id: at?.(given) ?? given.ticketId, desk: HERE, version: 0 };
    const signedIn = world.caller(by);
    const answer = await call(world, { endpoint, signedIn, thing, sent: send(given) });
    expect({ status: answer.status, leaked: answer.leaked }).toEqual({ status, leaked: [] });
    const holds = typeof meant === 'function' ? meant(given) : meant;
    if (Object.keys(holds).length > 0) expect(JSON.parse(answer.text)).toMatchObject(holds);
  },
);

const list = async (who: string): Promise<TicketList> =>
  (await world.api.get('/tickets?view=all', world.caller(who).cookie)).json<TicketList>();

test('nothing that was refused has reached anybody', async () => {
  const { services } = world.api.data;
  const foreign = await services.tickets.find(given.foreignTicketId);
  expect(foreign).toMatchObject({ version: given.foreignVersion, status: 'new', assigneeId: null });
  expect((await services.tickets.find(given.ticketId))?.version).toBe(given.version);
  expect((await services.teaching.unanswered([ELSEWHERE], 10)).map(({ id }) => id)).toContain(
    given.foreignMessageId,
  );
});

test('what comes in on another desk changes no count, no group and no figure', async () => {
  const days = '/figures?from=2026-11-01&to=2026-11-18';
  const figures = async () => (await world.api.get(days, world.caller('advisor').cookie)).text;
  const before = { list: await list('advisor'), figures: await figures() };
  await world.make('ticket', ELSEWHERE);
  expect({ list: await list('advisor'), figures: await figures() }).toEqual(before);
  await world.make('ticket', HERE);
  expect((await list('advisor')).counts.open).toBe(before.list.counts.open + 1);
  expect(before.list.groups.every(({ desk }) => desk === HERE)).toBe(true);
  expect(await figures()).not.toBe(before.figures);
});

test('what a colleague of both desks does on the other one is not in the log of this one', async () => {
  const { cookie } = world.caller('advisor of both desks');
  await world.api.get(`/tickets/${given.foreignReference}`, cookie);
  await world.api.get(`/tickets/${given.ticketId}`, cookie);
  const log = async (who: string) => (await world.api.get('/audit', world.caller(who).cookie)).text;
  for (const who of ['supervisor', 'admin']) {
    expect(await log(who)).toContain(given.ticketId);
    expect(await log(who)).not.toContain(given.foreignTicketId);
  }
});

test('her desks and colleagues are hers, with the desks that they share', async () => {
  const me = (await world.api.get('/me', world.caller('advisor').cookie)).json<Me>();
  expect(me.desks.map(({ id }) => id)).toEqual([HERE]);
  const both = world.caller('advisor of both desks').advisorId;
  expect(me.colleagues.find(({ id }) => id === both)?.deskIds).toEqual([HERE]);
  const foreign = world.caller('supervisor of another desk').advisorId;
  expect(me.colleagues.map(({ id }) => id)).not.toContain(foreign);
});
