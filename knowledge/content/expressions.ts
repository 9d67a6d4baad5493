import { Environment } from '@marcbachmann/cel-js';
import type { FactValue, Language } from '../types';
import { longDate, monthEnd, monthName, plusDays, seventh, workingDaysAfter } from './dates';
import type { ExpressionContext } from './facts';

/** A CEL expression of an article, parsed once. */
export interface Expression {
  readonly source: string;
  /** The facts it names, in the order in which they stand. */
  readonly names: readonly string[];
  /** Throws when it cannot be evaluated over these facts (a comparison with null, no date where one is needed). */
  readonly evaluate: (context: ExpressionContext, language: Language) => FactValue;
}

const environment = (language: Language): Environment =>
  new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 500, maxDepth: 50 },
  })
    .registerFunction('long_date(string): string', (iso: string) => longDate(iso, language))
    .registerFunction('month_name(string): string', (month: string) => monthName(month, language))
    .registerFunction('plus_days(string, int): string', (iso: string, n: bigint) => plusDays(iso, Number(n)))
    .registerFunction('working_days_after(string, int): string', (iso: string, n: bigint) =>
      workingDaysAfter(iso, Number(n)),
    )
    .registerFunction('month_end(string): string', monthEnd)
    .registerFunction('seventh(string): string', seventh);

const ENVIRONMENTS: Readonly<Record<Language, Environment>> = {
  fr: environment('fr'),
  en: environment('en'),
};

interface Node {
  readonly op: string;
  readonly args: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'op' in value;

/** `invoice.status` of the nodes that stand for it; null when the node is more than a dotted name. */
function dottedName(node: Node): string | null {
  if (node.op === 'id') return String(node.args);
  if (node.op !== '.' || !Array.isArray(node.args)) return null;
  const [target, field] = node.args as [unknown, unknown];
  const head = isNode(target) ? dottedName(target) : null;
  return head === null ? null : `${head}.${String(field)}`;
}

function collectNames(value: unknown, names: string[]): void {
  if (Array.isArray(value)) {
    value.forEach((item) => collectNames(item, names));
    return;
  }
  if (!isNode(value)) return;
  const name = dottedName(value);
  if (name !== null) {
    if (!names.includes(name)) names.push(name);
    return;
  }
  collectNames(value.args, names);
}

const plainValue = (value: unknown): FactValue => {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
};

// The library's message shows the expression again below the first line.
const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/**
 * Parses an expression. Throws an Error whose message says what is wrong, in one line.
 *
 * @param source CEL text.
 */
export function parseExpression(source: string): Expression {
  const compile = (language: Language) => {
    try {
      const parsed = ENVIRONMENTS[language].parse(source);
      const checked = parsed.check();
      if (!checked.valid) throw checked.error ?? new Error('it does not type-check');
      return parsed;
    } catch (error) {
      throw new Error(`"${source}" is no valid expression: ${firstLine(error)}`);
    }
  };
  const byLanguage = { fr: compile('fr'), en: compile('en') };
  const names: string[] = [];
  collectNames(byLanguage.fr.ast, names);
  return {
    source,
    names,
    evaluate: (context, language) => plainValue(byLanguage[language](context)),
  };
}
