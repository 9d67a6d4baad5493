import type { OutboxMessage } from '../../data/outbox/types';
import type { TicketStatus } from '../../data/tickets/types';
import type { TicketCard } from '../../data/teams/cards';
import type { TeamsChannel } from '../../data/teams/channels';
import { addressIn } from '../channels/bot-framework/courier';
import type { Address, WireActivity } from '../channels/bot-framework/contract';
import type { ChannelSender, SendFault } from '../channels/bot-framework/sender';
import { PermanentFailure, TemporaryFailure } from '../workers/failures';
import { attachment, ticketCard, type CardTicket, type CardView } from './card';
import type { TeamsDeskDeps, TeamsDeskParts } from './deps';

/** Shorter than an outbox claim; what takes longer is tried again from there. */
const PATIENCE = { patienceMs: 15_000 };

/** A ticket that is settled when its desk's channel hears of it for the first time gets no card any more. */
const WORTH_A_CARD: readonly TicketStatus[] = ['new', 'open', 'waiting'];

export interface CardDeliveryDeps extends TeamsDeskDeps {
  readonly sender: Pick<ChannelSender, 'open' | 'send' | 'update'>;
}

/**
 * Brings tickets to the advisors' channels: a card for each, updated in place, and under it one line a change. A channel that refuses for
 * good is marked dead and holds up nothing.
 *
 * @throws TemporaryFailure where trying again may help, after everything else has been done.
 */
export function createCardDelivery(
  deps: CardDeliveryDeps & TeamsDeskParts,
): (message: OutboxMessage) => Promise<void> {
  const { services, sender, views, clock, links, log, metrics } = deps;
  const { teamsChannels, ticketCards } = services;

  /** What a refusal means: a dead channel is noted and told, something refused is left, the rest is tried again. */
  async function failed(fault: SendFault, channel: TeamsChannel, failures: Error[]): Promise<void> {
    if (fault.kind === 'unreachable') {
      failures.push(new TemporaryFailure(fault.code, { retryAfterMs: fault.retryAfterMs }));
      return;
    }
    metrics.failure('delivery');
    log.warn({ channel: channel.id, code: fault.code }, 'card not taken by its channel');
    if (fault.kind === 'dead') await teamsChannels.markDead(channel.id, fault.code, clock.now());
  }

  async function cardFor(view: CardView, channel: TeamsChannel): Promise<WireActivity> {
    const reader = await views.readerFor(view.ticket, channel.locale);
    const card = ticketCard(view, reader, links);
    return { type: 'message', summary: String(card.speak), attachments: [attachment(card)] };
  }

  /** The first card, in a thread of its own. */
  async function post(view: CardView, channel: TeamsChannel, failures: Error[]): Promise<void> {
    const to = addressOf(channel);
    if (to === null) return;
    const opened = await sender.open(
      {
        serviceUrl: to.serviceUrl,
        channelId: to.channelId,
        tenantId: channel.tenantId,
        bot: botOf(to),
        user: null,
        teamsChannelId: channel.channelId,
        activity: await cardFor(view, channel),
      },
      PATIENCE,
    );
    if (!opened.ok) return failed(opened.fault, channel, failures);
    const { address, id } = opened.value;
    await ticketCards.posted({
      ticketId: view.ticket.id,
      teamsChannelId: channel.id,
      activityId: id,
      conversationId: address.conversation.id === '' ? null : address.conversation.id,
      shownVersion: view.ticket.version,
      toldPosition: view.position,
      now: clock.now(),
    });
  }

  async function bringUpToDate(view: CardView, card: TicketCard, failures: Error[]): Promise<void> {
    const to = threadOf(card);
    if (to === null || card.activityId === null) return;
    const key = { ticketId: card.ticketId, teamsChannelId: card.channel.id };
    const updated = await sender.update(to, card.activityId, await cardFor(view, card.channel), PATIENCE);
    if (!updated.ok) {
      await failed(updated.fault, card.channel, failures);
      if (updated.fault.kind !== 'refused') return;
    }
    await ticketCards.advanced(key, { shownVersion: view.ticket.version }, clock.now());
    await tell(view, card, to, failures);
  }

  async function tell(view: CardView, card: TicketCard, to: Address, failures: Error[]): Promise<void> {
    const reader = await views.readerFor(view.ticket, card.channel.locale);
    const { events, lines } = await views.since(card.ticketId, card.toldPosition, reader);
    const last = events.at(-1);
    if (last === undefined) return;
    if (lines.length > 0) {
      const text = lines.map(({ line }) => line).join('\n\n');
      const sent = await sender.send(to, { type: 'message', text, textFormat: 'plain' }, PATIENCE);
      if (!sent.ok) {
        await failed(sent.fault, card.channel, failures);
        if (sent.fault.kind !== 'refused') return;
      }
    }
    const key = { ticketId: card.ticketId, teamsChannelId: card.channel.id };
    await ticketCards.advanced(key, { toldPosition: last.position }, clock.now());
  }

  async function deliverCard(ticketId: string, failures: Error[]): Promise<void> {
    const view = await views.find(ticketId);
    if (view === null) return;
    const { ticket } = view;
    const cards = await ticketCards.ofTicket(ticketId);
    for (const card of cards) {
      if (card.channel.dead === null && card.channel.deskId === ticket.deskId) {
        await bringUpToDate(view, card, failures);
      }
    }
    const target = await teamsChannels.forTicket(ticket.deskId, ticket.category);
    const has = cards.some(({ channel }) => channel.id === target?.id);
    if (target !== null && !has && isWorthACard(ticket)) await post(view, target, failures);
  }

  return async ({ payload }) => {
    const failures: Error[] = [];
    if (payload.kind === 'ticket-card') await deliverCard(payload.ticketId, failures);
    if (payload.kind === 'channel-message') {
      const to = addressIn(payload.to);
      if (to === null) throw new PermanentFailure('no-address');
      const sent = await sender.send(to, payload.activity as WireActivity, PATIENCE);
      if (!sent.ok) failures.push(failureOf(sent.fault));
    }
    const [failure] = failures;
    if (failure !== undefined) throw failure;
  };
}

const failureOf = (fault: SendFault): Error =>
  fault.kind === 'unreachable'
    ? new TemporaryFailure(fault.code, { retryAfterMs: fault.retryAfterMs })
    : new PermanentFailure(fault.code);

const isWorthACard = ({ status }: CardTicket): boolean => WORTH_A_CARD.includes(status);

const addressOf = ({ reference }: TeamsChannel): Address | null => addressIn(reference);

/** The thread under a card. */
function threadOf({ channel, conversationId }: TicketCard): Address | null {
  const to = addressOf(channel);
  if (to === null || conversationId === null) return null;
  return { ...to, conversation: { ...to.conversation, id: conversationId } };
}

const botOf = ({ bot }: Address): WireActivity =>
  typeof bot === 'object' && bot !== null && !Array.isArray(bot) ? (bot as WireActivity) : {};
