import { createSecretKey, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errors, jwtVerify, type JWTPayload } from 'jose';

/** What a key is used for: one use's tokens are worthless for another. */
export type KeyUse = 'direct-line' | 'stream' | 'attachment' | 'identity' | 'sign-in' | 'calendar';

/** The keys of WEBCHAT_SIGNING_KEYS. The first signs; all verify, so that keys can be rotated. */
export interface SigningKeys {
  signer(use: KeyUse): KeyObject;
  verifiers(use: KeyUse): readonly KeyObject[];
  /** Whether a caller presented one of the keys itself, as a server of ours does. */
  isKey(candidate: string): boolean;
}

export function createSigningKeys(keys: readonly string[]): SigningKeys {
  if (keys.length === 0) throw new Error('At least one signing key is needed.');
  // Identities are signed by the host page's server with the key as it is written; everything else is ours and derived from it.
  const derive = (key: string, use: KeyUse): KeyObject =>
    createSecretKey(
      use === 'identity' ? Buffer.from(key) : Buffer.from(hkdfSync('sha256', key, '', `guichet ${use}`, 32)),
    );
  const cache = new Map<KeyUse, readonly KeyObject[]>();
  const verifiers = (use: KeyUse): readonly KeyObject[] => {
    const known = cache.get(use) ?? keys.map((key) => derive(key, use));
    cache.set(use, known);
    return known;
  };
  return {
    verifiers,
    signer: (use) => verifiers(use)[0] as KeyObject,
    isKey: (candidate) => keys.map((key) => sameText(key, candidate)).includes(true),
  };
}

/** The key of a demonstration: made at the first start and kept, so that tokens outlive a restart. */
export function demoSigningKey(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const key = randomBytes(36).toString('base64url');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, key, { mode: 0o600 });
  return key;
}

export type Verified =
  | { readonly outcome: 'valid'; readonly payload: JWTPayload }
  | { readonly outcome: 'expired'; readonly payload: JWTPayload }
  | { readonly outcome: 'invalid' };

/**
 * Verifies an HS256 token against every key of a use.
 *
 * @param now the instant at which it must be valid.
 * @returns expired: signed by us, but its time is over.
 */
export async function verifyToken(
  keys: SigningKeys,
  use: KeyUse,
  token: string,
  now: Date,
): Promise<Verified> {
  return verifyWith(keys.verifiers(use), token, now);
}

/** The same against these keys only. */
export async function verifyWith(keys: readonly KeyObject[], token: string, now: Date): Promise<Verified> {
  for (const key of keys) {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        currentDate: now,
        requiredClaims: ['exp'],
      });
      return { outcome: 'valid', payload };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { outcome: 'expired', payload: error.payload };
    }
  }
  return { outcome: 'invalid' };
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
