import type { Configuration } from 'openid-client';
import type { OpenIdPerson } from '../../data/advisors/types';

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether an address without `email_verified` is believed (providers that only hold addresses of their own). */
  readonly trustEmail: boolean;
}

/** What is remembered between leaving for the provider and coming back; sealed in a cookie of that browser. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Where she wanted to go, a path of ours. */
  readonly returnTo: string;
}

/** Sign-in through the organisation's OpenID provider: authorization code, PKCE (S256), state, nonce. */
export interface OpenIdClient {
  begin(returnTo: string): Promise<{ readonly url: string; readonly pending: PendingSignIn }>;
  /** @throws when the answer is not the one to this question, or the provider refuses the code. */
  finish(callback: URL, pending: PendingSignIn): Promise<OpenIdPerson>;
}

export const CALLBACK_PATH = '/advisor/open-id/callback';

/** @param publicUrl the address at which browsers reach this server. The provider is asked for its description at the first sign-in. */
export function createOpenIdClient(settings: OpenIdSettings, publicUrl: string): OpenIdClient {
  const redirectUri = publicUrl + CALLBACK_PATH;
  let discovered: Promise<Configuration> | null = null;

  async function discover(): Promise<Configuration> {
    const openId = await import('openid-client');
    const issuer = new URL(settings.issuer);
    // Plain http only ever reaches a provider on this machine: a demonstration, a test.
    const insecure =
      issuer.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(issuer.hostname);
    return openId.discovery(
      issuer,
      settings.clientId,
      undefined,
      openId.ClientSecretPost(settings.clientSecret),
      insecure ? { execute: [openId.allowInsecureRequests] } : {},
    );
  }

  /** A provider that could not be reached is asked again at the next sign-in. */
  function configuration(): Promise<Configuration> {
    discovered ??= discover().catch((error: unknown) => {
      discovered = null;
      throw error;
    });
    return discovered;
  }

  return {
    async begin(returnTo) {
      const openId = await import('openid-client');
      const config = await configuration();
      const pending: PendingSignIn = {
        state: openId.randomState(),
        nonce: openId.randomNonce(),
        codeVerifier: openId.randomPKCECodeVerifier(),
        returnTo,
      };
      const url = openId.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await openId.calculatePKCECodeChallenge(pending.codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, pending };
    },
    async finish(callback, pending) {
      const openId = await import('openid-client');
      const config = await configuration();
      const tokens = await openId.authorizationCodeGrant(config, new URL(redirectUri + callback.search), {
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        pkceCodeVerifier: pending.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider sent no ID token.');
      // Some providers tell the address at the userinfo endpoint only.
      const told =
        typeof claims['email'] === 'string'
          ? claims
          : await openId.fetchUserInfo(config, tokens.access_token, claims.sub);
      return { issuer: claims.iss, subject: claims.sub, verifiedEmail: emailIn(told, settings.trustEmail) };
    },
  };
}

function emailIn(claims: Readonly<Record<string, unknown>>, trusted: boolean): string | null {
  const { email, email_verified: verified } = claims;
  if (typeof email !== 'string' || email === '') return null;
  return verified === true || verified === 'true' || (verified === undefined && trusted) ? email : null;
}
