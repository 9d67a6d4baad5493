import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Config } from '../config';
import type { TeamsIdentity } from '../../data/teams/accounts';
import { ok, refused, type Result } from '../../data/result';

/** Microsoft's own clients that may ask for a token for our tab: Teams on desktop and mobile, and Teams on the web. */
export const TEAMS_CLIENTS: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4d-75ee78787346',
];
const SCOPE = 'access_as_user';
/** How far Entra's clock and ours may differ, in seconds. */
const TOLERANCE_S = 120;
/** How long keys are kept; a token with an unknown key makes them be read again, at most once in the cool-down. */
const KEYS_MS = 24 * 3_600_000;
const COOLDOWN_MS = 30_000;
const TIMEOUT_MS = 5_000;

export interface TeamsTokenSettings {
  /** Tenants whose tokens are taken, in small letters. */
  readonly tenants: readonly string[];
  readonly appId: string;
  /** The host of this server with its port, as in the application's id address (api://HOST/APP-ID). */
  readonly host: string;
  /** Where a tenant's keys are; {tenant} stands for its id. */
  readonly keysUrl: string;
}

/** Somebody as a token names her. */
export interface TeamsTokenPerson {
  readonly identity: TeamsIdentity;
  /** The address with which she signs in to Entra; null for a guest, whose address another organisation gives. */
  readonly email: string | null;
}

/** refused: whatever is wrong with it · unavailable: the keys could not be read, so that it cannot be told. */
export type TeamsTokenFault =
  { readonly kind: 'refused'; readonly why: string } | { readonly kind: 'unavailable'; readonly why: string };

/** Verifies the token that Teams gives our tab, as Microsoft documents it (docs/teams.md, "Sign-in of the tab"). */
export type VerifyTeamsToken = (
  token: string,
  now: Date,
) => Promise<Result<TeamsTokenPerson, TeamsTokenFault>>;

export interface TeamsSignIn {
  readonly verify: VerifyTeamsToken;
  /** Whether the address of an Entra account may find an advisor at her first sign-in. */
  readonly trustEmail: boolean;
}

const GUID = z.string().regex(/^[0-9a-f-]{36}$/i);
const CLAIMS = z.object({
  ver: z.literal('2.0'),
  tid: GUID,
  oid: GUID,
  azp: z.string().refine((client) => TEAMS_CLIENTS.includes(client.toLowerCase()), 'another client'),
  scp: z.string().refine((scopes) => scopes.split(' ').includes(SCOPE), 'another scope'),
  nbf: z.number(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
  idp: z.string().optional(),
  acct: z.number().optional(),
});

/** Keys are read when they are needed first, and kept. */
export function createTeamsTokens(settings: TeamsTokenSettings): VerifyTeamsToken {
  const { tenants, appId, host, keysUrl } = settings;
  const audience = [appId, `api://${host}/${appId}`];
  const keySets = new Map<string, JWTVerifyGetKey>();

  function keysOf(tenant: string): JWTVerifyGetKey {
    const known = keySets.get(tenant);
    if (known) return known;
    const keys = createRemoteJWKSet(new URL(keysUrl.replace('{tenant}', tenant)), {
      cacheMaxAge: KEYS_MS,
      cooldownDuration: COOLDOWN_MS,
      timeoutDuration: TIMEOUT_MS,
    });
    keySets.set(tenant, keys);
    return keys;
  }

  return async (token, now) => {
    // Keys are asked for allowed tenants only, whatever the token names.
    const tenant = claimedTenant(token);
    if (tenant === null || !tenants.includes(tenant)) return refused({ kind: 'refused', why: 'tenant' });
    try {
      const { payload } = await jwtVerify(token, keysOf(tenant), {
        algorithms: ['RS256'],
        issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
        audience,
        requiredClaims: ['exp', 'nbf'],
        clockTolerance: TOLERANCE_S,
        currentDate: now,
      });
      return personIn(payload, tenant);
    } catch (error) {
      return refused(faultOf(error));
    }
  };
}

/** The sign-in of the tab as configured; null without an app or an allowed tenant. */
export function teamsSignIn({
  microsoft,
  teams,
  publicUrl,
}: Pick<Config, 'microsoft' | 'teams' | 'publicUrl'>): TeamsSignIn | null {
  if (microsoft === null || teams.tenants.length === 0) return null;
  const { tenants, signInKeysUrl: keysUrl, trustEmail } = teams;
  const { host } = new URL(publicUrl);
  return { verify: createTeamsTokens({ tenants, appId: microsoft.appId, host, keysUrl }), trustEmail };
}

function personIn(payload: JWTPayload, tenant: string): Result<TeamsTokenPerson, TeamsTokenFault> {
  const claims = CLAIMS.safeParse(payload);
  if (!claims.success) {
    return refused({ kind: 'refused', why: String(claims.error.issues[0]?.path[0]) });
  }
  const { tid, oid, preferred_username: name, email, idp, acct } = claims.data;
  if (tid.toLowerCase() !== tenant) return refused({ kind: 'refused', why: 'tid' });
  const guest = acct === 1 || idp !== undefined;
  const address = name?.includes('@') ? name : email;
  return ok({
    identity: { tenantId: tid.toLowerCase(), objectId: oid.toLowerCase() },
    email: guest ? null : (address ?? null),
  });
}

/** What jose throws about the token itself is told apart from what it throws when it cannot read keys. */
function faultOf(error: unknown): TeamsTokenFault {
  if (error instanceof errors.JWKSTimeout) return { kind: 'unavailable', why: error.code };
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC') {
    const { claim } = error as { readonly claim?: string };
    return { kind: 'refused', why: claim ?? error.code };
  }
  return { kind: 'unavailable', why: error instanceof Error ? error.message : 'keys' };
}

/** The tenant that a token's issuer names, not yet verified; null where there is no readable token. */
function claimedTenant(token: string): string | null {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token) ?? [];
  try {
    const { iss } = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8')) as { iss?: unknown };
    const tenant = /^https:\/\/login\.microsoftonline\.com\/([0-9a-f-]{36})\/v2\.0$/i.exec(String(iss))?.[1];
    return tenant?.toLowerCase() ?? null;
  } catch {
    return null;
  }
}
