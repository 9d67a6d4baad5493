import { z } from 'zod';
import type { Clock } from '../../data/clock';
import { PermanentFailure, TemporaryFailure } from '../workers/failures';
import { send, type GraphConfig } from './http';

const SCOPE = 'https://graph.microsoft.com/.default';
/** A token is renewed this long before it ends, in milliseconds: it must outlive the call that it is fetched for. */
const MARGIN_MS = 60_000;

const ANSWER = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

export interface AccessToken {
  /** A token that is good now. Several who ask at once share one call. */
  get(): Promise<string>;
  /** Forgets it: it was refused. */
  forget(): void;
}

/**
 * The application's own token (OAuth 2.0 client credentials), kept until shortly before it ends.
 *
 * @param scope what it is for; absent: Microsoft Graph.
 */
export function createAccessToken(
  config: Omit<GraphConfig, 'graphUrl'>,
  clock: Clock,
  scope: string = SCOPE,
): AccessToken {
  let kept: { readonly token: string; readonly until: number } | null = null;
  let fetching: Promise<string> | null = null;

  async function fetchToken(): Promise<string> {
    const answer = await send(`${config.loginUrl}/${config.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: config.clientId,
        client_secret: config.clientSecret,
        scope,
      }),
    }).catch((error: unknown) => {
      // Whatever is wrong with our name or secret, an administrator can mend it.
      throw error instanceof PermanentFailure ? new TemporaryFailure(error.code, { cause: error }) : error;
    });
    const { access_token: token, expires_in: seconds } = answer.read(ANSWER);
    kept = { token, until: clock.now().getTime() + seconds * 1000 - MARGIN_MS };
    return token;
  }

  return {
    async get() {
      if (kept !== null && clock.now().getTime() < kept.until) return kept.token;
      fetching ??= fetchToken().finally(() => {
        fetching = null;
      });
      return fetching;
    },
    forget() {
      kept = null;
    },
  };
}
