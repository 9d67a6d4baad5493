import type { OutboxPayload } from '../../data/outbox/types';

export type OutboxKind = OutboxPayload['kind'];

/** Lanes out of the house: what is said in a chat never waits for somebody else's mail or meeting server, nor for the advisors' channels. */
type Lane = 'chat' | 'outside' | 'cards';

const LANES: Readonly<Record<OutboxKind, Lane>> = {
  'conversation-message': 'chat',
  'conversation-hold': 'chat',
  notice: 'chat',
  'ticket-changed': 'chat',
  'ticket-mail': 'outside',
  'advisor-digest': 'outside',
  'ticket-card': 'cards',
  'channel-message': 'cards',
  'channel-dead': 'outside',
  'coupon-entered': 'chat',
  'appointment-changed': 'outside',
  'appointment-letter': 'outside',
  'appointment-mail': 'outside',
  'appointment-meeting': 'outside',
  'meeting-close': 'outside',
};

/** The kinds of message that go in a lane. */
export const kindsOf = (lane: Lane): readonly OutboxKind[] =>
  (Object.keys(LANES) as OutboxKind[]).filter((kind) => LANES[kind] === lane);
