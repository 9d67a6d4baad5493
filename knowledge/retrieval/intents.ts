import type { RankedTopic } from '../types';
import { SERVICE_LABELS } from '../types';
import type { Clause } from '../text/clauses';
import { clausesOf, MAX_CLAUSES } from '../text/clauses';
import { logit } from './confidence';

/** A text judged by itself. */
export interface Verdict {
  readonly decision: string;
  readonly topics: readonly RankedTopic[];
  /** How many words it has. */
  readonly words: number;
}

/**
 * What tells two requests from one: the logit of it is the sum of these. The halves must be clear by themselves, each unlike the other, and
 * suggested by the message as a whole; a story is long and has many places where it could be cut. Fitted by logistic regression on pairs
 * of phrases that the models had not seen, joined in the ways people join them, against phrases that ask one thing.
 */
const SPLIT = {
  constant: 2.03,
  lessClear: 0.24,
  moreClear: 0.4,
  announced: 3.3,
  afterQuestion: 1.1,
  words: -1.23,
  suggested: 0.33,
  unlike: 2.1,
};
/** What the halves of a true cut add at most, but for one in fifty: where even that is not enough they need not be judged. */
const CLEAREST_HALVES = 6;
/** The most places of a message where both halves are judged: judging is most of the work. */
const MOST_CUTS = 4;
const MOST_INTENTS = 4;
/** How many runs of clauses there are, the whole among them: none is judged twice. */
export const MOST_JUDGED = (MAX_CLAUSES * (MAX_CLAUSES + 1)) / 2;

const SERVICE = new Set<string>(SERVICE_LABELS);

/** What a part asks for, if it is a request by itself. */
const requestOf = ({ decision, topics: [first] }: Verdict): RankedTopic | null =>
  decision === 'reject' || !first || SERVICE.has(first.id) ? null : first;

const confidenceIn = ({ topics }: Verdict, id: string): number =>
  topics.find((topic) => topic.id === id)?.confidence ?? 0;

/** What is known of a cut before its halves are judged. */
function promiseOf(second: Clause | undefined, words: number): number {
  return (
    SPLIT.announced * Number(second?.announced) +
    SPLIT.afterQuestion * Number(second?.afterQuestion) +
    SPLIT.words * Math.log(Math.max(1, words))
  );
}

/** The logit of a text's being two requests, from its halves and from what its cut promised; null when the halves are no two requests. */
function splitLogit(whole: Verdict, left: Verdict, right: Verdict, promise: number): number | null {
  const a = requestOf(left);
  const b = requestOf(right);
  if (!a || !b || a.id === b.id) return null;
  const suggested = Math.min(confidenceIn(whole, a.id), confidenceIn(whole, b.id));
  const unlike = Math.min(a.confidence - confidenceIn(left, b.id), b.confidence - confidenceIn(right, a.id));
  return (
    promise +
    SPLIT.constant +
    SPLIT.lessClear * logit(Math.min(a.confidence, b.confidence)) +
    SPLIT.moreClear * logit(Math.max(a.confidence, b.confidence)) +
    SPLIT.suggested * logit(suggested) +
    SPLIT.unlike * unlike
  );
}

/** The places between two clauses that promise most, at most MOST_CUTS. */
function likelyCuts(
  clauses: readonly Clause[],
  from: number,
  to: number,
  words: number,
): readonly { readonly at: number; readonly promise: number }[] {
  const middle = (at: number): number => Math.min(at - from, to - at);
  return Array.from({ length: to - from - 1 }, (_, index) => from + 1 + index)
    .map((at) => ({ at, promise: promiseOf(clauses[at], words) }))
    .sort((a, b) => b.promise - a.promise || middle(b.at) - middle(a.at))
    .slice(0, MOST_CUTS);
}

/**
 * Every topic that a message asks for, in the order of the message. It is cut in two where two requests are likeliest, and each half again.
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
    const at = bestSplit(clauses, from, to, judge);
    if (at !== null) {
      visit(from, at);
      visit(at, to);
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

/** Before which clause a run of clauses falls into two requests; null where it is one. */
function bestSplit(
  clauses: readonly Clause[],
  from: number,
  to: number,
  judge: (from: number, to: number) => Verdict,
): number | null {
  if (to - from < 2) return null;
  const whole = judge(from, to);
  // Of two topics one is at best the second of the whole.
  const suggested = SPLIT.suggested * logit(whole.topics[1]?.confidence ?? 0);
  let best: number | null = null;
  let highest = 0;
  for (const { at, promise } of likelyCuts(clauses, from, to, judge(0, clauses.length).words)) {
    if (promise + suggested + CLEAREST_HALVES <= 0) continue;
    const left = judge(from, at);
    if (!requestOf(left)) continue;
    const logOdds = splitLogit(whole, left, judge(at, to), promise);
    if (logOdds === null || logOdds <= highest) continue;
    best = at;
    highest = logOdds;
  }
  return best;
}
