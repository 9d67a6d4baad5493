import { createHash, randomBytes } from 'node:crypto';

/** A secret that cannot be guessed: 256 random bits, written so that it can stand in a URL. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. Its 256 random bits need no salt and no slow hash. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
