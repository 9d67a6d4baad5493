import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Command } from 'commander';
import { readCalibration, writeCalibration } from '../../knowledge/calibration-file';
import { contentFaults } from '../../knowledge/check/check';
import { reachFaults } from '../../knowledge/check/reach';
import { loadContent } from '../../knowledge/content/content';
import { describeFault } from '../../knowledge/content/faults';
import { setsOf } from '../../knowledge/create';
import { crossValidated } from '../../knowledge/evaluation/cross-validation';
import { evaluationOf } from '../../knowledge/evaluation/metrics';
import { OUT_OF_SCOPE } from '../../knowledge/content/catalogue';
import { calibrationOf, crossFit } from '../../knowledge/retrieval/cross-fit';
import { type Engine, trainEngine } from '../../knowledge/retrieval/engine';
import { runNow } from '../../knowledge/retrieval/linear-svm';
import { fitTold, type Heard } from '../../knowledge/retrieval/told';
import { understandExplained } from '../../knowledge/understand';
import { readDictionaries } from '../../knowledge/text/dictionaries';
import { readLines } from './jsonl';
import { collect, labelledLine } from './labelled';
import { evaluationReport } from './evaluation-report';
import { KNOWLEDGE_DIR, runCommand } from './knowledge-command';

interface CheckOptions {
  readonly json?: boolean;
  readonly fast?: boolean;
}

const dictionaries = () => readDictionaries(join(KNOWLEDGE_DIR, 'text'));

async function check(options: CheckOptions): Promise<void> {
  const content = loadContent(KNOWLEDGE_DIR);
  const faults = [...contentFaults(content)];
  if (!options.fast) {
    process.stderr.write(
      'Learning the desks three times, to see whether each topic is reached by phrases not seen...\n',
    );
    faults.push(...reachFaults(content, runNow(crossFit(setsOf(content), dictionaries())).desks));
    if (!readCalibration(KNOWLEDGE_DIR))
      faults.push({
        file: 'calibration.json',
        line: 0,
        message: 'it is missing or unreadable: run "guichet kb calibrate"',
      });
  }
  for (const fault of faults) {
    process.stdout.write(`${options.json ? JSON.stringify(fault) : describeFault(fault)}\n`);
  }
  const articles = content.articles.all();
  process.stderr.write(
    `${articles.length} articles (${articles.filter(({ texts }) => texts.en).length} in English), ` +
      `${content.phrases.phrases.length} phrases: ${faults.length === 0 ? 'no fault' : `${faults.length} faults`}.\n`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

/** Messages by other writers than the phrases', which `kb calibrate` may look at (evaluation/README.md). */
const HEARD_FILE = join(KNOWLEDGE_DIR, 'evaluation', 'routing.development.jsonl');

/** How sure the desks are of the messages in that file, and whether they are right; nothing where there is no such file. */
async function heardBy(engine: Engine): Promise<readonly Heard[]> {
  if (!existsSync(HEARD_FILE)) return [];
  const lines = await collect(readLines(HEARD_FILE, labelledLine));
  return lines.map(({ text, desk, topic_id, also }) => {
    const [first] = understandExplained(engine, text, desk ?? undefined).routing.topics;
    const right = first !== undefined && (first.id === topic_id || (also ?? []).includes(first.id));
    return { confidence: first?.confidence ?? 0, right, isForeign: topic_id === OUT_OF_SCOPE };
  });
}

async function calibrateNow(): Promise<void> {
  process.stderr.write('Learning the desks three times, to see how far scores can be trusted...\n');
  const sets = setsOf(loadContent(KNOWLEDGE_DIR));
  const fitted = calibrationOf(runNow(crossFit(sets, dictionaries())));
  const engine = runNow(trainEngine(sets, dictionaries(), fitted));
  const calibration = { ...fitted, told: fitTold(await heardBy(engine)) };
  writeCalibration(KNOWLEDGE_DIR, calibration);
  process.stdout.write(`${JSON.stringify(calibration)}\n`);
}

async function measure({ json }: { readonly json?: boolean }): Promise<void> {
  process.stderr.write(
    'Learning the desks three times, to judge every phrase by a model that had not seen it...\n',
  );
  const content = loadContent(KNOWLEDGE_DIR);
  const sets = setsOf(content);
  const started = performance.now();
  const judged = crossValidated(content, sets, runNow(crossFit(sets, dictionaries())).desks);
  const evaluation = evaluationOf(judged, performance.now() - started);
  process.stdout.write(`${json ? JSON.stringify(evaluation) : evaluationReport(evaluation)}\n`);
}

/** Adds `guichet kb check`, `kb calibrate` and `kb measure`. */
export function register(program: Command): void {
  const kb = program.command('kb').description('the articles and phrases');
  kb.command('check')
    .description('every fault in articles and phrases; exit 1 when there is one')
    .option('--json', 'one JSON object {"file","line","message"} a line')
    .option('--fast', 'leaves out whether the phrases reach their topics')
    .action((options: CheckOptions) => runCommand(() => check(options)));
  kb.command('calibrate')
    .description(
      'fits the confidence to the phrases and writes knowledge/calibration.json; after many new phrases',
    )
    .action(() => runCommand(calibrateNow));
  kb.command('measure')
    .description('figures of the phrases by cross-validation: each judged by a model that had not seen it')
    .option('--json', 'one JSON object, shares between 0 and 1')
    .action((options: { json?: boolean }) => runCommand(() => measure(options)));
}
