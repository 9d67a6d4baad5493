import { TEST_NOW } from '../testing';
import { openRelatedTickets, type RelatedTickets } from './testing/related-tickets';
import type { Ticket } from './types';

let desk: RelatedTickets;
beforeEach(async () => {
  desk = await openRelatedTickets();
});
afterEach(() => desk.close());

describe('merging', () => {
  it('stops its clocks, writes a line in both histories and says where it goes on', async () => {
    const [target, source] = [await desk.file(), await desk.file()];
    expect(source.clocks.resolution.dueAt).not.toBeNull();
    expect(await desk.merge(source, target)).toMatchObject({
      ok: true,
      value: { status: 'merged', mergedIntoId: target.id },
    });
    const merged = await desk.fresh(source);
    expect(merged.clocks).toEqual({
      'first-reply': { warnAt: null, dueAt: null },
      resolution: { warnAt: null, dueAt: null },
    });
    expect(merged.waitingSince).toBeNull();
    expect((await desk.services.tickets.events(source.id)).at(-1)).toMatchObject({
      kind: 'merged',
      detail: { into: target.reference },
    });
    expect((await desk.services.tickets.events(target.id)).at(-1)).toMatchObject({
      kind: 'merged',
      detail: { from: source.reference },
    });
    expect(await desk.services.tickets.destination(source.id)).toMatchObject({ id: target.id });
    expect((await desk.services.tickets.mergedInto(target.id)).map(({ id }) => id)).toEqual([source.id]);
  });

  it('what she writes to the old one reaches the new one, once, also over two merges', async () => {
    const [target, middle, source] = [
      await desk.file(),
      await desk.file(),
      await desk.file({ conversationId: 'conv-2' }),
    ];
    await desk.merge(source, middle);
    await desk.merge(middle, target);
    const add = () =>
      desk.services.tickets.requesterWrote({
        idempotencyKey: 'turn-1',
        ticketId: source.id,
        personName: 'Camille Moreau',
        text: 'Toujours rien.',
        now: desk.later(20),
      });
    const [one, again] = [await add(), await add()];
    expect(one).toMatchObject({ ok: true, value: { ticketId: target.id } });
    expect(again).toEqual(one);
    expect(await desk.services.tickets.messages(target.id)).toHaveLength(1);
    expect(await desk.services.tickets.messages(source.id)).toHaveLength(0);
  });

  it('our reply goes to the conversation in which she wrote last', async () => {
    for (const [index, id] of ['conv-1', 'conv-2'].entries()) {
      await desk.services.conversations.open({
        id,
        channel: 'webchat',
        deskId: 'abc',
        userId: id,
        personId: 'abc-camille',
        locale: 'fr',
        now: desk.later(index),
      });
    }
    const [target, source] = [await desk.file(), await desk.file({ conversationId: 'conv-2' })];
    await desk.merge(source, target);
    await desk.reply(target, 15);
    expect(await desk.outgoing()).toContainEqual(
      expect.objectContaining({ kind: 'conversation-message', conversationId: 'conv-2' }),
    );
  });

  it('where we owed an answer in it, we owe it in the other one', async () => {
    const target = await desk.file();
    await desk.reply(target);
    const source = await desk.file();
    await desk.merge(source, target);
    expect(await desk.fresh(target)).toMatchObject({ status: 'open', waitingSince: TEST_NOW });
    await desk.unmerge(source);
    expect(await desk.fresh(target)).toMatchObject({ status: 'waiting', waitingSince: null });
  });

  it.each([
    ['itself', async (ticket: Ticket) => ticket, 'same-ticket'],
    ["somebody else's", () => desk.file({ personId: 'abc-sofiane' }), 'other-person'],
    ['one of another desk', () => desk.file({ deskId: 'oc-mentor', personId: 'mentor-chloe' }), 'other-desk'],
    ['one that is unknown', async (ticket: Ticket) => ({ ...ticket, id: 'nothing' }), 'not-found'],
  ])('not into %s', async (_, target, code) => {
    const source = await desk.file();
    expect(await desk.merge(source, await target(source))).toMatchObject({ ok: false, fault: { code } });
    expect((await desk.fresh(source)).status).toBe('new');
  });

  it('not into one that is over, and not in a circle', async () => {
    const [target, source] = [await desk.file(), await desk.file()];
    await desk.merge(source, target);
    expect(await desk.merge(target, source)).toMatchObject({ ok: false, fault: { code: 'target-over' } });
  });

  it('a stale screen is told; a second click finds it done', async () => {
    const [target, source, other] = [await desk.file(), await desk.file(), await desk.file()];
    const command = {
      ticketId: source.id,
      advisorId: desk.advisorId,
      expectedVersion: source.version,
      now: desk.later(1),
    };
    expect(await desk.services.relations.merge({ ...command, intoId: target.id })).toMatchObject({
      ok: true,
    });
    expect(await desk.services.relations.merge({ ...command, intoId: target.id })).toMatchObject({
      ok: true,
    });
    expect(await desk.services.relations.merge({ ...command, intoId: other.id })).toMatchObject({
      ok: false,
      fault: { code: 'conflict' },
    });
  });
});

describe('taking a merge back', () => {
  it('it is as it was; its clocks run on from where they stood still', async () => {
    const [target, source] = [await desk.file(), await desk.file()];
    const before = await desk.fresh(source);
    await desk.merge(source, target);
    expect(await desk.unmerge(source)).toMatchObject({
      ok: true,
      value: { status: 'new', mergedIntoId: null },
    });
    const after = await desk.fresh(source);
    const aMinuteLater = (at: Date | null | undefined) => new Date((at?.getTime() ?? 0) + 60_000);
    expect(after.clocks.resolution.dueAt).toEqual(aMinuteLater(before.clocks.resolution.dueAt));
    expect(after.clocks['first-reply'].dueAt).toEqual(aMinuteLater(before.clocks['first-reply'].dueAt));
    expect(after.version).toBeGreaterThan(before.version);
    expect(await desk.services.tickets.destination(source.id)).toMatchObject({ id: source.id });
    expect(await desk.merge(source, target, 30)).toMatchObject({ ok: true });
    expect(await desk.unmerge(source, 31)).toMatchObject({ ok: true });
  });

  it('not once something was added', async () => {
    const [target, source] = [await desk.file(), await desk.file()];
    await desk.merge(source, target);
    await desk.reply(target, 12);
    expect(await desk.unmerge(source, 13)).toMatchObject({ ok: false, fault: { code: 'went-on' } });
    expect((await desk.fresh(source)).status).toBe('merged');
  });

  it('what was never merged cannot be taken apart', async () => {
    expect(await desk.unmerge(await desk.file())).toMatchObject({
      ok: false,
      fault: { code: 'not-merged' },
    });
  });
});
