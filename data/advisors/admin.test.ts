import { connect } from '../prisma/database';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { Advisor } from './types';

const now = TEST_NOW;
const NADIA = 'advisor-abc-1';
const PIERRE = 'advisor-abc-2';
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

let data: TestData;
let nadia: Advisor;
let admin: Advisor;
const administration = () => data.services.advisorAdministration;
beforeEach(async () => {
  data = await openTestData();
  const find = async (id: string) => (await data.services.advisors.find(id)) ?? fail(id);
  [nadia, admin] = [await find(NADIA), await find('advisor-admin')];
});
afterEach(() => data.close());

const fail = (id: string): never => {
  throw new Error(`${id} is not there`);
};

async function fileFor(assigneeId: string, key: string, deskId: 'abc' | 'ogestion' = 'abc'): Promise<string> {
  const { id, version } = await data.services.tickets.file({
    idempotencyKey: key,
    deskId,
    personId: null,
    conversationId: null,
    topicId: `${deskId}.payment`,
    category: 'payment',
    subject: 'Mon paiement',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now,
  });
  await data.services.tickets.assign({
    ticketId: id,
    assigneeId,
    advisorId: assigneeId,
    expectedVersion: version,
    now,
  });
  return id;
}

const assigneeOf = async (id: string): Promise<string | null | undefined> =>
  (await data.services.tickets.find(id))?.assigneeId;

test('supervisors see those of their desks, admins everybody', async () => {
  const ids = async (actor: Advisor) => (await administration().list(actor, now)).map(({ id }) => id);
  expect(await ids(nadia)).toEqual(['advisor-admin', NADIA, PIERRE]);
  expect(await ids(admin)).toHaveLength(9);
  expect(await administration().find(nadia, 'advisor-mentor-1', now)).toBeNull();
});

test('somebody is added once, whatever the case of her address', async () => {
  const rights = { role: 'advisor', deskIds: ['abc'] } as const;
  const who = { actor: nadia, name: 'Inès Roux', email: 'Ines@Guichet.example', now, ...rights };
  expect(await administration().add(who)).toMatchObject({
    ok: true,
    value: { name: 'Inès Roux', email: 'ines@guichet.example', active: true, version: 1, openTickets: 0 },
  });
  expect(await administration().add({ ...who, email: 'INES@guichet.example' })).toEqual({
    ok: false,
    fault: { code: 'email-taken' },
  });
});

test('of two who change somebody at once, the second is shown what the first has made of her', async () => {
  const change = {
    actor: nadia,
    id: PIERRE,
    role: 'advisor',
    deskIds: ['abc'],
    expectedVersion: 1,
    now,
  } as const;
  expect(await administration().change({ ...change, name: 'Pierre L.' })).toMatchObject({
    ok: true,
    value: { name: 'Pierre L.', version: 2 },
  });
  expect(await administration().change({ ...change, name: 'P. Lemoine' })).toMatchObject({
    ok: false,
    fault: { code: 'conflict', current: { name: 'Pierre L.', version: 2 } },
  });
});

test('out of service: her sessions end, her links are spent, her requests are free or go to her team', async () => {
  const { advisors, assignment } = data.services;
  const { token } = await advisors.createSignInLink(PIERRE, now);
  const session = await advisors.redeemSignInLink(token, now);
  const unspent = await advisors.createSignInLink(PIERRE, now);
  const free = await fileFor(PIERRE, 'free');
  await assignment.saveTeam({ deskId: 'abc', name: 'Tous', categories: [], memberIds: [NADIA, PIERRE] });
  const ofTeam = await fileFor(PIERRE, 'of-team');

  const left = await administration().setActive({ actor: nadia, id: PIERRE, active: false, now });
  expect(left).toMatchObject({ ok: true, value: { active: false, openTickets: 0 } });
  expect(await advisors.session(session?.sessionToken ?? '', now)).toBeNull();
  expect(await advisors.redeemSignInLink(unspent.token, now)).toBeNull();
  expect([await assigneeOf(free), await assigneeOf(ofTeam)]).toEqual([null, NADIA]);
  expect(await assignment.teams('abc')).toMatchObject([{ memberIds: [NADIA] }]);

  await administration().setActive({ actor: nadia, id: PIERRE, active: true, now });
  expect(await assignment.teams('abc')).toMatchObject([{ memberIds: [NADIA, PIERRE] }]);
});

test('who leaves a desk leaves its requests and its teams, and keeps those of her other desks', async () => {
  const both = { actor: admin, id: PIERRE, name: 'Pierre Lemoine', role: 'advisor', now } as const;
  await administration().change({ ...both, deskIds: ['abc', 'ogestion'], expectedVersion: 1 });
  const here = await fileFor(PIERRE, 'here');
  const there = await fileFor(PIERRE, 'there', 'ogestion');
  await data.services.assignment.saveTeam({ deskId: 'abc', name: 'T', categories: [], memberIds: [PIERRE] });
  expect(await administration().change({ ...both, deskIds: ['ogestion'], expectedVersion: 2 })).toMatchObject(
    {
      ok: true,
      value: { deskIds: ['ogestion'], teams: [], openTickets: 1 },
    },
  );
  expect([await assigneeOf(here), await assigneeOf(there)]).toEqual([null, PIERRE]);
});

test('what a crash left in the hands of somebody out of service is found by the watch', async () => {
  const ticket = await fileFor(PIERRE, 'forgotten');
  const db = connect(data.url.replace('file:', ''));
  await db.advisor.update({ where: { id: PIERRE }, data: { active: false } });
  await db.$disconnect();
  expect(await data.services.assignment.watch(now, 10)).toBe(1);
  expect(await assigneeOf(ticket)).toBeNull();
});

test('an absence is refused that is over, backwards, crosses another one, or is covered by a stranger', async () => {
  const absence = { actor: nadia, id: NADIA, startsAt: later(1), endsAt: later(9), coverId: null, now };
  const add = async (more: object) => {
    const added = await administration().addAbsence({ ...absence, ...more });
    return added.ok ? 'added' : added.fault.code;
  };
  expect(await add({ startsAt: later(-9), endsAt: later(-1) })).toBe('wrong-period');
  expect(await add({ startsAt: later(9), endsAt: later(1) })).toBe('wrong-period');
  expect(await add({ coverId: 'advisor-mentor-1' })).toBe('wrong-cover');
  expect(await add({ coverId: NADIA })).toBe('wrong-cover');
  expect(await add({ id: 'advisor-mentor-1' })).toBe('not-found');
  expect(await add({ coverId: PIERRE })).toBe('added');
  expect(await add({ startsAt: later(8), endsAt: later(10) })).toBe('overlap');
  expect(await add({ startsAt: later(9), endsAt: later(10) })).toBe('added');
});

test('who covers gets the requests of the absent without a team, and not when she is away herself', async () => {
  const ticket = await fileFor(NADIA, 'covered');
  const add = (id: string, coverId: string | null) =>
    administration().addAbsence({ actor: admin, id, startsAt: later(-1), endsAt: later(30), coverId, now });
  await add(NADIA, PIERRE);
  const away = await add(PIERRE, null);
  await data.services.assignment.watch(now, 10);
  expect(await assigneeOf(ticket)).toBe(NADIA);
  const absenceId = away.ok ? (away.value.absences[0]?.id ?? '') : '';
  await administration().removeAbsence({ actor: admin, id: PIERRE, absenceId, now });
  await data.services.assignment.watch(now, 10);
  expect(await assigneeOf(ticket)).toBe(PIERRE);
});
