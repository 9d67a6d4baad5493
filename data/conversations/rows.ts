import { DESK_IDS } from '../desks/types';
import { oneOf } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import type { Conversation, JsonValue, StoredActivity } from './types';

const CHANNELS = ['webchat', 'teams', 'other'] as const;
const SCOPES = ['personal', 'group', 'channel'] as const;
const LOCALES = ['fr', 'en'] as const;
const DIRECTIONS = ['in', 'out'] as const;
const DELIVERIES = ['owed', 'sent', 'given-up'] as const;
const AUTHORS = ['tutor', 'assistant', 'advisor', 'system'] as const;

export const toConversation = (row: Prisma.ConversationModel): Conversation => ({
  id: row.id,
  channel: oneOf(CHANNELS, row.channel, 'Conversation.channel'),
  deskId: oneOf(DESK_IDS, row.deskId, 'Conversation.deskId'),
  userId: row.userId,
  personId: row.personId,
  locale: oneOf(LOCALES, row.locale, 'Conversation.locale'),
  state: row.state as JsonValue,
  reference: row.reference as JsonValue,
  lastTurnAt: row.lastTurnAt,
  heldById: row.heldById,
  scope: row.scope === null ? null : oneOf(SCOPES, row.scope, 'Conversation.scope'),
  deskPending: row.deskPending,
});

export const toActivity = (row: Prisma.ConversationActivityModel): StoredActivity => ({
  conversationId: row.conversationId,
  sequence: row.sequence,
  activityId: row.activityId,
  direction: oneOf(DIRECTIONS, row.direction, 'ConversationActivity.direction'),
  author: oneOf(AUTHORS, row.author, 'ConversationActivity.author'),
  payload: row.payload as JsonValue,
  text: row.text,
  at: row.at,
  processedAt: row.processedAt,
  ...(row.delivery !== null && {
    delivery: oneOf(DELIVERIES, row.delivery, 'ConversationActivity.delivery'),
  }),
});
