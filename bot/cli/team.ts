import { InvalidArgumentError, type Command } from 'commander';
import type { AdvisorService } from '../../data/advisors/types';
import { DESK_IDS, isDeskId, type DeskId } from '../../data/desks/types';
import { openData, type OpenedData } from '../../data/open';
import { CommandFailed, configOrFail, print, say } from './output';

interface OfDesk {
  readonly desk: DeskId;
}

interface SetOptions extends OfDesk {
  readonly name: string;
  readonly category: readonly string[];
  readonly member: readonly string[];
}

/** `guichet team set | list | remove`: who answers what on a desk. Works beside a running server. */
export function register(program: Command): void {
  const team = program.command('team').description('Who answers what: requests are given out within teams.');
  const desk = ['--desk <desk>', `one of ${DESK_IDS.join(', ')}`] as const;
  team
    .command('set')
    .description('Make a team, or change the one of that name.')
    .requiredOption(...desk, readDesk)
    .requiredOption('--name <name>', 'its name', readName)
    .option(
      '--category <category[,category]>',
      'what it takes; left out: whatever no other team takes',
      readList,
      [],
    )
    .requiredOption('--member <email[,email]>', 'the advisors of the desk who belong to it', readList)
    .action(set);
  team
    .command('list')
    .description('The teams of a desk, one a line as JSON.')
    .requiredOption(...desk, readDesk)
    .action(list);
  team
    .command('remove')
    .description('Remove a team; its requests stay with whoever has them.')
    .requiredOption(...desk, readDesk)
    .requiredOption('--name <name>', 'its name', readName)
    .action(remove);
}

function set({ desk, name, category, member }: SetOptions): Promise<void> {
  return withData(async ({ services }) => {
    const memberIds = await Promise.all(member.map((email) => idOf(services.advisors, email)));
    const saved = await services.assignment.saveTeam({ deskId: desk, name, categories: category, memberIds });
    if (!saved.ok) {
      const strangers = member.filter((_email, index) =>
        saved.fault.advisorIds.includes(memberIds[index] ?? ''),
      );
      throw new CommandFailed(`Not of the desk ${desk}: ${strangers.join(', ')}. Nothing was changed.`);
    }
    say(`The team ${name} of ${desk} is saved.`);
  });
}

function list({ desk }: OfDesk): Promise<void> {
  return withData(async ({ services }) => {
    for (const { name, categories, memberIds } of await services.assignment.teams(desk)) {
      const members = await Promise.all(memberIds.map((id) => services.advisors.find(id)));
      print(JSON.stringify({ name, categories, members: members.flatMap((each) => each?.email ?? []) }));
    }
  });
}

function remove({ desk, name }: OfDesk & { readonly name: string }): Promise<void> {
  return withData(async ({ services }) => {
    if (!(await services.assignment.removeTeam(desk, name))) {
      throw new CommandFailed(`The desk ${desk} has no team "${name}".`);
    }
    say(`The team ${name} of ${desk} is removed.`);
  });
}

async function withData(work: (data: OpenedData) => Promise<void>): Promise<void> {
  const data = await openData({ url: configOrFail().databaseUrl });
  try {
    await work(data);
  } finally {
    await data.close();
  }
}

async function idOf(advisors: AdvisorService, email: string): Promise<string> {
  const advisor = await advisors.findByEmail(email);
  if (advisor === null) throw new CommandFailed(`No advisor has the address ${email}. Nothing was changed.`);
  return advisor.id;
}

function readDesk(value: string): DeskId {
  if (!isDeskId(value)) throw new InvalidArgumentError(`The desks are ${DESK_IDS.join(', ')}.`);
  return value;
}

function readName(value: string): string {
  const name = value.trim();
  if (name === '' || name.length > 100) throw new InvalidArgumentError('Write a name.');
  return name;
}

function readList(value: string): readonly string[] {
  const items = value.split(',').map((item) => item.trim());
  if (items.includes('')) throw new InvalidArgumentError('Write them with a comma between two.');
  return items;
}
