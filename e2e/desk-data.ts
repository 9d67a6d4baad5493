import { openData } from '../data/open';
import type { NewTicket, Ticket } from '../data/tickets/types';

const DAY_MS = 86_400_000;

/** A desk in the middle of its day: requests in every state, of one person, of one cause, and a phrase to be read. */
export interface DeskDay {
  /** References, by what is special about each. */
  readonly references: Readonly<Record<'paid' | 'contract' | 'late' | 'waiting' | 'solved', string>>;
}

/** Writes it into a server's database. @param url the database; @param now what the server's clock says. */
export async function fillDesk(url: string, now: Date): Promise<DeskDay> {
  const data = await openData({ url });
  const { tickets, teaching } = data.services;
  const file = (key: string, rest: Partial<NewTicket>): Promise<Ticket> =>
    tickets.file({
      idempotencyKey: `desk-day-${key}`,
      deskId: 'abc',
      personId: 'abc-camille',
      conversationId: null,
      topicId: 'abc.pay-missing',
      category: 'payment',
      subject: 'jai pa été payé',
      priority: 'normal',
      facts: [{ key: 'month', label: 'Mois', value: 'octobre 2026', source: 'said' }],
      checks: [],
      article: null,
      now,
      ...rest,
    });
  const settle = ({ id, version }: Ticket, to: 'waiting' | 'solved') =>
    tickets.changeStatus({
      ticketId: id,
      to,
      actor: { kind: 'advisor', id: 'advisor-abc-1' },
      expectedVersion: version,
      now,
    });
  try {
    const paid = await file('paid', {});
    await file('paid-too', { personId: 'abc-sofiane', subject: 'jai pas été payé en octobre' });
    await file('paid-as-well', { personId: 'abc-lucie', subject: 'pas encore été payée' });
    const contract = await file('contract', { subject: 'mon contrat jlai tjs pas recu', priority: 'urgent' });
    const late = await file('late', {
      subject: 'mon eleve est jamais venu',
      now: new Date(now.getTime() - 8 * DAY_MS),
    });
    const waiting = await file('waiting', { personId: 'abc-ines', subject: 'je change de banque' });
    const solved = await file('solved', { personId: 'abc-thomas', subject: 'où est mon bulletin' });
    await settle(waiting, 'waiting');
    await settle(solved, 'solved');
    for (const text of ['mon virement d’octobre n’est jamais arrivé', 'mes sous ne sont pas là']) {
      await teaching.propose({
        deskId: 'abc',
        text,
        topicId: 'abc.pay-missing',
        formerTopicId: 'abc.contact',
        source: { kind: 'ticket', id: paid.id },
        advisorId: 'advisor-abc-1',
        now,
      });
    }
    return {
      references: {
        paid: paid.reference,
        contract: contract.reference,
        late: late.reference,
        waiting: waiting.reference,
        solved: solved.reference,
      },
    };
  } finally {
    await data.close();
  }
}
