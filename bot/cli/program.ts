import { Command, CommanderError } from 'commander';

/** A verb's module: it adds its command, with options and help, to the program. */
interface Verb {
  readonly summary: string;
  readonly load: () => { readonly register: (program: Command) => void };
}

/** Every verb, with the module that is loaded only when it is called: `route` must not wait for the server's parts. */
const VERBS: Readonly<Record<string, Verb>> = {
  start: { summary: 'start the server', load: () => require('./start') },
  route: { summary: 'how a message is understood', load: () => require('./route') },
  when: { summary: 'which time a text means', load: () => require('./when') },
  evaluate: { summary: 'routing figures on labelled messages', load: () => require('./evaluate') },
  kb: { summary: 'check the articles and phrases', load: () => require('./kb') },
  advisor: { summary: 'add an advisor, print a sign-in link', load: () => require('./advisor') },
  team: { summary: 'who answers what on a desk', load: () => require('./team') },
  import: { summary: 'write records from a CSV file', load: () => require('./import') },
  export: { summary: 'write records as a CSV file', load: () => require('./export') },
  'teams-package': { summary: 'write the Teams app package', load: () => require('./teams-package') },
  doctor: { summary: 'check configuration, database, surroundings', load: () => require('./doctor') },
};

/** The work failed. */
const FAILED = 1;
/** The call was wrong. */
const MISUSED = 2;

/** Runs one verb. @returns the exit code: 0 done, 1 the work failed, 2 the call was wrong. */
export async function run(argv: readonly string[]): Promise<number> {
  const program = new Command('guichet')
    .description('Guichet, the support desk assistant.')
    .helpCommand('help [verb]', 'display help for a verb')
    .showHelpAfterError('(guichet --help lists the verbs)')
    .exitOverride();
  const verb = argv[0] === 'help' ? argv[1] : argv[0];
  const known = verb !== undefined && Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (known) known.load().register(program);
  else for (const [name, { summary }] of Object.entries(VERBS)) program.command(name).description(summary);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return isHelp(error) ? 0 : MISUSED;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return FAILED;
  }
}

/** Help that was asked for is no error; help shown because nothing was asked is. */
const isHelp = (error: CommanderError): boolean =>
  ['commander.helpDisplayed', 'commander.version'].includes(error.code) ||
  (error.code === 'commander.help' && error.exitCode === 0);
