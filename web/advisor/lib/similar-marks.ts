import type { TicketSummary } from '../../../bot/advisor-api/contract';
import { isOngoing } from './ticket-status';

/** How long a count is believed while its ticket stays as it is, in milliseconds. */
const BELIEVED_MS = 60_000;
/** Tickets asked about at once, at most: as many as the server answers. */
const MOST_ASKED = 50;

type Row = Pick<TicketSummary, 'id' | 'version' | 'desk' | 'topicId' | 'status'>;

/** With how many others each row could be answered. Rows that stand alone are not in it. */
export type SimilarCounts = ReadonlyMap<string, number>;

/**
 * The marks of the rows in sight. A ticket is asked about once, and again with the others in sight on its topic when one of them is new or
 * has changed, or after a minute: the list may be read again many times in between.
 */
export class SimilarMarks {
  private counts: SimilarCounts = new Map();
  private readonly asked = new Map<string, { readonly version: number; readonly at: number }>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly read: (ids: readonly string[]) => Promise<Readonly<Record<string, number>>>) {}

  /** For useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): SimilarCounts => this.counts;

  /** Says which rows are in sight. A server that cannot tell leaves them as they were, without a word: the marks are a help, no more. */
  async show(rows: readonly Row[], now: Date): Promise<void> {
    const ongoing = rows.filter(({ status }) => isOngoing(status));
    const topics = new Set(ongoing.filter((row) => this.isStale(row, now)).map(topicOf));
    const asked = ongoing.filter((row) => topics.has(topicOf(row))).slice(0, MOST_ASKED);
    if (asked.length === 0) return;
    for (const { id, version } of asked) this.asked.set(id, { version, at: now.getTime() });
    const counts = await this.read(asked.map(({ id }) => id)).catch(() => null);
    if (counts === null) return;
    const others = [...this.counts].filter(([id]) => !asked.some((row) => row.id === id));
    this.counts = new Map([...others, ...Object.entries(counts)]);
    for (const listener of this.listeners) listener();
  }

  private isStale({ id, version }: Row, now: Date): boolean {
    const before = this.asked.get(id);
    return before?.version !== version || now.getTime() - before.at >= BELIEVED_MS;
  }
}

const topicOf = ({ desk, topicId }: Row): string => `${desk} ${topicId}`;
