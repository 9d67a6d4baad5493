import type { RankedTopic } from '../types';
import { SERVICE_LABELS } from '../types';
import type { Clause } from '../text/clauses';
import { clausesOf } from '../text/clauses';

/** A text judged by itself. */
export interface Verdict {
  readonly decision: string;
  readonly topics: readonly RankedTopic[];
}

/**
 * How clear both halves of a message must be to count as two requests: less where they stand apart, more where one sentence joins them, and
 * more the longer the message is, for a story has many places where it could be cut.
 */
const CLEAR = { apart: 0.35, joined: 0.5, perClause: 0.1, fewClauses: 2, most: 0.9 };
/** Both requests must be among the first topics of the message as a whole. */
const AMONG = 5;
const MOST_INTENTS = 4;

const SERVICE = new Set<string>(SERVICE_LABELS);

/** What a part asks for, if it is a request by itself. */
const requestOf = ({ decision, topics: [first] }: Verdict): RankedTopic | null =>
  decision === 'reject' || !first || SERVICE.has(first.id) ? null : first;

interface Split {
  readonly at: number;
  readonly clearness: number;
}

/**
 * Every topic that a message asks for, in the order of the message. It is cut in two where both halves are clearest by themselves and ask
 * for different things, and each half again. A story in several sentences asks one thing: its parts are unclear or agree.
 *
 * @param whole the message judged as a whole.
 * @param route judges a part by itself.
 */
export function intentsOf(text: string, whole: Verdict, route: (text: string) => Verdict): readonly string[] {
  const clauses = clausesOf(text);
  const verdicts = new Map<string, Verdict>([[`0 ${clauses.length}`, whole]]);
  const judge = (from: number, to: number): Verdict => {
    const key = `${from} ${to}`;
    const known = verdicts.get(key);
    if (known) return known;
    const verdict = route(text.slice(clauses[from]?.from, clauses[to - 1]?.to));
    verdicts.set(key, verdict);
    return verdict;
  };
  const found: string[] = [];
  const visit = (from: number, to: number): void => {
    const split = bestSplit(clauses, from, to, judge);
    if (split) {
      visit(from, split.at);
      visit(split.at, to);
      return;
    }
    const request = requestOf(judge(from, to));
    if (request && !found.includes(request.id)) found.push(request.id);
  };
  visit(0, clauses.length);
  const [first] = whole.topics;
  if (found.length === 0 && first && whole.decision !== 'reject') return [first.id];
  return found.slice(0, MOST_INTENTS);
}

/** Where a run of clauses falls into two requests; null where it is one. */
function bestSplit(
  clauses: readonly Clause[],
  from: number,
  to: number,
  judge: (from: number, to: number) => Verdict,
): Split | null {
  let best: Split | null = null;
  const length = CLEAR.perClause * Math.max(0, clauses.length - CLEAR.fewClauses);
  const near = judge(from, to).topics.slice(0, AMONG);
  const isNear = (id: string): boolean => near.some((topic) => topic.id === id);
  for (let at = from + 1; at < to; at += 1) {
    const left = requestOf(judge(from, at));
    if (!left) continue;
    const right = requestOf(judge(at, to));
    if (!right || left.id === right.id || !isNear(left.id) || !isNear(right.id)) continue;
    const clearness = Math.min(left.confidence, right.confidence);
    const base = clauses[at]?.apart ? CLEAR.apart : CLEAR.joined;
    const needed = Math.min(CLEAR.most, base + length);
    if (clearness >= needed && clearness > (best?.clearness ?? 0)) best = { at, clearness };
  }
  return best;
}
