import { inTransaction, type Database } from '../prisma/database';
import { toEvent } from '../tickets/rows';
import type { TicketEvent } from '../tickets/types';
import { fromRow, type TeamsChannel } from './channels';

/** The card of a ticket in a channel, and what was told there. */
export interface TicketCard {
  readonly ticketId: string;
  readonly channel: TeamsChannel;
  /** The card's own id in the channel; null where the channel gave none: then it cannot be updated. */
  readonly activityId: string | null;
  /** The thread under the card. */
  readonly conversationId: string | null;
  /** The ticket's version that the card shows. */
  readonly shownVersion: number;
  /** The latest event of the ticket that the thread was told of. */
  readonly toldPosition: number;
}

/** An event with its place in the ticket's history. */
export interface PlacedEvent extends TicketEvent {
  readonly position: number;
}

export interface TicketCardService {
  ofTicket(ticketId: string): Promise<readonly TicketCard[]>;
  /** What happened to a ticket after a place in its history, in order; 0: all of it. */
  eventsAfter(ticketId: string, position: number): Promise<readonly PlacedEvent[]>;
  /** Keeps a card that the channel has taken; a ticket has one a channel. */
  posted(card: {
    readonly ticketId: string;
    readonly teamsChannelId: string;
    readonly activityId: string | null;
    readonly conversationId: string | null;
    readonly shownVersion: number;
    readonly toldPosition: number;
    readonly now: Date;
  }): Promise<void>;
  /** Keeps what a card shows now, or what its thread was told. */
  advanced(
    card: { readonly ticketId: string; readonly teamsChannelId: string },
    to: { readonly shownVersion?: number; readonly toldPosition?: number },
    now: Date,
  ): Promise<void>;
}

/** The cards of tickets in the channels of advisors. */
export function createTicketCardService(db: Database): TicketCardService {
  return {
    async ofTicket(ticketId) {
      const rows = await db.ticketCard.findMany({ where: { ticketId }, orderBy: { updatedAt: 'asc' } });
      const channels = await db.teamsChannel.findMany({
        where: { id: { in: rows.map(({ teamsChannelId }) => teamsChannelId) } },
      });
      return rows.flatMap(({ teamsChannelId, updatedAt: _, ...card }) => {
        const channel = channels.find(({ id }) => id === teamsChannelId);
        return channel ? [{ ...card, channel: fromRow(channel) }] : [];
      });
    },
    async eventsAfter(ticketId, position) {
      const rows = await db.ticketEvent.findMany({
        where: { ticketId, position: { gt: position } },
        orderBy: { position: 'asc' },
      });
      return rows.map((row) => ({ ...toEvent(row), position: row.position }));
    },
    posted: ({ now, ticketId, teamsChannelId, ...card }) =>
      inTransaction(db, async (tx) => {
        // Unlinked while its card was on the way: nobody asks for it any more.
        if (!(await tx.teamsChannel.findUnique({ where: { id: teamsChannelId } }))) return;
        const data = { ...card, updatedAt: now };
        await tx.ticketCard.upsert({
          where: { ticketId_teamsChannelId: { ticketId, teamsChannelId } },
          update: data,
          create: { ticketId, teamsChannelId, ...data },
        });
      }),
    async advanced({ ticketId, teamsChannelId }, to, now) {
      await db.ticketCard.updateMany({
        where: { ticketId, teamsChannelId },
        data: { ...to, updatedAt: now },
      });
    },
  };
}
