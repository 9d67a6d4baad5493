import { randomUUID } from 'node:crypto';
import { inTransaction, type Database, type Transaction } from '../prisma/database';
import { ok, refused } from '../result';
import { MOST_SAVED_VIEWS, type SavedView, type SavedViewService } from './types';

/** Saved views: each command is one transaction on one advisor's own. */
export function createSavedViewService(db: Database): SavedViewService {
  return {
    of: (advisorId) => list(db, advisorId),
    add: (command) =>
      inTransaction(db, async (tx) => {
        const views = await list(tx, command.advisorId);
        if (views.length >= MOST_SAVED_VIEWS) return refused({ code: 'too-many-views' });
        if (nameTaken(views, command.name)) return refused({ code: 'view-name-taken' });
        const { id, name, query } = await tx.savedView.create({
          data: {
            id: randomUUID(),
            advisorId: command.advisorId,
            name: command.name,
            query: command.query,
            position: views.length,
            createdAt: command.now,
          },
        });
        const ids = views.map((view) => view.id);
        ids.splice(command.position ?? ids.length, 0, id);
        await arrange(tx, ids);
        return ok({ id, name, query });
      }),
    change: ({ advisorId, id, name, query }) =>
      inTransaction(db, async (tx) => {
        const views = await list(tx, advisorId);
        const view = views.find((each) => each.id === id);
        if (view === undefined) return refused({ code: 'not-found' });
        const others = views.filter((each) => each.id !== id);
        if (name !== undefined && nameTaken(others, name)) return refused({ code: 'view-name-taken' });
        const changed = { id, name: name ?? view.name, query: query ?? view.query };
        await tx.savedView.update({ where: { id }, data: { name: changed.name, query: changed.query } });
        return ok(changed);
      }),
    remove: (advisorId, id) =>
      inTransaction(db, async (tx) => {
        const views = await list(tx, advisorId);
        const view = views.find((each) => each.id === id);
        if (view === undefined) return refused({ code: 'not-found' });
        await tx.savedView.delete({ where: { id } });
        return ok(view);
      }),
    order: (advisorId, ids) =>
      inTransaction(db, async (tx) => {
        const views = await list(tx, advisorId);
        const known = new Map(views.map((view) => [view.id, view]));
        const order = [...new Set([...ids.filter((id) => known.has(id)), ...known.keys()])];
        await arrange(tx, order);
        return order.flatMap((id) => known.get(id) ?? []);
      }),
  };
}

async function list(db: Database | Transaction, advisorId: string): Promise<readonly SavedView[]> {
  const rows = await db.savedView.findMany({
    where: { advisorId },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, query }) => ({ id, name, query }));
}

async function arrange(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx.savedView.update({ where: { id }, data: { position } });
  }
}

/** Names that differ in their case only would look like one. */
const nameTaken = (views: readonly SavedView[], name: string): boolean =>
  views.some((view) => view.name.toLocaleLowerCase('fr') === name.toLocaleLowerCase('fr'));
