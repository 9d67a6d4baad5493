import { DateTime } from 'luxon';
import { z } from 'zod';
import { DESK_IDS, isDeskId, type DeskId } from '../data/desks/types';
import { ok, refused, type Result } from '../data/result';
import { GRAPH_URL, LOGIN_URL } from './graph/http';
import { crossFaults, type ConfigFault } from './config-faults';
import { teamsConfig, type TeamsConfig } from './config-teams';
import { fromRoot } from './project-root';

/** Everything that the environment decides, read once at start. */
export interface Config {
  readonly mode: 'demo' | 'production';
  /** The address to listen on; null in demo mode: every interface, but only this machine is answered. */
  readonly host: string | null;
  readonly port: number;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** False: `publicUrl` is only the local address, and links are built from the address that was called. */
  readonly publicUrlGiven: boolean;
  readonly databaseUrl: string;
  readonly microsoft: {
    readonly appId: string;
    readonly appPassword: string;
    readonly tenantId: string | null;
    /** Where Microsoft publishes the keys that channels sign with. */
    readonly channelKeysUrl: string;
  } | null;
  /** Who may come from Teams. */
  readonly teams: TeamsConfig;
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly trustEmail: boolean;
  } | null;
  /** Where mail is handed in; null: none is sent. */
  readonly smtpUrl: string | null;
  /** From whom mail is; an empty name stands for each desk's own. */
  readonly mailFrom: { readonly name: string; readonly address: string };
  /** Where requesters' answers to mails go, with {reference} in it; null: nobody reads them. */
  readonly mailReplyTo: string | null;
  /** The application that opens Teams meetings; null: advisors set the links by hand. */
  readonly graph: {
    readonly tenantId: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly loginUrl: string;
    readonly graphUrl: string;
  } | null;
  /** The first signs, all verify. Empty in demo mode: a key is made and kept under var/. */
  readonly signingKeys: readonly string[];
  /** Where the process clock starts (demonstrations and tests); null: the machine's clock. */
  readonly clockStart: Date | null;
  readonly frameAncestors: readonly string[];
  readonly defaultDesk: DeskId | null;
  /** The folder of topics, articles and phrases. */
  readonly knowledgeDir: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Whether X-Forwarded-For is believed (a reverse proxy of yours stands in front). */
  readonly trustProxy: boolean;
  /** Web-chat tokens that one address may ask for, and messages that one conversation may send, in a minute. */
  readonly tokensPerMinute: number;
  readonly messagesPerMinute: number;
}

export const CLOCK_ZONE = 'Europe/Paris';
const CHANNEL_KEYS_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const flag = z
  .enum(['0', '1', 'true', 'false'], { error: 'write 1 or 0' })
  .transform((value) => value === '1' || value === 'true');
const perMinute = z.coerce
  .number({ error: 'write a whole number of 1 or more' })
  .int('write a whole number of 1 or more')
  .min(1, 'write a whole number of 1 or more');
const webAddress = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: 'write a web address, for example https://guichet.example.org',
  })
  .transform((value) => value.replace(/\/+$/, ''));
const mailbox = z.string().transform((value, context) => {
  const [, name = '', address = ''] = /^(?:([^<>"\r\n]*?)\s*<)?([^\s<>@"]+@[^\s<>@"]+)>?$/.exec(value) ?? [];
  if (address !== '' && value.includes('<') === value.endsWith('>')) return { name, address };
  context.addIssue({
    code: 'custom',
    message:
      'write an address, for example guichet@example.org or Service intervenants <guichet@example.org>',
  });
  return z.NEVER;
});
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const instant = z.string().transform((value, context) => {
  const read = DateTime.fromISO(value, { zone: CLOCK_ZONE });
  if (read.isValid) return read.toJSDate();
  context.addIssue({
    code: 'custom',
    message: 'write an ISO instant, for example 2026-12-07T09:00:00+01:00',
  });
  return z.NEVER;
});

/** The variables, each by itself. Rules between them are in `crossFaults`. */
const ENVIRONMENT = z.object({
  GUICHET_MODE: z.enum(['demo', 'production'], { error: 'write demo or production' }).default('demo'),
  HOST: z.string().optional(),
  PORT: z.coerce
    .number({ error: 'write a port between 1 and 65535' })
    .int('write a port between 1 and 65535')
    .min(1, 'write a port between 1 and 65535')
    .max(65535, 'write a port between 1 and 65535')
    .default(3978),
  PUBLIC_URL: webAddress.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, {
      error: 'write file:./var/guichet.db or postgresql://user:password@host/database',
    })
    .default('file:./var/guichet.db'),
  MICROSOFT_APP_ID: z
    .string()
    .regex(/^[0-9a-f-]{36}$/i, {
      error: 'write the application (client) id of the bot registration, a GUID',
    })
    .optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  MICROSOFT_ALLOWED_TENANTS: list
    .refine((tenants) => tenants.every((tenant) => /^[0-9a-f-]{36}$/i.test(tenant)), {
      error: 'write the ids (GUIDs) of the tenants whose people may write, separated by commas',
    })
    .default([]),
  MICROSOFT_TRUST_EMAIL: flag.default(false),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_TRUST_EMAIL: flag.default(false),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, { error: 'write smtp://user:password@host:587 or smtps://...' })
    .refine((value) => URL.canParse(value) && new URL(value).hostname !== '', {
      error: 'write smtp://user:password@host:587; signs like @ or # in the password as %40, %23',
    })
    .optional(),
  MAIL_FROM: mailbox.optional(),
  MAIL_REPLY_TO: z
    .string()
    .regex(/^[^\s@]*\{reference\}[^\s@]*@[^\s@{}]+$/, {
      error:
        'write an address with {reference} before the @, one that your server delivers: desk+{reference}@example.org',
    })
    .optional(),
  MICROSOFT_GRAPH_TENANT_ID: z.string().optional(),
  MICROSOFT_GRAPH_CLIENT_ID: z.string().optional(),
  MICROSOFT_GRAPH_CLIENT_SECRET: z.string().optional(),
  WEBCHAT_SIGNING_KEYS: list.default([]),
  WEBCHAT_FRAME_ANCESTORS: z
    .string()
    .regex(/^[^;,]+$/, {
      error: 'write the origins that may show the chat, separated by spaces: https://portal.example.org',
    })
    .transform((value) => value.trim().split(/\s+/))
    .optional(),
  GUICHET_CLOCK: instant.optional(),
  GUICHET_DEFAULT_DESK: z
    .string()
    .refine(isDeskId, { error: `write one of ${DESK_IDS.join(', ')}` })
    .optional(),
  GUICHET_KNOWLEDGE_DIR: z.string().optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'write debug, info, warn, error or silent',
    })
    .default('info'),
  TRUST_PROXY: flag.default(false),
  TOKENS_PER_MINUTE: perMinute.optional(),
  MESSAGES_PER_MINUTE: perMinute.optional(),
});

/** The variables that Guichet reads; an empty value counts as absent. */
export const VARIABLES = Object.keys(ENVIRONMENT.shape);

/**
 * Reads the environment. Every fault is reported at once, in words that say what to write.
 *
 * @param env the process environment, or a part of it in tests.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly ConfigFault[]> {
  const given = Object.fromEntries(
    VARIABLES.map((name) => [name, env[name]?.trim()] as const).filter(([, value]) => value),
  ) as Record<string, string>;
  const parsed = ENVIRONMENT.safeParse(given);
  const faults: ConfigFault[] = [
    ...(parsed.error?.issues ?? []).map((issue) => ({
      variable: String(issue.path[0]),
      fix: issue.message,
    })),
    ...crossFaults(given),
  ];
  if (!parsed.success || faults.length > 0) return refused(faults);
  return ok(toConfig(parsed.data));
}

/** One line a fault, ready to print. */
export const describeFaults = (faults: readonly ConfigFault[]): string =>
  faults.map(({ variable, fix }) => `  ${variable}: ${fix}`).join('\n');

/** A file: address counts from the project, wherever a command is called: the server and `advisor add` must mean the same file. */
const absoluteUrl = (url: string): string =>
  url.startsWith('file:.') ? `file:${fromRoot(url.slice('file:'.length))}` : url;

function toConfig(env: z.output<typeof ENVIRONMENT>): Config {
  const demo = env.GUICHET_MODE === 'demo';
  return {
    mode: env.GUICHET_MODE,
    host: env.HOST ?? null,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    publicUrlGiven: env.PUBLIC_URL !== undefined,
    databaseUrl: absoluteUrl(env.DATABASE_URL),
    microsoft:
      env.MICROSOFT_APP_ID && env.MICROSOFT_APP_PASSWORD
        ? {
            appId: env.MICROSOFT_APP_ID,
            appPassword: env.MICROSOFT_APP_PASSWORD,
            tenantId: env.MICROSOFT_APP_TENANT_ID ?? null,
            channelKeysUrl: CHANNEL_KEYS_URL,
          }
        : null,
    teams: teamsConfig(env),
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            trustEmail: env.OIDC_TRUST_EMAIL,
          }
        : null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? { name: '', address: 'guichet@localhost' },
    mailReplyTo: env.MAIL_REPLY_TO ?? null,
    graph:
      env.MICROSOFT_GRAPH_TENANT_ID && env.MICROSOFT_GRAPH_CLIENT_ID && env.MICROSOFT_GRAPH_CLIENT_SECRET
        ? {
            tenantId: env.MICROSOFT_GRAPH_TENANT_ID,
            clientId: env.MICROSOFT_GRAPH_CLIENT_ID,
            clientSecret: env.MICROSOFT_GRAPH_CLIENT_SECRET,
            loginUrl: LOGIN_URL,
            graphUrl: GRAPH_URL,
          }
        : null,
    signingKeys: env.WEBCHAT_SIGNING_KEYS,
    clockStart: env.GUICHET_CLOCK ?? null,
    frameAncestors: env.WEBCHAT_FRAME_ANCESTORS ?? [demo ? '*' : "'self'"],
    defaultDesk: env.GUICHET_DEFAULT_DESK ?? null,
    knowledgeDir: env.GUICHET_KNOWLEDGE_DIR ?? fromRoot('knowledge'),
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    tokensPerMinute: env.TOKENS_PER_MINUTE ?? (demo ? 600 : 60),
    messagesPerMinute: env.MESSAGES_PER_MINUTE ?? (demo ? 600 : 60),
  };
}
