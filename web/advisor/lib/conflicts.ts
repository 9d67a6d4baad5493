import type { TicketDetail, TicketSummary } from '../../../bot/advisor-api/contract';
import { ApiFailure } from './api';

/** What of a ticket two advisors can change at once. */
export const CONFLICT_FIELDS = ['assignee', 'status', 'priority', 'topic'] as const;
export type ConflictField = (typeof CONFLICT_FIELDS)[number];

/** A change that came too late: what she wanted, from what she saw, and what the ticket is now. Nothing was written. */
export interface Conflict {
  readonly seen: TicketSummary;
  readonly current: TicketSummary;
  readonly wanted: { readonly field: ConflictField; readonly value: string };
  /** Makes the change after all, on the ticket as it is now. */
  keepMine(): void;
}

/** What an advisor wanted, as she is asked about it when somebody was faster, and how it is done after all. */
export interface Wish {
  readonly field: ConflictField;
  readonly value: string;
  again(current: TicketSummary): void;
}

/** The question to ask when a change of a ticket failed because it came too late; null: it failed for another reason. */
export function conflictOf(error: unknown, seen: TicketSummary, wish: Wish): Conflict | null {
  if (!(error instanceof ApiFailure) || error.code !== 'conflict' || error.current === null) return null;
  const { current } = error;
  return {
    seen,
    current,
    wanted: { field: wish.field, value: wish.value },
    keepMine: () => wish.again(current),
  };
}

/** One line of the comparison. */
export interface ConflictLine {
  readonly field: ConflictField;
  /** null: not what she wanted to change. */
  readonly mine: string | null;
  readonly now: string;
  /** Who made it what it is now, and when; null where the history does not say, or nothing changed. */
  readonly by: { readonly actor: string; readonly at: string } | null;
}

/** What of a ticket reads how, in the advisor's language. */
export type ReadField = (ticket: TicketSummary, field: ConflictField) => string;

/** Her wish beside what others have changed since she looked, her own field first. */
export function compare(
  { seen, current, wanted }: Conflict,
  read: ReadField,
  events: TicketDetail['events'],
): readonly ConflictLine[] {
  const changed = CONFLICT_FIELDS.filter(
    (field) => field !== wanted.field && read(seen, field) !== read(current, field),
  );
  return [wanted.field, ...changed].map((field) => ({
    field,
    mine: field === wanted.field ? wanted.value : null,
    now: read(current, field),
    by: read(seen, field) === read(current, field) ? null : lastChange(events, field),
  }));
}

const KINDS: Readonly<Record<ConflictField, readonly string[]>> = {
  assignee: ['assigned', 'released'],
  status: ['status-changed'],
  priority: ['priority-changed'],
  topic: ['category-changed'],
};

function lastChange(events: TicketDetail['events'], field: ConflictField): ConflictLine['by'] {
  const last = events.findLast(({ kind }) => KINDS[field].includes(kind));
  return last === undefined ? null : { actor: last.actor, at: last.at };
}
