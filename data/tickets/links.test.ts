import { openRelatedTickets, type RelatedTickets } from './testing/related-tickets';
import type { Ticket } from './types';

let desk: RelatedTickets;
beforeEach(async () => {
  desk = await openRelatedTickets();
});
afterEach(() => desk.close());

describe('links', () => {
  const command = (one: Ticket, other: Ticket) => ({
    ticketId: one.id,
    otherId: other.id,
    advisorId: desk.advisorId,
    now: desk.later(2),
  });

  it('are seen from both sides, made once, and taken back', async () => {
    const [one, other] = [await desk.file(), await desk.file({ personId: 'abc-sofiane' })];
    await desk.services.relations.link(command(one, other));
    await desk.services.relations.link(command(other, one));
    expect(await desk.services.relations.links(one.id)).toMatchObject([
      { kind: 'related', ticket: { id: other.id, status: 'new' } },
    ]);
    expect(await desk.services.relations.links(other.id)).toHaveLength(1);
    await desk.services.relations.unlink(command(other, one));
    expect(await desk.services.relations.links(one.id)).toEqual([]);
    expect(await desk.history(one)).toEqual(['filed', 'linked', 'unlinked']);
  });

  it('not to itself nor to another desk', async () => {
    const one = await desk.file();
    const foreign = await desk.file({ deskId: 'oc-mentor', personId: 'mentor-chloe' });
    expect(await desk.services.relations.link(command(one, one))).toMatchObject({
      fault: { code: 'same-ticket' },
    });
    expect(await desk.services.relations.link(command(one, foreign))).toMatchObject({
      fault: { code: 'other-desk' },
    });
  });

  it('a follow-up is linked when it is filed, and stays linked', async () => {
    const earlier = await desk.file();
    const next = await desk.file({ followsId: earlier.id });
    expect(await desk.services.relations.links(earlier.id)).toMatchObject([
      { kind: 'follow-up', role: 'from', ticket: { id: next.id } },
    ]);
    await desk.services.relations.unlink(command(earlier, next));
    expect(await desk.services.relations.links(earlier.id)).toHaveLength(1);
  });
});
