import { randomUUID } from 'node:crypto';
import { DESK_IDS } from '../desks/types';
import { inTransaction, oneOf, type Database, type Transaction } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { ok, refused } from '../result';
import { fieldsIn } from './fields';
import type { CannedReply, ReplyFault, ReplyService } from './types';

/** The replies that desks use again. */
export function createReplyService(db: Database): ReplyService {
  return {
    async list(deskIds, { archived = false } = {}) {
      const rows = await db.cannedReply.findMany({
        where: { deskId: { in: [...deskIds] }, ...(!archived && { archivedAt: null }) },
      });
      return rows
        .map(toReply)
        .sort((one, other) => one.title.localeCompare(other.title, 'fr') || (one.id < other.id ? -1 : 1));
    },
    async find(id) {
      const row = await db.cannedReply.findUnique({ where: { id } });
      return row && toReply(row);
    },
    create: (command) =>
      inTransaction(db, async (tx) => {
        const { deskId, title, text, category, advisorId, now } = command;
        const fault = await contentFault(tx, { id: null, deskId, title, text });
        if (fault !== null) return refused(fault);
        const row = await tx.cannedReply.create({
          data: {
            id: randomUUID(),
            deskId,
            title,
            text,
            category,
            version: 1,
            updatedById: advisorId,
            updatedAt: now,
          },
        });
        return ok(toReply(row));
      }),
    edit: (command) =>
      inTransaction(db, async (tx) => {
        const { id, title, text, category } = command;
        const found = await tx.cannedReply.findUnique({ where: { id } });
        if (!found) return refused({ code: 'not-found' });
        const same = found.title === title && found.text === text && found.category === category;
        if (same) return ok(toReply(found));
        if (found.version !== command.expectedVersion)
          return refused({ code: 'conflict', current: toReply(found) });
        const fault = await contentFault(tx, { id, deskId: found.deskId, title, text });
        if (fault !== null) return refused(fault);
        return ok(await update(tx, command, { title, text, category }));
      }),
    archive: (command) =>
      inTransaction(db, async (tx) => {
        const found = await tx.cannedReply.findUnique({ where: { id: command.id } });
        if (!found) return refused({ code: 'not-found' });
        if ((found.archivedAt !== null) === command.archived) return ok(toReply(found));
        if (!command.archived && (await titleTaken(tx, found))) return refused({ code: 'title-taken' });
        return ok(await update(tx, command, { archivedAt: command.archived ? command.now : null }));
      }),
  };
}

async function update(
  tx: Transaction,
  command: { readonly id: string; readonly advisorId: string; readonly now: Date },
  data: Prisma.CannedReplyUpdateInput,
): Promise<CannedReply> {
  const row = await tx.cannedReply.update({
    where: { id: command.id },
    data: {
      ...data,
      version: { increment: 1 },
      updatedById: command.advisorId,
      updatedAt: command.now,
    },
  });
  return toReply(row);
}

async function contentFault(
  tx: Transaction,
  reply: {
    readonly id: string | null;
    readonly deskId: string;
    readonly title: string;
    readonly text: string;
  },
): Promise<ReplyFault | null> {
  const fields = fieldsIn(reply.text)
    .filter(({ known }) => !known)
    .map(({ name }) => name);
  if (fields.length > 0) return { code: 'unknown-fields', fields };
  return (await titleTaken(tx, reply)) ? { code: 'title-taken' } : null;
}

/** Titles are how replies are found: of those in use on a desk no two are alike, whatever their case. */
async function titleTaken(
  tx: Transaction,
  reply: { readonly id: string | null; readonly deskId: string; readonly title: string },
): Promise<boolean> {
  const others = await tx.cannedReply.findMany({
    where: { deskId: reply.deskId, archivedAt: null },
    select: { id: true, title: true },
  });
  const title = reply.title.toLocaleLowerCase('fr');
  return others.some((other) => other.id !== reply.id && other.title.toLocaleLowerCase('fr') === title);
}

const toReply = (row: Prisma.CannedReplyModel): CannedReply => ({
  ...row,
  deskId: oneOf(DESK_IDS, row.deskId, 'CannedReply.deskId'),
});
