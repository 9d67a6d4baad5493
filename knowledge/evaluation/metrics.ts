import type { Decision, RankedTopic } from '../types';

/** A labelled message and what was understood. */
export interface Judged {
  readonly expected: string;
  /** Other topics that are right as well. */
  readonly also?: readonly string[];
  readonly isForeign: boolean;
  readonly desk: string;
  readonly style: string | null;
  readonly decision: Decision;
  readonly topics: readonly RankedTopic[];
  /** Probability that the message is one of the desk's. */
  readonly scope: number;
  /** How many requests were found in it; absent where nobody looked. */
  readonly requests?: number;
  readonly ms: number;
}

/** A message with several requests: what it asks for, and what was understood. */
export interface JudgedIntents {
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Shares between 0 and 1; null where there was nothing to count. */
export interface Shares {
  readonly n: number;
  readonly top1: number | null;
  readonly top3: number | null;
}

/** What `guichet evaluate --json` prints. */
export interface Evaluation extends Shares {
  readonly byStyle: Readonly<Record<string, Shares>>;
  readonly byDesk: Readonly<Record<string, Shares>>;
  readonly outOfScope: {
    readonly n: number;
    readonly rejected: number | null;
    readonly clarified: number | null;
    readonly answered: number | null;
    readonly auroc: number | null;
  };
  /** Of the messages in scope. */
  readonly decisions: {
    readonly answered: number | null;
    readonly clarified: number | null;
    readonly rejected: number | null;
    readonly rightWhenAnswered: number | null;
    /** Answered rightly, or asked with the right topic among the first three. */
    readonly solved: number | null;
  };
  /** Messages labelled with all that they ask for: sets that are exactly right, topics found that are asked for, topics asked for that are found. */
  readonly several: {
    readonly n: number;
    readonly exact: number | null;
    readonly precision: number | null;
    readonly recall: number | null;
    /** Of the messages in scope that ask one thing, by style, the share in which several were found. */
    readonly falselyFound: Readonly<Record<string, number | null>>;
  };
  readonly calibrationError: number | null;
  readonly trainMs: number;
  readonly msP50: number | null;
  readonly msP99: number | null;
}

const round = (value: number): number => Math.round(value * 10000) / 10000;

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number | null =>
  items.length === 0 ? null : round(items.filter(holds).length / items.length);

const isDirect = ({ decision }: Judged): boolean => decision === 'answer' || decision === 'service';
const isRight = ({ expected, also }: Judged, id: string | undefined): boolean =>
  id !== undefined && (id === expected || (also ?? []).includes(id));
const isTop1 = (item: Judged): boolean => isRight(item, item.topics[0]?.id);
const isTop3 = (item: Judged): boolean => item.topics.slice(0, 3).some(({ id }) => isRight(item, id));

const sharesOf = (items: readonly Judged[]): Shares => ({
  n: items.length,
  top1: share(items, isTop1),
  top3: share(items, isTop3),
});

function grouped(items: readonly Judged[], keyOf: (item: Judged) => string | null): Record<string, Shares> {
  const groups = new Map<string, Judged[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return Object.fromEntries([...groups].map(([key, group]) => [key, sharesOf(group)]));
}

/**
 * The chance that a message in scope has a higher value than a foreign one (area under the ROC curve); equal values count half.
 * null when either side is empty.
 */
export function auroc(own: readonly number[], foreign: readonly number[]): number | null {
  if (own.length === 0 || foreign.length === 0) return null;
  const all = [
    ...own.map((value) => ({ value, own: true })),
    ...foreign.map((value) => ({ value, own: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at += 1) if (all[at]?.own) ranks += rank;
    from = to;
  }
  return round((ranks - (own.length * (own.length + 1)) / 2) / (own.length * foreign.length));
}

const BINS = 10;

/** Expected calibration error of the first topic's confidence, in ten bins of equal width. Foreign messages count as wrong. */
export function calibrationError(items: readonly Judged[]): number | null {
  if (items.length === 0) return null;
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }));
  for (const item of items) {
    const confidence = item.topics[0]?.confidence ?? 0;
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (!bin) continue;
    bin.confidence += confidence;
    bin.right += !item.isForeign && isTop1(item) ? 1 : 0;
  }
  return round(bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / items.length);
}

/** The value below which `part` of the values lie; null for none. */
export function percentile(values: readonly number[], part: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? null;
}

/** Messages by style and, under 'all', all of them. */
function falselyFound(own: readonly Judged[]): Record<string, number | null> {
  const looked = own.filter(({ requests }) => requests !== undefined);
  const styles = [...new Set(looked.flatMap(({ style }) => (style === null ? [] : [style])))];
  const shareOf = (items: readonly Judged[]): number | null =>
    share(items, ({ requests = 1 }) => requests > 1);
  const entries = styles.map((style) => [style, shareOf(looked.filter((item) => item.style === style))]);
  return Object.fromEntries([['all', shareOf(looked)], ...entries]) as Record<string, number | null>;
}

function severalOf(items: readonly JudgedIntents[], own: readonly Judged[]): Evaluation['several'] {
  const found = items.flatMap((item) => item.found.map((id) => item.expected.includes(id)));
  const wanted = items.flatMap((item) => item.expected.map((id) => item.found.includes(id)));
  return {
    n: items.length,
    exact: share(
      items,
      (item) =>
        item.found.length === item.expected.length && item.expected.every((id) => item.found.includes(id)),
    ),
    precision: share(found, (right) => right),
    recall: share(wanted, (hit) => hit),
    falselyFound: falselyFound(own),
  };
}

/** Every figure of an evaluation. */
export function evaluationOf(
  judged: readonly Judged[],
  trainMs: number,
  intents: readonly JudgedIntents[] = [],
): Evaluation {
  const own = judged.filter(({ isForeign }) => !isForeign);
  const foreign = judged.filter(({ isForeign }) => isForeign);
  const times = judged.map(({ ms }) => ms);
  return {
    ...sharesOf(own),
    byStyle: grouped(own, ({ style }) => style),
    byDesk: grouped(own, ({ desk }) => desk),
    outOfScope: {
      n: foreign.length,
      rejected: share(foreign, ({ decision }) => decision === 'reject'),
      clarified: share(foreign, ({ decision }) => decision === 'clarify'),
      answered: share(foreign, isDirect),
      auroc: auroc(
        own.map(({ scope }) => scope),
        foreign.map(({ scope }) => scope),
      ),
    },
    decisions: {
      answered: share(own, isDirect),
      clarified: share(own, ({ decision }) => decision === 'clarify'),
      rejected: share(own, ({ decision }) => decision === 'reject'),
      rightWhenAnswered: share(own.filter(isDirect), isTop1),
      solved: share(own, (item) =>
        isDirect(item) ? isTop1(item) : item.decision === 'clarify' && isTop3(item),
      ),
    },
    several: severalOf(intents, own),
    calibrationError: calibrationError(judged),
    trainMs: Math.round(trainMs),
    msP50: percentile(times, 0.5),
    msP99: percentile(times, 0.99),
  };
}
