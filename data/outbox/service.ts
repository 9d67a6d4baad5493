import { outboxMessageUnknown } from '../errors';
import { inTransaction, type Database, type Transaction } from '../prisma/database';
import type { OutboxMessage as OutboxRow, Prisma } from '../prisma/generated/client';
import { afterFailure, CLAIM_MS } from './backoff';
import { enqueue, mailKey } from './enqueue';
import type { OutboxMessage, OutboxPayload, OutboxService } from './types';

/** Messages that still hold their place in the order of their key. */
const UNSENT = { in: ['pending', 'sending'] };

/** How many keys are looked up in one query. */
const CHUNK = 500;

/** The outbox on the database: what was written beside the business rows, handed to the worker in order. */
export function createOutboxService(db: Database): OutboxService {
  return {
    async claim(now, limit, kinds) {
      const asked = { status: UNSENT, ...(kinds === undefined ? {} : { kind: { in: [...kinds] } }) };
      // An idle worker asks often: looking first, it takes no write lock for nothing.
      const due = { ...asked, nextAttemptAt: { lte: now } };
      const some = await db.outboxMessage.findFirst({ where: due, select: { position: true } });
      return some ? inTransaction(db, (tx) => claim(tx, asked, now, limit)) : [];
    },

    add: (messages, now) =>
      inTransaction(db, async (tx) => {
        for (const { payload, dedupeKey, notBefore } of messages)
          await enqueue(tx, payload, dedupeKey, now, notBefore);
      }),

    backlog: () => db.outboxMessage.count({ where: { status: UNSENT } }),

    async refusedMails(appointmentIds) {
      const ids = new Map(appointmentIds.map((id) => [mailKey(id, null), id]));
      const rows = await db.outboxMessage.findMany({
        where: { status: 'dead', orderingKey: { in: [...ids.keys()] } },
        select: { orderingKey: true },
      });
      return new Set(rows.flatMap(({ orderingKey }) => ids.get(orderingKey) ?? []));
    },

    async dead() {
      const groups = await db.outboxMessage.groupBy({
        by: ['kind', 'lastError'],
        where: { status: 'dead' },
        _count: true,
        orderBy: [{ kind: 'asc' }, { lastError: 'asc' }],
      });
      return groups.map(({ kind, lastError, _count }) => ({
        kind: kind as OutboxPayload['kind'],
        reason: lastError ?? '',
        count: _count,
      }));
    },

    async markSent(id, now) {
      const { count } = await db.outboxMessage.updateMany({
        where: { id },
        data: { status: 'sent', sentAt: now, lastError: null },
      });
      if (count === 0) throw outboxMessageUnknown(id);
    },

    async markFailed(id, reason, now, more = {}) {
      await inTransaction(db, async (tx) => {
        const message = await tx.outboxMessage.findUnique({ where: { id } });
        if (!message) throw outboxMessageUnknown(id);
        if (message.status === 'sent') return;
        const next = more.final ? ({ dead: true } as const) : afterFailure(message.attempts, now);
        await tx.outboxMessage.update({
          where: { id },
          data: next.dead
            ? { status: 'dead', lastError: reason }
            : {
                status: 'pending',
                nextAttemptAt: later(next.nextAt, more.notBefore),
                lastError: reason,
              },
        });
      });
    },
  };
}

const later = (one: Date, other: Date | undefined): Date =>
  other !== undefined && other > one ? other : one;

/** The first unsent message of each key, where it is due. A message whose worker died is due again when its claim runs out. */
async function claim(
  tx: Transaction,
  asked: Prisma.OutboxMessageWhereInput,
  now: Date,
  limit: number,
): Promise<readonly OutboxMessage[]> {
  const heads = await tx.outboxMessage.groupBy({
    by: ['orderingKey'],
    where: asked,
    _min: { position: true },
  });
  const positions = heads.flatMap((head) => head._min.position ?? []).sort((a, b) => a - b);
  const due: OutboxRow[] = [];
  for (let from = 0; from < positions.length && due.length < limit; from += CHUNK) {
    due.push(
      ...(await tx.outboxMessage.findMany({
        where: { position: { in: positions.slice(from, from + CHUNK) }, nextAttemptAt: { lte: now } },
        orderBy: { position: 'asc' },
        take: limit - due.length,
      })),
    );
  }
  await tx.outboxMessage.updateMany({
    where: { position: { in: due.map((row) => row.position) } },
    data: {
      status: 'sending',
      attempts: { increment: 1 },
      nextAttemptAt: new Date(now.getTime() + CLAIM_MS),
    },
  });
  return due.map((row) => ({
    id: row.id,
    orderingKey: row.orderingKey,
    payload: row.payload as unknown as OutboxPayload,
    attempts: row.attempts + 1,
  }));
}
