import { openRelatedTickets, type RelatedTickets } from './testing/related-tickets';
import type { Ticket } from './types';

let desk: RelatedTickets;
beforeEach(async () => {
  desk = await openRelatedTickets();
});
afterEach(() => desk.close());

describe('splitting', () => {
  const split = (ticket: Ticket, text = 'Et mon IBAN a changé.') =>
    desk.services.relations.split({
      idempotencyKey: 'split-1',
      ticketId: ticket.id,
      text,
      topicId: 'abc.iban',
      category: 'account',
      advisorId: desk.advisorId,
      now: desk.later(3),
    });

  it('makes a second ticket of the same person, linked, with a line in both histories, once', async () => {
    const ticket = await desk.file({ priority: 'high' });
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
    expect(await desk.services.relations.links(ticket.id)).toMatchObject([
      { kind: 'split', role: 'from', ticket: { id: second.value.id } },
    ]);
    expect(await desk.history(ticket)).toContain('split');
    expect(await desk.history(second.value)).toEqual(['filed', 'split']);
  });

  it('she is told the second reference in her chat, once', async () => {
    const ticket = await desk.file();
    await split(ticket);
    const second = await split(ticket);
    const notices = (await desk.outgoing()).filter(({ kind }) => kind === 'notice');
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
    const second = await split(await desk.file(), text);
    if (!second.ok) throw new Error('refused');
    expect(second.value.subject.length).toBeLessThanOrEqual(160);
    expect(second.value.facts).toEqual([{ key: 'message', label: 'Message', value: text, source: 'said' }]);
  });
});
