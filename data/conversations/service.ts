import { activityUnknown, conversationUnknown } from '../errors';
import { recordRouted } from '../insights/record';
import { inTransaction, toJson, toNullableJson, type Database, type Transaction } from '../prisma/database';
import type { ChangeFeed } from '../services';
import { toActivity, toConversation } from './rows';
import type { Conversation, ConversationService, OutgoingActivity, StoredActivity } from './types';

type Open = Parameters<ConversationService['open']>[0];
type Receive = Parameters<ConversationService['receive']>[0];
type Welcome = Parameters<ConversationService['welcome']>[0];
type Leave = Parameters<ConversationService['leave']>[0];
type CommitTurn = Parameters<ConversationService['commitTurn']>[0];

/** Conversations and their activities. Sequences have no gaps: a number is taken in the transaction that stores its activity. */
export function createConversationService(db: Database, feed: ChangeFeed): ConversationService {
  const announce = (activities: readonly StoredActivity[]): void => {
    for (const { conversationId, sequence, delivery } of activities) {
      feed.publish({
        kind: 'activity',
        conversationId,
        sequence,
        ...(delivery === 'owed' && { toSend: true }),
      });
    }
  };

  return {
    open: (command) => open(db, command),
    async find(id) {
      const row = await db.conversation.findUnique({ where: { id } });
      return row && toConversation(row);
    },
    async receive(command) {
      const received = await inTransaction(db, (tx) => receive(tx, command));
      if (!received.duplicate) announce([received.activity]);
      return received;
    },
    async welcome(command) {
      const arrival = await inTransaction(db, (tx) => welcome(tx, command));
      if (arrival !== null) announce([arrival]);
      return arrival;
    },
    leave: (command) => inTransaction(db, (tx) => leave(tx, command)),
    async commitTurn(command) {
      const { replies, fresh } = await inTransaction(db, (tx) => commitTurn(tx, command));
      if (fresh) announce(replies);
      return replies;
    },
    async append({ conversationId, activity, state, now }) {
      const { stored, fresh } = await inTransaction(db, async (tx) => {
        const known = await findActivity(tx, conversationId, activity.activityId);
        if (known) return { stored: known, fresh: false };
        const [stored] = await store(tx, conversationId, [outgoing(activity, now)]);
        if (state !== undefined) {
          await tx.conversation.update({
            where: { id: conversationId },
            data: { state: toNullableJson(state) },
          });
        }
        return { stored: stored as StoredActivity, fresh: true };
      });
      if (fresh) announce([stored]);
      return stored;
    },
    async since(conversationId, watermark, limit) {
      const rows = await db.conversationActivity.findMany({
        where: { conversationId, sequence: { gt: watermark } },
        orderBy: { sequence: 'asc' },
        ...(limit !== undefined && { take: limit }),
      });
      return rows.map(toActivity);
    },
    async owedTurns() {
      const rows = await db.conversationActivity.findMany({
        where: { direction: 'in', processedAt: null },
        orderBy: [{ at: 'asc' }, { conversationId: 'asc' }, { sequence: 'asc' }],
      });
      return rows.map(toActivity);
    },
    async ofPerson(personId) {
      const rows = await db.conversation.findMany({
        where: { personId },
        orderBy: [{ lastTurnAt: 'desc' }, { createdAt: 'desc' }],
      });
      return rows.map(toConversation);
    },
    async personalOf(channel, userId) {
      const row = await db.conversation.findFirst({
        where: { channel, userId, scope: 'personal' },
        orderBy: { lastTurnAt: 'desc' },
      });
      return row && toConversation(row);
    },
    async recordFeedback({ conversationId, topicId, branchId, helpful, now }) {
      // One vote a conversation and answer, the last one counts: a turn handled again after a crash votes once.
      const id = JSON.stringify([conversationId, topicId, branchId]);
      await db.answerFeedback.upsert({
        where: { id },
        create: { id, conversationId, topicId, branchId, helpful, at: now },
        update: { helpful, at: now },
      });
    },
  };
}

async function open(db: Database, command: Open): Promise<Conversation> {
  const row = await db.conversation.upsert({
    where: { id: command.id },
    create: {
      id: command.id,
      channel: command.channel,
      deskId: command.deskId,
      userId: command.userId,
      personId: command.personId,
      locale: command.locale,
      state: toNullableJson(null),
      reference: toNullableJson(command.reference),
      scope: command.scope ?? null,
      deskPending: command.deskPending ?? false,
      nextSequence: 1,
      createdAt: command.now,
      lastTurnAt: command.now,
    },
    update: {
      ...(command.personId !== null && { personId: command.personId }),
      ...(command.reference !== undefined && { reference: toNullableJson(command.reference) }),
      ...(command.scope !== undefined && { scope: command.scope }),
    },
  });
  if (row.deadAt !== null) await revive(db, row.id, row.deadReason);
  if (!row.deskPending || command.deskPending === true) return toConversation(row);
  const { deskId } = command;
  return toConversation(
    await db.conversation.update({ where: { id: row.id }, data: { deskId, deskPending: false } }),
  );
}

/** Whoever is heard from can be written to again; what an advisor wrote to her meanwhile is sent now. */
async function revive(db: Database, conversationId: string, deadReason: string | null): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.conversation.update({ where: { id: conversationId }, data: { deadAt: null, deadReason: null } });
    await tx.conversationActivity.updateMany({
      where: { conversationId, author: 'advisor', delivery: 'given-up', deliveryFault: deadReason },
      data: { delivery: 'owed', deliveryFault: null },
    });
  });
}

async function receive(
  tx: Transaction,
  command: Receive,
): Promise<{ activity: StoredActivity; duplicate: boolean }> {
  const known = await findActivity(tx, command.conversationId, command.activityId);
  if (known) return { activity: known, duplicate: true };
  const [activity] = await store(tx, command.conversationId, [
    {
      activityId: command.activityId,
      direction: 'in',
      author: 'tutor',
      payload: command.payload,
      text: command.text,
      at: command.now,
      processedAt: command.owesTurn ? null : command.now,
      inReplyTo: null,
    },
  ]);
  return { activity: activity as StoredActivity, duplicate: false };
}

/** The mark and the arrival in one transaction: nobody is welcomed twice, and nobody is marked as welcomed without being. */
async function welcome(
  tx: Transaction,
  { conversationId, activityId, payload, now }: Welcome,
): Promise<StoredActivity | null> {
  const [marked] = await tx.conversation.updateManyAndReturn({
    where: { id: conversationId, welcomedAt: null },
    data: { welcomedAt: now },
    select: { nextSequence: true },
  });
  if (marked === undefined) return null;
  const before = await findActivity(tx, conversationId, activityId);
  const own = before === null ? activityId : `${activityId}.again-${marked.nextSequence}`;
  const arrival = { conversationId, activityId: own, payload, text: '', owesTurn: true, now };
  const { activity, duplicate } = await receive(tx, arrival);
  return duplicate ? null : activity;
}

async function leave(
  tx: Transaction,
  { conversationId, activityId, payload, now }: Leave,
): Promise<{ duplicate: boolean }> {
  const { duplicate } = await receive(tx, {
    conversationId,
    activityId,
    payload,
    text: '',
    owesTurn: false,
    now,
  });
  if (!duplicate) {
    await tx.conversation.update({ where: { id: conversationId }, data: { welcomedAt: null } });
  }
  return { duplicate };
}

async function commitTurn(
  tx: Transaction,
  command: CommitTurn,
): Promise<{ replies: readonly StoredActivity[]; fresh: boolean }> {
  const { conversationId, inboundActivityId, now } = command;
  const inbound = await findActivity(tx, conversationId, inboundActivityId);
  if (!inbound) throw activityUnknown(conversationId, inboundActivityId);
  if (inbound.processedAt !== null) {
    const rows = await tx.conversationActivity.findMany({
      where: { conversationId, inReplyTo: inboundActivityId },
      orderBy: { sequence: 'asc' },
    });
    return { replies: rows.map(toActivity), fresh: false };
  }
  const replies = await store(
    tx,
    conversationId,
    command.replies.map((reply) => outgoing(reply, now, inboundActivityId)),
    command.inResponse,
  );
  await tx.conversationActivity.update({
    where: { conversationId_sequence: { conversationId, sequence: inbound.sequence } },
    data: { processedAt: now },
  });
  await tx.conversation.update({
    where: { id: conversationId },
    data: { state: toNullableJson(command.state), locale: command.locale, lastTurnAt: now },
  });
  if (command.routed) {
    await recordRouted(tx, { conversationId, activityId: inboundActivityId }, command.routed, now);
  }
  return { replies, fresh: true };
}

type NewActivity = Omit<StoredActivity, 'conversationId' | 'sequence'> & {
  readonly inReplyTo: string | null;
};

const outgoing = (activity: OutgoingActivity, now: Date, inReplyTo: string | null = null): NewActivity => ({
  activityId: activity.activityId,
  direction: 'out',
  author: activity.author,
  payload: activity.payload,
  text: activity.text,
  at: now,
  processedAt: null,
  inReplyTo,
});

async function findActivity(
  tx: Transaction,
  conversationId: string,
  activityId: string,
): Promise<StoredActivity | null> {
  const row = await tx.conversationActivity.findUnique({
    where: { conversationId_activityId: { conversationId, activityId } },
  });
  return row && toActivity(row);
}

/**
 * Takes the next numbers and stores the activities under them. On a channel that is sent to, what goes out is owed from then on, unless
 * it goes out in the answer to the request that brought the message.
 */
async function store(
  tx: Transaction,
  conversationId: string,
  activities: readonly NewActivity[],
  inResponse: boolean | 'first' = false,
): Promise<readonly StoredActivity[]> {
  if (activities.length === 0) return [];
  const taken = await tx.conversation.updateManyAndReturn({
    where: { id: conversationId },
    data: { nextSequence: { increment: activities.length } },
    select: { nextSequence: true, channel: true },
  });
  const [conversation] = taken;
  if (conversation === undefined) throw conversationUnknown(conversationId);
  const { nextSequence: next, channel } = conversation;
  const sentTo = (index: number): boolean =>
    channel !== 'webchat' && (inResponse === 'first' ? index > 0 : !inResponse);
  const rows = activities.map((activity, index) => ({
    ...activity,
    ...(sentTo(index) && activity.direction === 'out' && { delivery: 'owed' as const }),
    conversationId,
    sequence: next - activities.length + index,
  }));
  await tx.conversationActivity.createMany({
    data: rows.map((row) => ({ ...row, payload: toJson(row.payload) })),
  });
  return rows.map(({ inReplyTo: _, ...stored }) => stored);
}
