import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { AppSettings } from '../../manifest/manifest';
import { buildPackage } from '../../manifest/package';
import { fromRoot } from '../project-root';
import { CommandFailed, print, say } from './output';

interface Options {
  readonly out: string;
  readonly appId?: string;
  readonly publicUrl?: string;
  readonly appVersion?: string;
  readonly developer: string;
  readonly websiteUrl?: string;
  readonly privacyUrl?: string;
  readonly termsUrl?: string;
}

/** `guichet teams-package`: the zip that is uploaded to Teams, filled in and checked. Needs no server and no database. */
export function register(program: Command): void {
  const command = program
    .command('teams-package')
    .description('Write the Teams app package: ids and domain filled in, checked against Microsoft’s schema.')
    .option('--out <file>', 'where to write the zip', 'guichet-teams.zip')
    .option('--app-id <id>', 'the bot registration’s application id (default: MICROSOFT_APP_ID)', readAppId)
    .option('--public-url <url>', 'the https address of this server (default: PUBLIC_URL)', readAddress)
    .option('--app-version <version>', 'raised with every upload (default: this release’s)')
    .option('--developer <name>', 'who publishes the app', 'Guichet')
    .option('--website-url <url>', 'about the publisher (default: the server)', readAddress)
    .option('--privacy-url <url>', 'your privacy statement (default: the server)', readAddress)
    .option('--terms-url <url>', 'your terms of use (default: the server)', readAddress);
  command.action((options: Options) => write(command, options));
}

async function write(command: Command, options: Options): Promise<void> {
  const appId = options.appId ?? given('MICROSOFT_APP_ID', readAppId, command);
  const publicUrl = options.publicUrl ?? given('PUBLIC_URL', readAddress, command);
  const settings: AppSettings = {
    appId: appId.toLowerCase(),
    publicUrl,
    version: options.appVersion ?? releaseVersion(),
    developer: options.developer,
    websiteUrl: options.websiteUrl ?? publicUrl,
    privacyUrl: options.privacyUrl ?? publicUrl,
    termsOfUseUrl: options.termsUrl ?? publicUrl,
  };
  const built = buildPackage(settings, fromRoot('manifest'));
  if ('faults' in built) {
    const lines = built.faults.map(({ where, what }) => `  ${where}: ${what}`);
    throw new CommandFailed(`The package was not written. To be mended:\n${lines.join('\n')}`);
  }
  await writeFile(options.out, built.zip);
  if (options.privacyUrl === undefined || options.termsUrl === undefined) {
    say('Before it goes to a store: give --privacy-url and --terms-url; now they lead to the server itself.');
  }
  print(resolve(options.out));
}

/** A value of the environment, read as the option would be. */
function given(variable: string, read: (value: string) => string, command: Command): string {
  const value = process.env[variable]?.trim();
  const option = variable === 'PUBLIC_URL' ? '--public-url' : '--app-id';
  if (!value) command.error(`error: give ${option}, or set ${variable}`);
  try {
    return read(value);
  } catch (error) {
    command.error(`error: ${variable}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readAppId(value: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) {
    throw new InvalidArgumentError('Write the application (client) id, a GUID.');
  }
  return value;
}

function readAddress(value: string): string {
  if (!URL.canParse(value) || new URL(value).protocol !== 'https:') {
    throw new InvalidArgumentError('Write an https address: Teams opens no other.');
  }
  return value.replace(/\/+$/, '');
}

const releaseVersion = (): string =>
  (JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string }).version;
