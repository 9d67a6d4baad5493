import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Command } from 'commander';
import { z } from 'zod';
import { ANY_DESK, OUT_OF_SCOPE } from '../../knowledge/content/catalogue';
import type { ExplainedUnderstanding } from '../../knowledge/understand';
import { understandExplained } from '../../knowledge/understand';
import { CUSTOM_DESK, customSet, trainCustom } from '../../knowledge/evaluation/custom-engine';
import type { Evaluation, Judged, Shares } from '../../knowledge/evaluation/metrics';
import { evaluationOf } from '../../knowledge/evaluation/metrics';
import { createKnowledge } from '../../knowledge/create';
import { readDictionaries } from '../../knowledge/text/dictionaries';
import { LineFault, readLines, requireFile } from './jsonl';
import { CommandFault, KNOWLEDGE_DIR, runCommand } from './knowledge-command';

interface EvaluateOptions {
  readonly train?: string;
  readonly json?: boolean;
}

const labelledLine = z.object({
  text: z.string(),
  topic_id: z.string().min(1),
  desk: z.string().nullish(),
  style: z.string().nullish(),
});
type Labelled = z.infer<typeof labelledLine>;

/** Whatever understands: the product's knowledge, or an engine trained on a file. */
interface Subject {
  readonly explain: (text: string, desk: string) => ExplainedUnderstanding;
  readonly deskOf: (line: Labelled) => string;
  readonly knows: (topicId: string) => boolean;
  readonly trainMs: number;
}

async function collect<T>(lines: AsyncGenerator<{ readonly value: T }>): Promise<T[]> {
  const found: T[] = [];
  for await (const { value } of lines) found.push(value);
  return found;
}

function productSubject(): Subject {
  const started = performance.now();
  const knowledge = createKnowledge({ dir: KNOWLEDGE_DIR });
  const trainMs = performance.now() - started;
  const ids = new Set(knowledge.topics().map(({ id }) => id));
  return {
    explain: (text, desk) => knowledge.explain(text, { desk }),
    deskOf: ({ desk }) => {
      if (!desk || desk === ANY_DESK) return ANY_DESK;
      if (!knowledge.desks().includes(desk))
        throw new LineFault(`There is no desk "${desk}". The desks are: ${knowledge.desks().join(', ')}.`, 2);
      return desk;
    },
    knows: (id) => ids.has(id),
    trainMs,
  };
}

async function trainedSubject(file: string): Promise<Subject> {
  const set = customSet(await collect(readLines(file, labelledLine)));
  if (set.classes.length < 2)
    throw new CommandFault(1, `${file} has fewer than two topics: nothing can be told apart.`);
  const { engine, trainMs } = trainCustom(set, readDictionaries(join(KNOWLEDGE_DIR, 'text')).abbreviations);
  const known = new Set([...set.classes, OUT_OF_SCOPE]);
  return {
    explain: (text) => understandExplained(engine, text, CUSTOM_DESK),
    deskOf: () => CUSTOM_DESK,
    knows: (id) => known.has(id),
    trainMs,
  };
}

const percent = (value: number | null): string => (value === null ? '-' : `${(value * 100).toFixed(1)}%`);

const row = (name: string, { n, top1, top3 }: Shares): string =>
  `  ${name.padEnd(16)}${String(n).padStart(6)}${percent(top1).padStart(9)}${percent(top3).padStart(9)}`;

function report(evaluation: Evaluation): string {
  const { outOfScope, decisions } = evaluation;
  return [
    `  ${''.padEnd(16)}${'n'.padStart(6)}${'top-1'.padStart(9)}${'top-3'.padStart(9)}`,
    row('all', evaluation),
    ...Object.entries(evaluation.byStyle).map(([name, shares]) => row(name, shares)),
    ...Object.entries(evaluation.byDesk).map(([name, shares]) => row(`desk ${name}`, shares)),
    `in scope: answered ${percent(decisions.answered)} (right ${percent(decisions.rightWhenAnswered)}), ` +
      `asked ${percent(decisions.clarified)}, refused ${percent(decisions.rejected)}, solved ${percent(decisions.solved)}`,
    `out of scope (${outOfScope.n}): refused ${percent(outOfScope.rejected)}, asked ${percent(outOfScope.clarified)}, ` +
      `answered ${percent(outOfScope.answered)}, AUROC ${outOfScope.auroc ?? '-'}`,
    `calibration error ${evaluation.calibrationError ?? '-'}; learned in ${evaluation.trainMs} ms; ` +
      `${evaluation.msP50 ?? '-'} ms a message at the median, ${evaluation.msP99 ?? '-'} ms at the 99th percentile`,
  ].join('\n');
}

async function evaluate(file: string, options: EvaluateOptions): Promise<void> {
  requireFile(file);
  if (options.train !== undefined) requireFile(options.train);
  const subject = options.train === undefined ? productSubject() : await trainedSubject(options.train);
  const unknown = new Set<string>();
  const judged: Judged[] = [];
  for await (const { value } of readLines(file, labelledLine, (line) => void subject.deskOf(line))) {
    const isForeign = value.topic_id === OUT_OF_SCOPE;
    if (!isForeign && !subject.knows(value.topic_id)) unknown.add(value.topic_id);
    const { understanding, routing } = subject.explain(value.text, subject.deskOf(value));
    judged.push({
      expected: value.topic_id,
      isForeign,
      desk: understanding.desk,
      style: value.style ?? null,
      decision: understanding.decision,
      topics: understanding.topics,
      scope: routing.scope,
      ms: understanding.ms,
    });
  }
  if (judged.length === 0) throw new CommandFault(1, `${file} has no labelled message.`);
  if (unknown.size > 0)
    process.stderr.write(
      `Topics that are not known and count as wrong: ${[...unknown].sort().join(', ')}.\n`,
    );
  const evaluation = evaluationOf(judged, subject.trainMs);
  process.stdout.write(`${options.json ? JSON.stringify(evaluation) : report(evaluation)}\n`);
}

/** Adds `guichet evaluate`: routing figures on labelled messages. */
export function register(program: Command): void {
  program
    .command('evaluate')
    .description(
      'routing figures on labelled messages: top-1, top-3, by style, by desk, out of scope, calibration, time',
    )
    .argument('<file>', 'JSON lines {"text", "topic_id", "desk"?, "style"?}')
    .option('--train <file>', 'learn from these lines {"text", "topic_id"} instead of the articles')
    .option('--json', 'one JSON object, shares between 0 and 1')
    .action((file: string, options: EvaluateOptions) => runCommand(() => evaluate(file, options)));
}
