import { accessSync, constants, existsSync } from 'node:fs';
import { connect } from 'node:net';
import type { Command } from 'commander';
import { DateTime } from 'luxon';
import { openData } from '../../data/open';
import { createKnowledge } from '../../knowledge/create';
import { systemClock } from '../../data/clock';
import { readConfig, type Config } from '../config';
import { createMeetings } from '../graph/meetings';
import { mailFailure } from '../mail/failures';
import { createMailer } from '../mail/mailer';
import { fromRoot } from '../project-root';
import { CommandFailed, print } from './output';

/** What one check found: nothing, or what to mend. */
type Finding = { readonly ok: true; readonly detail: string } | { readonly ok: false; readonly mend: string };
interface Check {
  readonly name: string;
  readonly run: () => Promise<Finding> | Finding;
}

const REACH_MS = 3_000;
const MAIL_TIMEOUTS = { connect: REACH_MS, silence: REACH_MS, whole: 2 * REACH_MS };
const OLDEST_NODE = [20, 19] as const;
const found = (detail: string): Finding => ({ ok: true, detail });
const wrong = (mend: string): Finding => ({ ok: false, mend });

/** `guichet doctor`: looks at everything that the server needs and says what to mend. Changes nothing but what a start would. */
export function register(program: Command): void {
  program
    .command('doctor')
    .description('Check configuration, database, time zone and reachability, and say what to mend.')
    .action(async () => {
      const read = readConfig(process.env);
      const checks: Check[] = [
        { name: 'Node', run: checkNode },
        {
          name: 'configuration',
          run: () =>
            read.ok
              ? found(`${read.value.mode} mode`)
              : wrong(read.fault.map(({ variable, fix }) => `${variable}: ${fix}`).join('; ')),
        },
        { name: 'time zone', run: checkTimeZone },
        { name: 'browser parts', run: checkBuild },
        { name: 'knowledge', run: checkKnowledge },
        ...(read.ok ? checksOf(read.value) : []),
      ];
      let faults = 0;
      for (const { name, run } of checks) {
        const finding = await attempt(run);
        if (!finding.ok) faults += 1;
        print(finding.ok ? `ok    ${name}: ${finding.detail}` : `MEND  ${name}: ${finding.mend}`);
      }
      if (faults > 0)
        throw new CommandFailed(faults === 1 ? 'One thing to mend.' : `${faults} things to mend.`);
    });
}

function checksOf(config: Config): Check[] {
  return [
    { name: 'database', run: () => checkDatabase(config) },
    { name: `port ${config.port}`, run: () => checkPort(config) },
    ...(config.publicUrlGiven
      ? [{ name: 'public address', run: () => checkPublicUrl(config.publicUrl) }]
      : []),
    ...(config.oidc ? [{ name: 'sign-in provider', run: () => checkIssuer(config.oidc?.issuer ?? '') }] : []),
    { name: 'mail server', run: () => checkMail(config) },
    ...(config.graph ? [{ name: 'Microsoft Graph', run: () => checkGraph(config.graph) }] : []),
  ];
}

async function attempt(run: Check['run']): Promise<Finding> {
  try {
    return await run();
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const recent = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return recent ? found(process.version) : wrong(`install Node ${OLDEST_NODE.join('.')} or later`);
}

/** Deadlines are reckoned in Paris, also across the change of summer time. */
function checkTimeZone(): Finding {
  const offsets = ['2027-03-28T00:59Z', '2027-03-28T01:01Z'].map(
    (instant) => DateTime.fromISO(instant, { zone: 'Europe/Paris' }).offset,
  );
  return offsets.join() === '60,120'
    ? found('Europe/Paris is known, with its summer time')
    : wrong('this Node lacks time zone data: install one with full ICU');
}

function checkBuild(): Finding {
  const missing = ['chat.html', 'advisor.html', 'index.html', 'widget.js'].filter(
    (name) => !existsSync(fromRoot('dist/web', name)),
  );
  return missing.length === 0 ? found('built') : wrong(`${missing.join(', ')} not built: run npm run build`);
}

function checkKnowledge(): Finding {
  const knowledge = createKnowledge({ dir: fromRoot('knowledge') });
  const topics = knowledge.topics().length;
  return topics > 0 ? found(`${topics} topics`) : wrong('knowledge/topics.tsv holds no topic');
}

async function checkDatabase(config: Config): Promise<Finding> {
  const data = await openData({ url: config.databaseUrl });
  try {
    await data.ping();
    const folder = fromRoot('var');
    if (existsSync(folder)) accessSync(folder, constants.W_OK);
    const { outbox } = data.services;
    const dead = (await outbox.dead()).map(({ kind, reason, count }) => `${count} ${kind} (${reason})`);
    const givenUp = dead.length === 0 ? '' : `; given up: ${dead.join(', ')}`;
    return found(`answers, schema up to date, ${await outbox.backlog()} messages wait to be sent${givenUp}`);
  } finally {
    await data.close();
  }
}

async function checkPort(config: Config): Promise<Finding> {
  if (!(await reaches('127.0.0.1', config.port))) return found('free');
  const health = await fetch(`http://127.0.0.1:${config.port}/healthz`, {
    signal: AbortSignal.timeout(REACH_MS),
  }).catch(() => null);
  return health?.ok
    ? found('Guichet is running there')
    : wrong('another program has it: stop that, or set PORT');
}

async function checkPublicUrl(publicUrl: string): Promise<Finding> {
  const answer = await fetch(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(REACH_MS) }).catch(
    () => null,
  );
  return answer?.ok
    ? found('answers')
    : wrong(`${publicUrl} does not reach a running Guichet: start it, or look at the proxy and the name`);
}

async function checkIssuer(issuer: string): Promise<Finding> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(REACH_MS),
  }).catch(() => null);
  return answer?.ok
    ? found('answers')
    : wrong(`OIDC_ISSUER ${issuer} does not answer with its configuration`);
}

/** Connects, encrypts and signs in as a mail would, without sending one. */
async function checkMail({ smtpUrl, mailFrom }: Config): Promise<Finding> {
  if (smtpUrl === null) return found('none is set (SMTP_URL): appointments are confirmed in the chat only');
  const { host } = new URL(smtpUrl);
  const mailer = createMailer({ smtpUrl, from: mailFrom }, MAIL_TIMEOUTS);
  try {
    await mailer.verify();
    return found(`${host} answers; mail is sent from ${mailFrom.address}`);
  } catch (error) {
    const { code } = mailFailure(error);
    const refused = code === 'mail-535' || code === 'mail-EAUTH';
    return wrong(
      refused
        ? `SMTP_URL: ${host} refuses this user and password`
        : `SMTP_URL: ${host} does not answer as a mail server (${code})`,
    );
  } finally {
    mailer.close();
  }
}

/** Signs in as the application that opens meetings, without opening one. */
async function checkGraph(graph: Config['graph']): Promise<Finding> {
  if (graph === null) return found('not set: advisors set the links by hand');
  try {
    await createMeetings(graph, systemClock).verify();
    return found('signs in');
  } catch {
    return wrong('MICROSOFT_GRAPH_*: Microsoft does not sign this application in; check its three values');
  }
}

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: REACH_MS });
    const end = (reached: boolean) => () => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', end(true)).once('timeout', end(false)).once('error', end(false));
  });
}
