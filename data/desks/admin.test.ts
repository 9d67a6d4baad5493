import { DEFAULT_TARGETS } from '../sla/targets';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import { DEFAULT_DESKS } from './defaults';

/** Wednesday 18 November 2026, 10:00 in Paris. */
const now = TEST_NOW;
const weekly = DEFAULT_DESKS[0]?.openingHours ?? {};
const MORNINGS = { '3': [{ from: '09:00', to: '12:00' }], '4': [{ from: '09:00', to: '12:00' }] };
const HURRY = {
  ...DEFAULT_TARGETS,
  urgent: { 'first-reply': 10, resolution: 60 },
  high: { 'first-reply': 20, resolution: 120 },
  normal: { 'first-reply': 30, resolution: 240 },
};

let data: TestData;
const desks = () => data.services.deskAdministration;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const file = (key: string, deskId: 'abc' | 'oc-mentor' = 'abc') =>
  data.services.tickets.file({
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

/** When the first reply to a ticket is due, once the watch has been round. */
async function firstReplyDue(id: string): Promise<string | undefined> {
  await data.services.sla.watch(now, 100);
  return (await data.services.tickets.find(id))?.clocks['first-reply'].dueAt?.toISOString();
}

test('deadlines of open tickets follow the targets of their desk, and of no other', async () => {
  const [here, there] = [await file('here'), await file('there', 'oc-mentor')];
  const saved = await desks().saveTargets({
    deskId: 'abc',
    targets: HURRY,
    expectedVersion: 0,
    advisorId: 'advisor-abc-1',
    now,
  });
  expect(saved).toMatchObject({ ok: true, value: { before: DEFAULT_TARGETS, now: { version: 1 } } });
  expect(await firstReplyDue(here.id)).toBe('2026-11-18T09:30:00.000Z');
  expect(await firstReplyDue(there.id)).toBe(there.clocks['first-reply'].dueAt?.toISOString());
  expect((await file('next')).clocks['first-reply'].dueAt?.toISOString()).toBe('2026-11-18T09:30:00.000Z');
});

test('screens hear of the deadlines that have moved', async () => {
  const { id } = await file('shown');
  const heard: unknown[] = [];
  data.changes.subscribe((change) => heard.push(change));
  await desks().saveTargets({ deskId: 'abc', targets: HURRY, expectedVersion: 0, advisorId: 'a', now });
  await data.services.sla.watch(now, 100);
  expect(heard).toContainEqual({ kind: 'ticket', deskId: 'abc', ticketId: id });
});

test('a settled ticket keeps the deadlines that held for it', async () => {
  const ticket = await file('solved');
  await data.services.tickets.changeStatus({
    ticketId: ticket.id,
    to: 'solved',
    actor: { kind: 'advisor', id: 'advisor-abc-1' },
    expectedVersion: ticket.version,
    now,
  });
  await desks().saveTargets({ deskId: 'abc', targets: HURRY, expectedVersion: 0, advisorId: 'a', now });
  await data.services.sla.watch(now, 100);
  const kept = await data.services.tickets.find(ticket.id);
  expect(kept?.clocks.resolution).toEqual(ticket.clocks.resolution);
});

test('of two who set targets at once the second is shown those of the first', async () => {
  const save = { deskId: 'abc', targets: HURRY, expectedVersion: 0, advisorId: 'a', now } as const;
  await desks().saveTargets(save);
  expect(await desks().saveTargets({ ...save, targets: DEFAULT_TARGETS })).toMatchObject({
    ok: false,
    fault: { code: 'conflict', current: { value: HURRY, version: 1 } },
  });
});

test('opening hours move deadlines, and are refused from a stale version', async () => {
  const { id } = await file('hours');
  const save = { deskId: 'abc', openingHours: MORNINGS, expectedVersion: 1 } as const;
  expect(await desks().saveHours(save)).toMatchObject({
    ok: true,
    value: { before: weekly, now: { openingHours: MORNINGS, version: 2 } },
  });
  // Seven hours: two left today, three tomorrow, and two next Wednesday.
  expect(await firstReplyDue(id)).toBe('2026-11-25T10:00:00.000Z');
  expect(await desks().saveHours(save)).toMatchObject({ ok: false, fault: { code: 'conflict' } });
  expect((await data.services.desks.find('abc')).openingHours).toEqual(MORNINGS);
});

test('a closure moves deadlines, and taking it back moves them back', async () => {
  const { id, clocks } = await file('closure');
  const exception = { day: '2026-11-19', label: 'Séminaire', open: false, spans: null };
  expect(await desks().saveException({ deskId: 'abc', exception })).toMatchObject({ ok: true });
  expect(await firstReplyDue(id)).toBe('2026-11-20T09:00:00.000Z');
  expect(await desks().saveException({ deskId: 'abc', exception })).toEqual({
    ok: false,
    fault: { code: 'day-taken', current: exception },
  });
  expect(await desks().removeException('abc', '2026-11-19')).toEqual(exception);
  expect(await firstReplyDue(id)).toBe(clocks['first-reply'].dueAt?.toISOString());
  expect(await desks().removeException('abc', '2026-11-19')).toBeNull();
});

test('a desk is read with the days that it has set', async () => {
  const exception = { day: '2026-11-19', label: 'Séminaire', open: false, spans: null };
  await desks().saveException({ deskId: 'abc', exception });
  const { exceptions } = await data.services.desks.find('abc');
  expect(exceptions).toEqual([exception]);
});
