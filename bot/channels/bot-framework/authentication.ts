import type { Activity, ConfigurationBotFrameworkAuthentication as Authentication } from 'botbuilder';
import type { Config } from '../../config';
import { KeysUnavailable, NotAuthenticated } from './contract';

const CHANNEL_ISSUER = 'https://api.botframework.com';
const LOGIN_URL = 'https://login.microsoftonline.com/botframework.com';
const CALLER = 'urn:botframework:azure';
/** The SDK reads keys without a time limit of its own; the channel waits 15 seconds for an answer. */
const KEYS_TIMEOUT_MS = 8_000;

type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;

/**
 * The SDK's validation of a channel's token, and what it leaves open (docs/teams.md, "What is checked at the door"): only tokens of
 * the channel itself (the SDK also takes those of emulators and other bots), that expire, for the very address that replies go to.
 * Without an app id nothing is checked; readConfig refuses that in production.
 */
export async function createAuthentication(microsoft: Config['microsoft']): Promise<Authentication> {
  const { ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  if (microsoft === null) return new ConfigurationBotFrameworkAuthentication({});

  class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
    override async authenticateRequest(activity: Activity, authorization: string): Promise<Authenticated> {
      // Before the SDK sees it: the SDK remembers the tenant of every token that it is shown, for good.
      if (claimedIssuer(authorization) !== CHANNEL_ISSUER) throw new NotAuthenticated();
      const result = await withinTime(super.authenticateRequest(activity, authorization)).catch(asRefusal);
      const { claimsIdentity } = result;
      const expires: unknown = claimsIdentity.getClaimValue('exp');
      const address = claimsIdentity.getClaimValue('serviceurl');
      if (typeof expires !== 'number' || !address || address !== activity.serviceUrl) {
        throw new NotAuthenticated();
      }
      return result;
    }
  }

  return new ChannelAuthentication({
    MicrosoftAppId: microsoft.appId,
    MicrosoftAppPassword: microsoft.appPassword,
    MicrosoftAppTenantId: microsoft.tenantId ?? undefined,
    MicrosoftAppType: microsoft.tenantId === null ? 'MultiTenant' : 'SingleTenant',
    // As soon as one of these is given, the SDK takes none of them from its own constants.
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: LOGIN_URL,
    ToChannelFromBotOAuthScope: CHANNEL_ISSUER,
    ToBotFromChannelTokenIssuer: CHANNEL_ISSUER,
    OAuthUrl: CHANNEL_ISSUER,
    ToBotFromChannelOpenIdMetadataUrl: microsoft.channelKeysUrl,
    // The channel's keys sign no token of an emulator: a second reason why none is accepted.
    ToBotFromEmulatorOpenIdMetadataUrl: microsoft.channelKeysUrl,
    CallerId: CALLER,
  });
}

/** The issuer that a token names, not yet verified; null where there is no readable token. */
function claimedIssuer(authorization: string): unknown {
  const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(authorization);
  try {
    const [header, payload] = [token?.[1], token?.[2]].map(
      (part) =>
        JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')) as Record<string, unknown> | null,
    );
    return header ? payload?.iss : null;
  } catch {
    return null;
  }
}

/** What the SDK throws is told apart by status and name only: it exports none of its error classes. */
function asRefusal(error: unknown): never {
  const { statusCode, name } = error as { readonly statusCode?: unknown; readonly name?: unknown };
  if (statusCode === 500 || name === 'FetchError' || name === 'KeysTimeout') {
    throw new KeysUnavailable('', { cause: error });
  }
  throw new NotAuthenticated('', { cause: error });
}

class KeysTimeout extends Error {
  override readonly name = 'KeysTimeout';
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new KeysTimeout()), KEYS_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}
