import { z } from 'zod';
import type { JsonValue } from '../../../data/conversations/types';
import { ok, refused, type Result } from '../../../data/result';
import { LOGIN_URL } from '../../graph/http';
import { createAccessToken, type AccessToken } from '../../graph/access-token';
import type { Clock } from '../../../data/clock';
import { TemporaryFailure } from '../../workers/failures';
import type { Address, Connector, NewConversation, Receipt, WireActivity, WireFault } from './contract';
import { isTrusted } from './trusted';

const SCOPE = 'https://api.botframework.com/.default';
/** The tenant in which bots of several tenants ask for their token. */
const ANY_TENANT = 'botframework.com';
/** What undici says when the other side was never reached. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const RECEIPT = z.object({ id: z.string().nullish(), activityId: z.string().nullish() });
const ERROR = z.object({ error: z.object({ code: z.string() }) });

/** The application that calls; null: a connector that asks for no token (the emulator and the Playground, in demonstrations). */
export interface ConnectorConfig {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string | null;
  /** Where tokens come from, without a slash at the end; another address in tests. */
  readonly loginUrl?: string;
  /** Hosts beside Microsoft's that the token is shown to; tests only. */
  readonly trustedHosts?: readonly string[];
}

/** The connector's REST API, version 3: the calls that Guichet makes, with a time limit and nothing done behind its back. */
export function createConnector(config: ConnectorConfig | null, clock: Clock): Connector {
  const token = config === null ? null : accessToken(config, clock);

  async function authorization(url: string): Promise<Result<string | null, WireFault>> {
    if (token === null) return ok(null);
    if (!isTrusted(url, config?.trustedHosts)) return refused({ kind: 'untrusted' });
    try {
      return ok(`Bearer ${await token.get()}`);
    } catch (error) {
      const code = error instanceof TemporaryFailure ? error.code : 'login';
      return refused({ kind: 'no-token', code: `token-${code}` });
    }
  }

  async function call(
    method: 'POST' | 'PUT' | 'DELETE',
    url: string,
    body: object | null,
    signal: AbortSignal,
  ): Promise<Result<Answer, WireFault>> {
    const authorized = await authorization(url);
    if (!authorized.ok) return authorized;
    try {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        signal,
        headers: {
          accept: 'application/json',
          ...(body !== null && { 'content-type': 'application/json' }),
          ...(authorized.value !== null && { authorization: authorized.value }),
        },
        ...(body !== null && { body: JSON.stringify(body) }),
      });
      // The head says that it was taken: a body that is cut off then changes only what is known of it.
      const content: unknown = await response.json().catch(() => null);
      if (response.ok) return ok(receiptOf(content));
      return refused({
        kind: 'answer',
        status: response.status,
        code: ERROR.safeParse(content).data?.error.code ?? '',
        retryAfter: response.headers.get('retry-after'),
      });
    } catch (error) {
      return refused(silence(error, signal));
    }
  }

  return {
    send: (to, activity, signal) =>
      call('POST', activitiesUrl(to), addressed(activity, to), signal).then(asReceipt),
    update: (to, id, activity, signal) =>
      call('PUT', activitiesUrl(to, id), { ...addressed(activity, to), id }, signal).then(asReceipt),
    remove: (to, id, signal) => call('DELETE', activitiesUrl(to, id), null, signal).then(asReceipt),
    async open(command, signal) {
      const opened = await call('POST', conversationsUrl(command.serviceUrl), parameters(command), signal);
      if (!opened.ok) return opened;
      const { id, activityId } = opened.value;
      return ok({ id: activityId, address: addressOf(command, id ?? '') });
    },
    renewToken: () => token?.forget(),
    async fileAuthorization(url) {
      const authorized = await authorization(url);
      return !authorized.ok && authorized.fault.kind === 'untrusted' ? ok(null) : authorized;
    },
  };
}

const accessToken = (
  { appId, appPassword, tenantId, loginUrl }: ConnectorConfig,
  clock: Clock,
): AccessToken =>
  createAccessToken(
    {
      clientId: appId,
      clientSecret: appPassword,
      tenantId: tenantId ?? ANY_TENANT,
      loginUrl: loginUrl ?? LOGIN_URL,
    },
    clock,
    SCOPE,
  );

interface Answer {
  readonly id: string | null;
  readonly activityId: string | null;
}

function receiptOf(content: unknown): Answer {
  const { id, activityId } = RECEIPT.safeParse(content).data ?? {};
  return { id: id || null, activityId: activityId || null };
}

const asReceipt = (answer: Result<Answer, WireFault>): Result<Receipt, WireFault> =>
  answer.ok ? ok({ id: answer.value.id }) : answer;

function silence(error: unknown, signal: AbortSignal): WireFault {
  if (signal.aborted) return { kind: 'silence', code: 'timeout', reached: true };
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  const code = typeof cause?.code === 'string' ? cause.code : 'network';
  return { kind: 'silence', code, reached: !NEVER_LEFT.has(code) };
}

const conversationsUrl = (serviceUrl: string): string => `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`;

const activitiesUrl = ({ serviceUrl, conversation }: Address, id?: string): string =>
  [
    conversationsUrl(serviceUrl),
    encodeURIComponent(conversation.id),
    'activities',
    ...(id === undefined ? [] : [encodeURIComponent(id)]),
  ].join('/');

/** An activity with who sends it to whom; ids are the channel's to give. */
function addressed(
  activity: WireActivity,
  { channelId, serviceUrl, conversation, bot, user }: Address,
): object {
  return {
    type: 'message',
    ...activity,
    id: undefined,
    channelId,
    serviceUrl,
    conversation,
    ...(bot !== undefined && { from: bot }),
    ...(user !== undefined && { recipient: user }),
  };
}

function parameters({ user, teamsChannelId, tenantId, bot, activity }: NewConversation): object {
  const channelData: JsonValue = {
    tenant: { id: tenantId },
    ...(teamsChannelId !== null && { channel: { id: teamsChannelId } }),
  };
  return {
    isGroup: user === null,
    bot,
    tenantId,
    channelData,
    ...(user !== null && { members: [user] }),
    ...(activity !== null && { activity }),
  };
}

const addressOf = (command: NewConversation, id: string): Address => ({
  serviceUrl: command.serviceUrl,
  channelId: command.channelId,
  conversation: {
    id,
    tenantId: command.tenantId,
    conversationType: command.user === null ? 'channel' : 'personal',
    isGroup: command.user === null,
  },
  bot: command.bot,
  ...(command.user !== null && { user: command.user }),
});
