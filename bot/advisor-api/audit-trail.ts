import type { AuditService, NewAuditEntry } from '../../data/audit/types';
import { errorFields, type Log } from '../log';

/** An open screen reads a ticket again at each change: one line a quarter of an hour says that she looked. Milliseconds. */
const READ_AGAIN_MS = 15 * 60_000;
/** Reads that are remembered at most; the oldest is forgotten first, and written once more than needed. */
const MOST_REMEMBERED = 10_000;

/** Writes the audit log. A log that cannot be written is an alarm, but no reason to lose the answer of what was done. */
export class AuditTrail {
  private readonly reads = new Map<string, number>();

  constructor(
    private readonly audit: AuditService,
    private readonly log: Log,
  ) {}

  async note(entry: NewAuditEntry): Promise<void> {
    if (this.isReadAgain(entry)) return;
    try {
      await this.audit.record(entry);
    } catch (error) {
      this.log.error({ ...errorFields(error), action: entry.action }, 'audit-not-written');
    }
  }

  private isReadAgain({ action, actor, entityId, at }: NewAuditEntry): boolean {
    if (!action.endsWith('.read') || entityId === null) return false;
    const key = JSON.stringify([actor.id, action, entityId]);
    const before = this.reads.get(key);
    if (before !== undefined && at.getTime() - before < READ_AGAIN_MS) return true;
    this.reads.delete(key);
    this.reads.set(key, at.getTime());
    const [oldest] = this.reads.keys();
    if (this.reads.size > MOST_REMEMBERED && oldest !== undefined) this.reads.delete(oldest);
    return false;
  }
}
