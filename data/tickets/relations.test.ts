import { openRelatedTickets, type RelatedTickets } from './testing/related-tickets';

let desk: RelatedTickets;
beforeEach(async () => {
  desk = await openRelatedTickets();
});
afterEach(() => desk.close());

describe('duplicates', () => {
  it('of the same person, still to be answered: her topic first, then its category, then the rest', async () => {
    const ticket = await desk.file();
    const other = await desk.file({ topicId: 'abc.contact', category: 'contact' });
    const category = await desk.file({ topicId: 'abc.payment-history' });
    const topic = await desk.file();
    const solved = await desk.file();
    await desk.services.tickets.changeStatus({
      ticketId: solved.id,
      to: 'solved',
      actor: { kind: 'advisor', id: desk.advisorId },
      expectedVersion: null,
      now: desk.later(1),
    });
    await desk.file({ personId: 'abc-sofiane' });
    const found = await desk.services.relations.duplicatesOf(ticket.id);
    expect(found.map(({ id }) => id)).toEqual([topic.id, category.id, other.id]);
  });

  it('of a visitor: only what came from her conversation', async () => {
    const ticket = await desk.file({ personId: null });
    const here = await desk.file({ personId: null });
    await desk.file({ personId: null, conversationId: 'conv-2' });
    expect((await desk.services.relations.duplicatesOf(ticket.id)).map(({ id }) => id)).toEqual([here.id]);
  });
});

it('tickets on one topic of a desk that are still to be answered', async () => {
  const ticket = await desk.file();
  const other = await desk.file({ personId: 'abc-sofiane' });
  await desk.file({ topicId: 'abc.contact' });
  await desk.merge(await desk.file(), ticket);
  const found = await desk.services.relations.ofSameTopic(ticket.id, 10);
  expect(found.map(({ id }) => id).sort()).toEqual([ticket.id, other.id].sort());
});

it('what is compared with several at once: their topics of the desks that are asked for', async () => {
  const ticket = await desk.file();
  const second = await desk.file({ topicId: 'abc.contact' });
  const foreign = await desk.file({ deskId: 'oc-mentor', personId: 'mentor-chloe' });
  await desk.file({ topicId: 'abc.something-else' });
  await desk.merge(await desk.file(), ticket);
  const found = await desk.services.relations.onTopicsOf([ticket.id, second.id, foreign.id], ['abc'], 10);
  expect(found.map(({ id }) => id).sort()).toEqual([ticket.id, second.id].sort());
  expect(await desk.services.relations.onTopicsOf([foreign.id], ['abc'], 10)).toEqual([]);
});
