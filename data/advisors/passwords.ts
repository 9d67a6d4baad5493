import type { Algorithm } from '@node-rs/argon2';

/** Shorter passwords are guessed; longer ones than this are no passwords. In characters. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

export type PasswordFault =
  | { readonly code: 'too-short'; readonly least: number }
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'too-plain' };

/**
 * What is wrong with a password that somebody chose, or null: long enough, not one character over and over, not her own name or address.
 *
 * @param known what an attacker would try first: her name and e-mail address.
 */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return { code: 'too-short', least: SHORTEST_PASSWORD };
  if (length > LONGEST_PASSWORD) return { code: 'too-long', most: LONGEST_PASSWORD };
  const plain = password.normalize('NFC').toLowerCase();
  const isKnown = known.some((word) => plain.includes(word.toLowerCase()) && length - word.length < 6);
  const isSequence = '01234567890123456789abcdefghijklmnopqrstuvwxyzazertyuiopqwertyuiop'.includes(plain);
  return new Set(plain).size < 5 || isKnown || isSequence ? { code: 'too-plain' } : null;
}

/** RFC 9106's second choice: 64 MB would let ten sign-ins at once exhaust a small server. */
const ARGON2ID = { algorithm: 2 satisfies Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, with its own salt. */
export async function hashPassword(password: string): Promise<string> {
  const { hash } = await import('@node-rs/argon2');
  return hash(password.normalize('NFC'), ARGON2ID);
}

/** A hash that no password has: an unknown address takes as long to refuse as a wrong password. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$UNZ0IwdY+CA+JA5/qoPawQ$ldbWUVRkwqoSWL4IK+96QDqQt9BwCi6pNdYqzK1U03I';

/** Whether a password is the one that was hashed; for null it never is. */
export async function matchesPassword(hash: string | null, password: string): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2');
  const matches = await verify(hash ?? NOBODY, password.normalize('NFC'));
  return hash !== null && matches;
}
