import type { DeskId } from '../desks/types';
import type { Database, Transaction } from '../prisma/database';
import { readSetting } from '../settings/service';
import type { Setting } from '../settings/types';
import { TICKET_PRIORITIES, type TicketPriority } from '../tickets/types';
import { DEFAULT_TARGETS, SLA_CLOCKS, type SlaClock, type SlaTargets } from './targets';

/** The name under which a desk's targets are set. */
export const SLA_TARGETS_KEY = 'sla-targets';

/** The targets of a desk: those that were set for it, else those of a new installation. */
export const targetsOf = (tx: Database | Transaction, deskId: DeskId): Promise<Setting<SlaTargets>> =>
  readSetting(tx, deskId, SLA_TARGETS_KEY, DEFAULT_TARGETS);

/** What is wrong with a target, and where. */
export interface TargetFault {
  readonly code: 'not-positive' | 'resolution-before-reply' | 'longer-than-less-urgent';
  readonly priority: TicketPriority;
  readonly clock: SlaClock;
}

/** From the most urgent priority to the least. */
const BY_URGENCY: readonly TicketPriority[] = TICKET_PRIORITIES.toReversed();

/**
 * What is wrong with targets: each is whole minutes above none, nothing is to be solved before it is answered, and what is more urgent
 * never has more time. Empty: nothing.
 */
export function targetFaults(targets: SlaTargets): readonly TargetFault[] {
  return BY_URGENCY.flatMap((priority, index) => {
    const lessUrgent = BY_URGENCY[index + 1];
    return SLA_CLOCKS.flatMap((clock): readonly TargetFault[] => {
      const minutes = targets[priority][clock];
      if (!Number.isInteger(minutes) || minutes <= 0) return [{ code: 'not-positive', priority, clock }];
      if (clock === 'resolution' && minutes < targets[priority]['first-reply'])
        return [{ code: 'resolution-before-reply', priority, clock }];
      if (lessUrgent !== undefined && minutes > targets[lessUrgent][clock])
        return [{ code: 'longer-than-less-urgent', priority, clock }];
      return [];
    });
  });
}
