import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { NewTicket, Ticket } from './types';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const ADVISOR = { id: 'advisor-abc-1', name: 'Nadia Benali' };
const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);

let count = 0;
const file = (rest: Partial<NewTicket> = {}): Promise<Ticket> =>
  data.services.tickets.file({
    idempotencyKey: `k${(count += 1)}`,
    deskId: 'abc',
    personId: 'abc-camille',
    conversationId: 'conv-1',
    topicId: 'abc.pay-missing',
    category: 'payment',
    subject: "j'ai pas été payée",
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: TEST_NOW,
    ...rest,
  });

const fresh = async (ticket: Ticket): Promise<Ticket> => {
  const found = await data.services.tickets.find(ticket.id);
  if (found === null) throw new Error('gone');
  return found;
};
const reply = (ticket: Ticket, at = 5) =>
  data.services.tickets.write({
    idempotencyKey: `r${at}`,
    ticketId: ticket.id,
    kind: 'reply',
    advisor: ADVISOR,
    text: 'Bonjour, je regarde.',
    now: later(at),
  });
const merge = async (source: Ticket, into: Ticket, at = 10) =>
  data.services.relations.merge({
    ticketId: source.id,
    intoId: into.id,
    advisorId: ADVISOR.id,
    expectedVersion: (await fresh(source)).version,
    now: later(at),
  });
const unmerge = (source: Ticket, at = 11) =>
  data.services.relations.unmerge({ ticketId: source.id, advisorId: ADVISOR.id, now: later(at) });
const kinds = async (ticket: Ticket): Promise<string[]> =>
  (await data.services.tickets.events(ticket.id)).map(({ kind }) => kind);
const payloads = async () =>
  (await data.services.outbox.claim(later(999), 100)).map(({ payload }) => payload);

describe('duplicates', () => {
  it('of the same person, still to be answered: her topic first, then its category, then the rest', async () => {
    const ticket = await file();
    const other = await file({ topicId: 'abc.contact', category: 'contact' });
    const category = await file({ topicId: 'abc.payment-history' });
    const topic = await file();
    const solved = await file();
    await data.services.tickets.changeStatus({
      ticketId: solved.id,
      to: 'solved',
      actor: { kind: 'advisor', id: ADVISOR.id },
      expectedVersion: null,
      now: later(1),
    });
    await file({ personId: 'abc-sofiane' });
    const found = await data.services.relations.duplicatesOf(ticket.id);
    expect(found.map(({ id }) => id)).toEqual([topic.id, category.id, other.id]);
  });

  it('of a visitor: only what came from her conversation', async () => {
    const ticket = await file({ personId: null });
    const here = await file({ personId: null });
    await file({ personId: null, conversationId: 'conv-2' });
    expect((await data.services.relations.duplicatesOf(ticket.id)).map(({ id }) => id)).toEqual([here.id]);
  });
});

describe('merging', () => {
  it('stops its clocks, writes a line in both histories and says where it goes on', async () => {
    const [target, source] = [await file(), await file()];
    expect(source.clocks.resolution.dueAt).not.toBeNull();
    expect(await merge(source, target)).toMatchObject({
      ok: true,
      value: { status: 'merged', mergedIntoId: target.id },
    });
    const merged = await fresh(source);
    expect(merged.clocks).toEqual({
      'first-reply': { warnAt: null, dueAt: null },
      resolution: { warnAt: null, dueAt: null },
    });
    expect(merged.waitingSince).toBeNull();
    expect((await data.services.tickets.events(source.id)).at(-1)).toMatchObject({
      kind: 'merged',
      detail: { into: target.reference },
    });
    expect((await data.services.tickets.events(target.id)).at(-1)).toMatchObject({
      kind: 'merged',
      detail: { from: source.reference },
    });
    expect(await data.services.tickets.destination(source.id)).toMatchObject({ id: target.id });
    expect((await data.services.tickets.mergedInto(target.id)).map(({ id }) => id)).toEqual([source.id]);
  });

  it('what she writes to the old one reaches the new one, once, also over two merges', async () => {
    const [target, middle, source] = [await file(), await file(), await file({ conversationId: 'conv-2' })];
    await merge(source, middle);
    await merge(middle, target);
    const add = () =>
      data.services.tickets.requesterWrote({
        idempotencyKey: 'turn-1',
        ticketId: source.id,
        personName: 'Camille Moreau',
        text: 'Toujours rien.',
        now: later(20),
      });
    const [one, again] = [await add(), await add()];
    expect(one).toMatchObject({ ok: true, value: { ticketId: target.id } });
    expect(again).toEqual(one);
    expect(await data.services.tickets.messages(target.id)).toHaveLength(1);
    expect(await data.services.tickets.messages(source.id)).toHaveLength(0);
  });

  it('our reply goes to the conversation in which she wrote last', async () => {
    for (const [index, id] of ['conv-1', 'conv-2'].entries()) {
      await data.services.conversations.open({
        id,
        channel: 'webchat',
        deskId: 'abc',
        userId: id,
        personId: 'abc-camille',
        locale: 'fr',
        now: later(index),
      });
    }
    const [target, source] = [await file(), await file({ conversationId: 'conv-2' })];
    await merge(source, target);
    await reply(target, 15);
    expect(await payloads()).toContainEqual(
      expect.objectContaining({ kind: 'conversation-message', conversationId: 'conv-2' }),
    );
  });

  it('where we owed an answer in it, we owe it in the other one', async () => {
    const target = await file();
    await reply(target);
    const source = await file();
    await merge(source, target);
    expect(await fresh(target)).toMatchObject({ status: 'open', waitingSince: TEST_NOW });
    await unmerge(source);
    expect(await fresh(target)).toMatchObject({ status: 'waiting', waitingSince: null });
  });

  it.each([
    ['itself', async (ticket: Ticket) => ticket, 'same-ticket'],
    ["somebody else's", () => file({ personId: 'abc-sofiane' }), 'other-person'],
    ['one of another desk', () => file({ deskId: 'oc-mentor', personId: 'mentor-chloe' }), 'other-desk'],
    ['one that is unknown', async (ticket: Ticket) => ({ ...ticket, id: 'nothing' }), 'not-found'],
  ])('not into %s', async (_, target, code) => {
    const source = await file();
    expect(await merge(source, await target(source))).toMatchObject({ ok: false, fault: { code } });
    expect((await fresh(source)).status).toBe('new');
  });

  it('not into one that is over, and not in a circle', async () => {
    const [target, source] = [await file(), await file()];
    await merge(source, target);
    expect(await merge(target, source)).toMatchObject({ ok: false, fault: { code: 'target-over' } });
  });

  it('a stale screen is told; a second click finds it done', async () => {
    const [target, source, other] = [await file(), await file(), await file()];
    const command = {
      ticketId: source.id,
      advisorId: ADVISOR.id,
      expectedVersion: source.version,
      now: later(1),
    };
    expect(await data.services.relations.merge({ ...command, intoId: target.id })).toMatchObject({
      ok: true,
    });
    expect(await data.services.relations.merge({ ...command, intoId: target.id })).toMatchObject({
      ok: true,
    });
    expect(await data.services.relations.merge({ ...command, intoId: other.id })).toMatchObject({
      ok: false,
      fault: { code: 'conflict' },
    });
  });
});

describe('taking a merge back', () => {
  it('it is as it was; its clocks run on from where they stood still', async () => {
    const [target, source] = [await file(), await file()];
    const before = await fresh(source);
    await merge(source, target);
    expect(await unmerge(source)).toMatchObject({ ok: true, value: { status: 'new', mergedIntoId: null } });
    const after = await fresh(source);
    const aMinuteLater = (at: Date | null | undefined) => new Date((at?.getTime() ?? 0) + 60_000);
    expect(after.clocks.resolution.dueAt).toEqual(aMinuteLater(before.clocks.resolution.dueAt));
    expect(after.clocks['first-reply'].dueAt).toEqual(aMinuteLater(before.clocks['first-reply'].dueAt));
    expect(after.version).toBeGreaterThan(before.version);
    expect(await data.services.tickets.destination(source.id)).toMatchObject({ id: source.id });
    expect(await merge(source, target, 30)).toMatchObject({ ok: true });
    expect(await unmerge(source, 31)).toMatchObject({ ok: true });
  });

  it('not once something was added', async () => {
    const [target, source] = [await file(), await file()];
    await merge(source, target);
    await reply(target, 12);
    expect(await unmerge(source, 13)).toMatchObject({ ok: false, fault: { code: 'went-on' } });
    expect((await fresh(source)).status).toBe('merged');
  });

  it('what was never merged cannot be taken apart', async () => {
    expect(await unmerge(await file())).toMatchObject({ ok: false, fault: { code: 'not-merged' } });
  });
});

describe('splitting', () => {
  const split = (ticket: Ticket, text = 'Et mon IBAN a changé.') =>
    data.services.relations.split({
      idempotencyKey: 'split-1',
      ticketId: ticket.id,
      text,
      topicId: 'abc.iban',
      category: 'account',
      advisorId: ADVISOR.id,
      now: later(3),
    });

  it('makes a second ticket of the same person, linked, with a line in both histories, once', async () => {
    const ticket = await file({ priority: 'high' });
    const [second, again] = [await split(ticket), await split(ticket)];
    expect(again).toEqual(second);
    if (!second.ok) throw new Error('refused');
    expect(second.value).toMatchObject({
      personId: 'abc-camille',
      conversationId: 'conv-1',
      topicId: 'abc.iban',
      category: 'account',
      subject: 'Et mon IBAN a changé.',
      priority: 'high',
      status: 'new',
    });
    expect(await data.services.relations.links(ticket.id)).toMatchObject([
      { kind: 'split', role: 'from', ticket: { id: second.value.id } },
    ]);
    expect(await kinds(ticket)).toContain('split');
    expect(await kinds(second.value)).toEqual(['filed', 'split']);
  });

  it('she is told the second reference in her chat, once', async () => {
    const ticket = await file();
    await split(ticket);
    const second = await split(ticket);
    const notices = (await payloads()).filter(({ kind }) => kind === 'notice');
    expect(notices).toEqual([
      expect.objectContaining({
        personId: 'abc-camille',
        conversationId: 'conv-1',
        notice: {
          kind: 'ticket-split',
          ticketId: second.ok ? second.value.id : '',
          fromReference: ticket.reference,
        },
      }),
    ]);
  });

  it('a long request keeps its whole text among the facts', async () => {
    const text = `Mon IBAN a changé. ${'Voici toute l’histoire. '.repeat(20)}`.trim();
    const second = await split(await file(), text);
    if (!second.ok) throw new Error('refused');
    expect(second.value.subject.length).toBeLessThanOrEqual(160);
    expect(second.value.facts).toEqual([{ key: 'message', label: 'Message', value: text, source: 'said' }]);
  });
});

describe('links', () => {
  const command = (one: Ticket, other: Ticket) => ({
    ticketId: one.id,
    otherId: other.id,
    advisorId: ADVISOR.id,
    now: later(2),
  });

  it('are seen from both sides, made once, and taken back', async () => {
    const [one, other] = [await file(), await file({ personId: 'abc-sofiane' })];
    await data.services.relations.link(command(one, other));
    await data.services.relations.link(command(other, one));
    expect(await data.services.relations.links(one.id)).toMatchObject([
      { kind: 'related', ticket: { id: other.id, status: 'new' } },
    ]);
    expect(await data.services.relations.links(other.id)).toHaveLength(1);
    await data.services.relations.unlink(command(other, one));
    expect(await data.services.relations.links(one.id)).toEqual([]);
    expect(await kinds(one)).toEqual(['filed', 'linked', 'unlinked']);
  });

  it('not to itself nor to another desk', async () => {
    const one = await file();
    const foreign = await file({ deskId: 'oc-mentor', personId: 'mentor-chloe' });
    expect(await data.services.relations.link(command(one, one))).toMatchObject({
      fault: { code: 'same-ticket' },
    });
    expect(await data.services.relations.link(command(one, foreign))).toMatchObject({
      fault: { code: 'other-desk' },
    });
  });

  it('a follow-up is linked when it is filed, and stays linked', async () => {
    const earlier = await file();
    const next = await file({ followsId: earlier.id });
    expect(await data.services.relations.links(earlier.id)).toMatchObject([
      { kind: 'follow-up', role: 'from', ticket: { id: next.id } },
    ]);
    await data.services.relations.unlink(command(earlier, next));
    expect(await data.services.relations.links(earlier.id)).toHaveLength(1);
  });
});

it('tickets on one topic of a desk that are still to be answered', async () => {
  const ticket = await file();
  const other = await file({ personId: 'abc-sofiane' });
  await file({ topicId: 'abc.contact' });
  await merge(await file(), ticket);
  const found = await data.services.relations.ofSameTopic(ticket.id, 10);
  expect(found.map(({ id }) => id).sort()).toEqual([ticket.id, other.id].sort());
});

it('what is compared with several at once: their topics of the desks that are asked for', async () => {
  const ticket = await file();
  const second = await file({ topicId: 'abc.contact' });
  const foreign = await file({ deskId: 'oc-mentor', personId: 'mentor-chloe' });
  await file({ topicId: 'abc.something-else' });
  await merge(await file(), ticket);
  const found = await data.services.relations.onTopicsOf([ticket.id, second.id, foreign.id], ['abc'], 10);
  expect(found.map(({ id }) => id).sort()).toEqual([ticket.id, second.id].sort());
  expect(await data.services.relations.onTopicsOf([foreign.id], ['abc'], 10)).toEqual([]);
});
