import type { Locale } from '../../data/people/types';
import type { Services } from '../../data/services';
import type { PlacedEvent } from '../../data/teams/cards';
import type { Clock } from '../../data/clock';
import type { CardTicket, CardView } from './card';
import { linesOf, type Names } from './lines';
import { clockOf, readerOf, type Reader } from './reader';

/** Reads what cards show and threads are told. */
export interface CardViews {
  /** A ticket as it stands; null: there is none. */
  find(ticketId: string): Promise<CardView | null>;
  /** A ticket that has been read already. `position`: the latest event known then. */
  of(ticket: CardTicket, position: number): Promise<CardView>;
  /** For whom words about a ticket are chosen: a language, in the zone of its desk. */
  readerFor(ticket: Pick<CardTicket, 'deskId'>, locale: Locale): Promise<Reader>;
  /** What happened to a ticket after a place in its history: the events, and a line for each that has one. */
  since(
    ticketId: string,
    position: number,
    reader: Reader,
  ): Promise<{
    readonly events: readonly PlacedEvent[];
    readonly lines: readonly { readonly event: PlacedEvent; readonly line: string }[];
  }>;
}

export interface CardViewsDeps extends Pick<Services, 'tickets' | 'desks' | 'advisors' | 'ticketCards'> {
  readonly clock: Clock;
}

export function createCardViews({ tickets, desks, advisors, ticketCards, clock }: CardViewsDeps): CardViews {
  async function namesIn(events: readonly PlacedEvent[]): Promise<Names> {
    const ids = new Set(events.flatMap(({ actorId, detail }) => [actorId, detail.to ?? null]));
    const found = await Promise.all([...ids].map((id) => (id === null ? null : advisors.find(id))));
    return new Map(found.flatMap((advisor) => (advisor === null ? [] : [[advisor.id, advisor.name]])));
  }

  const of = async (ticket: CardTicket, position: number): Promise<CardView> => {
    const [desk, assignee] = await Promise.all([
      desks.find(ticket.deskId),
      ticket.assigneeId === null ? null : advisors.find(ticket.assigneeId),
    ]);
    return { ticket, position, deskName: desk.name, assigneeName: assignee?.name ?? null };
  };

  return {
    of,
    async find(ticketId) {
      // The history first: a change in between is then told once more, and never left out.
      const events = await ticketCards.eventsAfter(ticketId, 0);
      const ticket = await tickets.find(ticketId);
      return ticket && of(ticket, events.at(-1)?.position ?? 0);
    },
    readerFor: async ({ deskId }, locale) => readerOf(locale, (await desks.find(deskId)).zone, clock.now()),
    async since(ticketId, position, reader) {
      const events = await ticketCards.eventsAfter(ticketId, position);
      return { events, lines: linesOf(events, await namesIn(events), reader) };
    },
  };
}

/** Lines with the clock time of each: for somebody who has missed them. */
export const timedLines = (
  lines: readonly { readonly event: PlacedEvent; readonly line: string }[],
  reader: Reader,
): readonly string[] =>
  lines.map(({ event, line }) => reader.words.teamsDesk.stale.at(line, clockOf(event.at, reader)));
