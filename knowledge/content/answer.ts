import type { Answer, AskedFact, AskFact, FactValue, Facts, Language } from '../types';
import type { Article, Branch } from './article';
import type { Expression } from './expressions';
import type { ExpressionContext } from './facts';
import { expressionContext, withTodayFacts } from './facts';
import { fillTemplate } from './template';

/** Trying every combination of the choices of facts not yet known; beyond this the first unknown fact is simply asked. */
const MAX_COMBINATIONS = 2000;

const holds = (when: Expression | null, context: ExpressionContext): boolean => {
  if (!when) return true;
  try {
    return when.evaluate(context, 'fr') === true;
  } catch {
    // A comparison with something that is not known does not hold; `||` and `&&` have already looked at the other side.
    return false;
  }
};

/** The branch that holds; the last one when no condition does. */
export function branchFor(article: Article, facts: Facts): Branch {
  const context = expressionContext(article.names, withTodayFacts(facts));
  const found = article.branches.find((branch) => holds(branch.when, context));
  const branch = found ?? article.branches[article.branches.length - 1];
  if (!branch) throw new Error(`${article.file} has no branch`);
  return branch;
}

const isUnknown = (asked: AskedFact, facts: Facts): boolean => {
  const value: FactValue | undefined = facts[asked.name];
  if (value === undefined) return true;
  return value === null && !asked.choices.some((choice) => choice.value === null);
};

function* combinations(unknown: readonly AskedFact[], facts: Facts): Generator<Facts> {
  const [first, ...rest] = unknown;
  if (!first) {
    yield facts;
    return;
  }
  for (const { value } of first.choices) yield* combinations(rest, { ...facts, [first.name]: value });
}

/** Whether the branch shown can still change with the value of `asked`, whatever the other unknown facts are. */
function decides(article: Article, asked: AskedFact, unknown: readonly AskedFact[], facts: Facts): boolean {
  const others = unknown.filter(({ name }) => name !== asked.name);
  for (const known of combinations(others, facts)) {
    const ids = asked.choices.map(({ value }) => branchFor(article, { ...known, [asked.name]: value }).id);
    if (ids.some((id) => id !== ids[0])) return true;
  }
  return false;
}

/**
 * The fact to ask before anything can be answered: the first, in the order of the conditions, that can still change the branch, or that the
 * text of the branch shown names. null when nothing needs to be asked.
 */
export function factToAsk(article: Article, facts: Facts): AskedFact | null {
  const unknown = article.texts.fr.ask.filter((asked) => isUnknown(asked, facts));
  if (unknown.length === 0) return null;
  const order = (asked: AskedFact): number => {
    const at = article.conditionNames.indexOf(asked.name);
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  const ordered = [...unknown].sort((a, b) => order(a) - order(b));
  const count = unknown.reduce((product, { choices }) => product * choices.length, 1);
  if (count > MAX_COMBINATIONS) return ordered[0] ?? null;
  const deciding = ordered.find((asked) => decides(article, asked, unknown, facts));
  if (deciding) return deciding;
  const named = namesOfBranch(article, branchFor(article, facts));
  return ordered.find(({ name }) => named.has(name)) ?? null;
}

function namesOfBranch(article: Article, branch: Branch): ReadonlySet<string> {
  const text = article.texts.fr.branches.get(branch.id);
  const templates = text ? [text.body, ...text.steps] : [];
  return new Set([...templates.flatMap(({ names }) => names), ...(branch.date?.names ?? [])]);
}

const isoOf = (date: Expression | null, context: ExpressionContext, language: Language): string | null => {
  if (!date) return null;
  try {
    const value = date.evaluate(context, language);
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
  } catch {
    return null;
  }
};

/**
 * What a person is shown of an article. Pure. English falls back to French where it has not been written; the answer's `language` says so.
 *
 * @param facts what is known; `today.iso` gives the other facts of today.
 */
export function answerFrom(article: Article, language: Language, facts: Facts): Answer | AskFact {
  const text = article.texts[language] ?? article.texts.fr;
  const shown: Language = article.texts[language] ? language : 'fr';
  const missing = factToAsk(article, facts);
  if (missing) {
    const fact = text.ask.find(({ name }) => name === missing.name) ?? missing;
    return { kind: 'ask', topicId: article.topicId, title: text.title, fact, ticketSlots: text.slots };
  }
  const branch = branchFor(article, facts);
  const words = text.branches.get(branch.id);
  if (!words) throw new Error(`${article.file} has no text for branch ${branch.id}`);
  const context = expressionContext(article.names, withTodayFacts(facts));
  const iso = isoOf(branch.date, context, shown);
  return {
    kind: 'answer',
    topicId: article.topicId,
    branchId: branch.id,
    language: shown,
    title: text.title,
    body: fillTemplate(words.body, context, shown),
    steps: words.steps.map((step) => fillTemplate(step, context, shown)),
    date: iso === null || words.dateLabel === null ? null : { iso, label: words.dateLabel },
    next: branch.next,
    ticket: branch.ticket,
    ticketSlots: text.slots,
  };
}
