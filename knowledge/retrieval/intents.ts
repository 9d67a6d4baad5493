import type { Decision, RankedTopic } from '../types';
import { SERVICE_LABELS } from '../types';
import { clausesOf } from '../text/clauses';

/** A clause counts as a request of its own from this confidence on. */
const CLAUSE_CONFIDENCE = 0.6;

/**
 * Every topic that a message asks for, the whole message's first topic first. A story in several sentences asks one thing: a clause counts
 * only when it is clear by itself.
 *
 * @param route judges a text by itself.
 */
export function intentsOf(
  text: string,
  whole: { readonly decision: Decision; readonly topics: readonly RankedTopic[] },
  route: (text: string) => { readonly decision: Decision; readonly topics: readonly RankedTopic[] },
): readonly string[] {
  const service = new Set<string>(SERVICE_LABELS);
  const found: string[] = [];
  const clauses = clausesOf(text);
  if (clauses.length > 1) {
    for (const clause of clauses) {
      const { decision, topics } = route(clause);
      const [first] = topics;
      if (decision !== 'answer' || !first || first.confidence < CLAUSE_CONFIDENCE) continue;
      if (!service.has(first.id) && !found.includes(first.id)) found.push(first.id);
    }
  }
  const [first] = whole.topics;
  if (whole.decision !== 'reject' && first && found.length < 2) {
    if (service.has(first.id)) return found.length > 0 ? found : [first.id];
    return whole.decision === 'answer' || found.length === 0 ? [first.id] : found;
  }
  return found;
}
