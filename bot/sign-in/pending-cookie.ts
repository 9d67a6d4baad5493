import type { IncomingMessage } from 'node:http';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { SigningKeys } from '../signing-keys';
import { readCookie } from './cookies';
import type { PendingSignIn } from './open-id';

/** Nobody takes longer to sign in at the provider. Seconds. */
const LIFETIME_S = 600;

const PENDING = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
});

/** Keeps what a sign-in under way has to remember in a cookie that only this server can read. */
export interface PendingCookie {
  /** The Set-Cookie value. */
  seal(pending: PendingSignIn): Promise<string>;
  /** null: no sign-in is under way in this browser, or its time is over. */
  open(req: IncomingMessage): Promise<PendingSignIn | null>;
  clear(): string;
}

/** @param publicUrl https makes the cookie Secure. */
export function pendingCookie(keys: SigningKeys, publicUrl: string): PendingCookie {
  const secure = new URL(publicUrl).protocol === 'https:';
  const name = secure ? '__Host-guichet_pending' : 'guichet_pending';
  // Lax: the provider sends the browser back by a link, which is when the cookie is needed.
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    async seal(pending) {
      const sealed = await new EncryptJWT({ ...pending })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(`${LIFETIME_S}s`)
        .encrypt(keys.signer('sign-in'));
      return `${name}=${sealed}; ${attributes}; Max-Age=${LIFETIME_S}`;
    },
    async open(req) {
      const sealed = readCookie(req.headers.cookie, name);
      if (sealed === null) return null;
      for (const key of keys.verifiers('sign-in')) {
        const opened = await jwtDecrypt(sealed, key).catch(() => null);
        const pending = PENDING.safeParse(opened?.payload);
        if (pending.success) return pending.data;
      }
      return null;
    },
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}
