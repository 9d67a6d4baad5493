import type { DeskCounters, Group } from './desk-counts';
import { COUNT_LIMIT, type QueueCounts } from './types';

/** How many tickets each view has. Only what is still to be done is counted out. */
export async function countQueue(
  counters: DeskCounters,
  deskIds: readonly string[],
  advisorId: string,
  now: Date,
): Promise<QueueCounts> {
  const desks = await Promise.all(deskIds.map((deskId) => counters.of(deskId, now)));
  const groups = desks.flatMap((desk) => desk.groups);
  const sum = (those: (group: Group) => boolean): number =>
    groups.filter(those).reduce((total, { count }) => total + count, 0);
  return {
    mine: sum(({ assigneeId }) => assigneeId === advisorId),
    unassigned: sum(({ assigneeId }) => assigneeId === null),
    open: sum(({ status }) => status !== 'waiting'),
    overdue: desks.reduce((total, { overdue }) => total + overdue, 0),
    waiting: sum(({ status }) => status === 'waiting'),
    solved: Math.min(
      desks.reduce((total, { settled }) => total + settled, 0),
      COUNT_LIMIT,
    ),
    groups: openGroups(groups),
  };
}

function openGroups(groups: readonly Group[]): QueueCounts['groups'] {
  const open = new Map<string, QueueCounts['groups'][number]>();
  for (const { deskId, category, status, count } of groups) {
    if (status === 'waiting') continue;
    const key = `${deskId} ${category}`;
    open.set(key, { deskId, category, open: (open.get(key)?.open ?? 0) + count });
  }
  return [...open.values()];
}
