import type { TicketSummary } from '../../../bot/advisor-api/contract';
import type { BulkChange, BulkResult } from '../../../bot/advisor-api/contract-queue';
import type { Session } from '../context';
import { failureText } from '../parts/states';
import { ApiFailure, post } from './api';
import { isTicketList, paths } from './paths';

type Change =
  | { readonly action: 'assign'; readonly assigneeId: string | null }
  | { readonly action: 'status'; readonly status: 'solved' | 'closed' };

/** What became of a change of many tickets: what failed is told by its reference. */
export interface BulkOutcome {
  readonly done: number;
  readonly failed: readonly { readonly what: string; readonly why: string }[];
}

/**
 * Changes the tickets, each against the version that is shown. Giving them to somebody can be taken back, each to whom it was before.
 *
 * @returns null when nothing could be sent; the advisor has been told.
 */
export async function bulkChange(
  session: Session,
  tickets: readonly TicketSummary[],
  change: Change,
): Promise<BulkOutcome | null> {
  const result = await send(session, tickets, change);
  if (result === null) return null;
  const before = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  if (result.done.length > 0) {
    session.notify({
      text: doneText(session, change, result.done.length),
      undo: change.action === 'assign' ? () => void giveBack(session, result.done, before) : undefined,
    });
  }
  return {
    done: result.done.length,
    failed: result.failed.map(({ id, error }) => ({
      what: `${before.get(id)?.reference ?? id} · ${before.get(id)?.subject ?? ''}`,
      why: error.message,
    })),
  };
}

function doneText({ strings }: Session, change: Change, count: number): string {
  const { select } = strings.queue;
  if (change.action === 'status')
    return change.status === 'solved' ? select.solved(count) : select.closed(count);
  return change.assigneeId === null ? select.unassigned(count) : select.assigned(count);
}

/** One call for each advisor who had some of them. */
async function giveBack(
  session: Session,
  changed: readonly TicketSummary[],
  before: ReadonlyMap<string, TicketSummary>,
): Promise<void> {
  const owners = new Map<string | null, TicketSummary[]>();
  for (const ticket of changed) {
    const owner = before.get(ticket.id)?.assignee?.id ?? null;
    if (owner !== (ticket.assignee?.id ?? null)) owners.set(owner, [...(owners.get(owner) ?? []), ticket]);
  }
  for (const [assigneeId, tickets] of owners) await send(session, tickets, { action: 'assign', assigneeId });
}

async function send(
  { resources, notify, strings }: Session,
  tickets: readonly TicketSummary[],
  change: Change,
): Promise<BulkResult | null> {
  const targets = tickets.map(({ id, version }) => ({ id, version }));
  const body: BulkChange = { ...change, tickets: targets };
  try {
    return await post<BulkResult>(paths.bulk, body);
  } catch (error) {
    const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
    notify({ text: failureText(strings, failure), tone: 'failure' });
    return null;
  } finally {
    resources.refresh(isTicketList);
  }
}
