import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Command } from 'commander';
import { ANY_DESK, OUT_OF_SCOPE } from '../../knowledge/content/catalogue';
import { loadContent } from '../../knowledge/content/content';
import type { Understanding } from '../../knowledge/types';
import type { ExplainedUnderstanding } from '../../knowledge/understand';
import { understandExplained } from '../../knowledge/understand';
import { CUSTOM_DESK, customSet, trainCustom } from '../../knowledge/evaluation/custom-engine';
import type { Judged, JudgedIntents } from '../../knowledge/evaluation/metrics';
import { evaluationOf } from '../../knowledge/evaluation/metrics';
import { createKnowledge } from '../../knowledge/create';
import { readDictionaries } from '../../knowledge/text/dictionaries';
import { evaluationReport } from './evaluation-report';
import { LineFault, readLines, requireFile } from './jsonl';
import { collect, type Labelled, labelledLine, type LabelledLine, testLine } from './labelled';
import { CommandFault, KNOWLEDGE_DIR, runCommand } from './knowledge-command';

interface EvaluateOptions {
  readonly train?: string;
  readonly json?: boolean;
}

/** Whatever understands: the product's knowledge, or an engine trained on a file. */
interface Subject {
  readonly explain: (text: string, desk: string) => ExplainedUnderstanding;
  readonly deskOf: (line: Labelled) => string;
  readonly knows: (topicId: string) => boolean;
  readonly trainMs: number;
}

function productSubject(): Subject {
  const started = performance.now();
  const knowledge = createKnowledge({ dir: KNOWLEDGE_DIR });
  const trainMs = performance.now() - started;
  knowledge.warmUp();
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
  const { abbreviations } = readDictionaries(join(KNOWLEDGE_DIR, 'text'));
  const background = loadContent(KNOWLEDGE_DIR).phrases.phrases.map(({ text }) => text);
  const { engine, trainMs } = trainCustom(set, abbreviations, background);
  const known = new Set([...set.classes, OUT_OF_SCOPE]);
  return {
    explain: (text) => understandExplained(engine, text, CUSTOM_DESK),
    deskOf: () => CUSTOM_DESK,
    knows: (id) => known.has(id),
    trainMs,
  };
}

const judgedOf = (line: LabelledLine, understanding: Understanding, scope: number): Judged => ({
  expected: line.topic_id,
  also: line.also ?? [],
  isForeign: line.topic_id === OUT_OF_SCOPE,
  desk: understanding.desk,
  style: line.style ?? null,
  decision: understanding.decision,
  topics: understanding.topics,
  requests: understanding.intents.length,
  scope,
  ms: understanding.ms,
});

async function evaluate(file: string, options: EvaluateOptions): Promise<void> {
  requireFile(file);
  if (options.train !== undefined) requireFile(options.train);
  const subject = options.train === undefined ? productSubject() : await trainedSubject(options.train);
  const unknown = new Set<string>();
  const judged: Judged[] = [];
  const several: JudgedIntents[] = [];
  for await (const { value } of readLines(file, testLine, (line) => void subject.deskOf(line))) {
    const { understanding, routing } = subject.explain(value.text, subject.deskOf(value));
    const expected = 'intents' in value ? value.intents : [value.topic_id, ...(value.also ?? [])];
    for (const id of expected) if (id !== OUT_OF_SCOPE && !subject.knows(id)) unknown.add(id);
    if ('intents' in value) several.push({ expected, found: understanding.intents });
    else judged.push(judgedOf(value, understanding, routing.scope));
  }
  if (judged.length + several.length === 0) throw new CommandFault(1, `${file} has no labelled message.`);
  if (unknown.size > 0)
    process.stderr.write(
      `Topics that are not known and count as wrong: ${[...unknown].sort().join(', ')}.\n`,
    );
  const evaluation = evaluationOf(judged, subject.trainMs, several);
  process.stdout.write(`${options.json ? JSON.stringify(evaluation) : evaluationReport(evaluation)}\n`);
}

/** Adds `guichet evaluate`: routing figures on labelled messages. */
export function register(program: Command): void {
  program
    .command('evaluate')
    .description(
      'routing figures on labelled messages: top-1, top-3, by style, by desk, out of scope, calibration, time',
    )
    .argument('<file>', 'JSON lines {"text", "topic_id" or "intents", "also"?, "desk"?, "style"?}')
    .option('--train <file>', 'learn from these lines {"text", "topic_id"} instead of the articles')
    .option('--json', 'one JSON object, shares between 0 and 1')
    .action((file: string, options: EvaluateOptions) => runCommand(() => evaluate(file, options)));
}
