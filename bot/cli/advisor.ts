import { InvalidArgumentError, type Command } from 'commander';
import { ADVISOR_ROLES, type AdvisorRole } from '../../data/advisors/types';
import { DESK_IDS, isDeskId, type DeskId } from '../../data/desks/types';
import { shiftedClock, systemClock } from '../../data/clock';
import { openData } from '../../data/open';
import { CommandFailed, configOrFail, print, say } from './output';

interface AddOptions {
  readonly name: string;
  readonly email: string;
  readonly desk: readonly DeskId[];
  readonly role: AdvisorRole;
}

/** `guichet advisor add`: somebody who answers. Works beside a running server. */
export function register(program: Command): void {
  program
    .command('advisor')
    .description('The people who answer.')
    .command('add')
    .description(
      'Add an advisor and print a one-time sign-in link, good for an hour. Known by e-mail: a new link.',
    )
    .requiredOption('--name <name>', 'the name that requesters see', readName)
    .requiredOption('--email <email>', 'where she is reached', readEmail)
    .requiredOption('--desk <desk[,desk]>', `one or more of ${DESK_IDS.join(', ')}`, readDesks)
    .requiredOption('--role <role>', ADVISOR_ROLES.join(', '), readRole)
    .action(add);
}

async function add(options: AddOptions): Promise<void> {
  const config = configOrFail();
  // The link must be good by the clock of the server that will be asked.
  const now = (config.clockStart === null ? systemClock : shiftedClock(config.clockStart)).now();
  const data = await openData({ url: config.databaseUrl });
  try {
    const { advisors } = data.services;
    const known = await advisors.findByEmail(options.email);
    if (known !== null && !sameRights(known, options)) {
      throw new CommandFailed(
        `${options.email} is already an advisor, as ${known.role} of ${known.deskIds.join(', ')}. Nothing was changed.`,
      );
    }
    const advisor =
      known ??
      (await advisors.add({
        name: options.name,
        email: options.email,
        role: options.role,
        deskIds: options.desk,
        now,
      }));
    const { token } = await advisors.createSignInLink(advisor.id, now);
    say(
      known === null
        ? `${advisor.name} was added.`
        : `${advisor.name} was already there; here is a new link.`,
    );
    print(`${config.publicUrl}/advisor/sign-in/${token}`);
  } finally {
    await data.close();
  }
}

const sameRights = (known: { role: AdvisorRole; deskIds: readonly DeskId[] }, asked: AddOptions): boolean =>
  known.role === asked.role && [...known.deskIds].sort().join() === [...asked.desk].sort().join();

function readName(value: string): string {
  const name = value.trim();
  if (name === '' || name.length > 100) throw new InvalidArgumentError('Write a name.');
  return name;
}

function readEmail(value: string): string {
  const email = value.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new InvalidArgumentError('Write an e-mail address.');
  return email;
}

function readDesks(value: string): readonly DeskId[] {
  const desks = [...new Set(value.split(',').map((desk) => desk.trim()))];
  if (!desks.every(isDeskId)) throw new InvalidArgumentError(`The desks are ${DESK_IDS.join(', ')}.`);
  return desks as DeskId[];
}

function readRole(value: string): AdvisorRole {
  const role = ADVISOR_ROLES.find((known) => known === value);
  if (role === undefined) throw new InvalidArgumentError(`The roles are ${ADVISOR_ROLES.join(', ')}.`);
  return role;
}
