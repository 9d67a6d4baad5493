import type { Command } from 'commander';
import { z } from 'zod';
import { ANY_DESK } from '../../knowledge/content/catalogue';
import type { ReloadableKnowledge } from '../../knowledge/create';
import { explainLines } from '../../knowledge/explain';
import type { ExplainedUnderstanding } from '../../knowledge/understand';
import { LineFault, openOutput, readLines, requireFile } from './jsonl';
import { CommandFault, openKnowledge, runCommand } from './knowledge-command';

interface RouteOptions {
  readonly desk?: string;
  readonly in?: string;
  readonly out?: string;
  readonly explain?: boolean;
}

const inputLine = z.object({ text: z.string(), desk: z.string().nullish(), topic_id: z.string().nullish() });

const unknownDesk = (desk: string, known: readonly string[]): string =>
  `There is no desk "${desk}". The desks are: ${[...known, ANY_DESK].join(', ')}.`;

const isDesk = (desk: string, known: readonly string[]): boolean => desk === ANY_DESK || known.includes(desk);

function explainOn(knowledge: ReloadableKnowledge, desk: string, explained: ExplainedUnderstanding): void {
  const lines = explainLines(explained, (text) => knowledge.understand(text, { desk }));
  process.stderr.write(`${lines.join('\n')}\n\n`);
}

async function routeOne(
  knowledge: ReloadableKnowledge,
  text: string,
  desk: string,
  options: RouteOptions,
): Promise<void> {
  const explained = knowledge.explain(text, { desk });
  const output = openOutput(options.out);
  await output.write(JSON.stringify(explained.understanding));
  await output.finish();
  if (options.explain) explainOn(knowledge, desk, explained);
}

async function routeFile(knowledge: ReloadableKnowledge, file: string, options: RouteOptions): Promise<void> {
  const known = knowledge.desks();
  const check = ({ desk }: z.infer<typeof inputLine>): void => {
    if (desk && !isDesk(desk, known)) throw new LineFault(unknownDesk(desk, known), 2);
  };
  const lines = readLines(file, inputLine, check);
  const output = openOutput(options.out);
  knowledge.warmUp();
  try {
    for await (const { value } of lines) {
      const desk = value.desk || options.desk || ANY_DESK;
      const explained = knowledge.explain(value.text, { desk });
      await output.write(JSON.stringify(explained.understanding));
      if (options.explain) explainOn(knowledge, desk, explained);
    }
    await output.finish();
  } catch (error) {
    output.discard();
    throw error;
  }
}

async function route(text: string | undefined, options: RouteOptions): Promise<void> {
  if (text === undefined && options.in === undefined)
    throw new CommandFault(2, 'Give a text, or a file with --in (see guichet route --help).');
  if (text !== undefined && options.in !== undefined)
    throw new CommandFault(2, 'Give a text or --in, not both.');
  if (options.in !== undefined) requireFile(options.in);
  const knowledge = openKnowledge();
  const desk = options.desk ?? ANY_DESK;
  if (!isDesk(desk, knowledge.desks())) throw new CommandFault(2, unknownDesk(desk, knowledge.desks()));
  if (options.in !== undefined) await routeFile(knowledge, options.in, options);
  else await routeOne(knowledge, text ?? '', desk, options);
}

/** Adds `guichet route`: how messages are understood. Needs no server and no database. */
export function register(program: Command): void {
  program
    .command('route')
    .description('how a message is understood: topics with confidence, decision, intents, language')
    .argument('[text]', 'the message')
    .option('--desk <desk>', 'the desk that it was written to (default: any)')
    .option('--in <file>', 'JSON lines {"text", "desk"?, "topic_id"?}')
    .option('--out <file>', 'where the JSON lines go (default: stdout)')
    .option('--explain', 'also says, on stderr, what decided')
    .action((text: string | undefined, options: RouteOptions) => runCommand(() => route(text, options)));
}
