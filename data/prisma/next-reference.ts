import { formatReference, referenceScope, type ReferencePrefix } from '../tickets/reference';
import type { Transaction } from './database';

/** The next reference of a kind, unique because its counter moves in the transaction that uses it. */
export async function nextReference(tx: Transaction, prefix: ReferencePrefix, now: Date): Promise<string> {
  const scope = referenceScope(prefix, now);
  const counter = await tx.referenceCounter.upsert({
    where: { scope },
    create: { scope, last: 1 },
    update: { last: { increment: 1 } },
  });
  return formatReference(scope, counter.last);
}
