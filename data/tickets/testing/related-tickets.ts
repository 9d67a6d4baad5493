import { openTestData, TEST_NOW, type TestData } from '../../testing';
import type { NewTicket, Ticket } from '../types';

const ADVISOR = { id: 'advisor-abc-1', name: 'Nadia Benali' };
const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);

/** Tickets of a test and what an advisor makes of two of them; times are minutes after TEST_NOW. */
export type RelatedTickets = Awaited<ReturnType<typeof openRelatedTickets>>;

/** A database of its own with the commands that the tests of merging, splitting and linking share. */
export async function openRelatedTickets() {
  const data: TestData = await openTestData();
  let count = 0;

  const fresh = async (ticket: Ticket): Promise<Ticket> => {
    const found = await data.services.tickets.find(ticket.id);
    if (found === null) throw new Error('gone');
    return found;
  };

  return {
    advisorId: ADVISOR.id,
    services: data.services,
    close: () => data.close(),
    later,

    /** Camille's ticket on a missing payment, where the test says nothing else. */
    file: (rest: Partial<NewTicket> = {}): Promise<Ticket> =>
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
      }),

    /** The ticket as it is stored now. */
    fresh,

    reply: (ticket: Ticket, at = 5) =>
      data.services.tickets.write({
        idempotencyKey: `r${at}`,
        ticketId: ticket.id,
        kind: 'reply',
        advisor: ADVISOR,
        text: 'Bonjour, je regarde.',
        now: later(at),
      }),

    merge: async (source: Ticket, into: Ticket, at = 10) =>
      data.services.relations.merge({
        ticketId: source.id,
        intoId: into.id,
        advisorId: ADVISOR.id,
        expectedVersion: (await fresh(source)).version,
        now: later(at),
      }),

    unmerge: (source: Ticket, at = 11) =>
      data.services.relations.unmerge({ ticketId: source.id, advisorId: ADVISOR.id, now: later(at) }),

    /** Its history, by the kinds of its events. */
    history: async (ticket: Ticket): Promise<string[]> =>
      (await data.services.tickets.events(ticket.id)).map(({ kind }) => kind),

    /** What is on its way to others. */
    outgoing: async () => (await data.services.outbox.claim(later(999), 100)).map(({ payload }) => payload),
  };
}
