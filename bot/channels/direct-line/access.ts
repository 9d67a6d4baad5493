import type { Request } from 'restify';
import { refusal } from '../../errors';
import type { SigningKeys } from '../../signing-keys';
import type { DirectLineClaims, DirectLineTokens } from './tokens';

/** The token of the Authorization header. @throws refusal Unauthorized when there is none. */
export function bearerOf(req: Pick<Request, 'headers'>): string {
  const match = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '');
  if (!match?.[1]) throw refusal('Unauthorized');
  return match[1];
}

/**
 * Who calls about the conversation that the address names.
 *
 * @throws refusal Unauthorized (no token), TokenExpired, or Forbidden (not ours, or of another conversation).
 */
export async function claimsOf(
  req: Pick<Request, 'headers' | 'params'>,
  tokens: DirectLineTokens,
): Promise<DirectLineClaims> {
  const claims = await tokens.verify(bearerOf(req));
  if (req.params.id !== undefined && req.params.id !== claims.conversation) {
    throw refusal('Forbidden', 'This token is for another conversation.');
  }
  return claims;
}

/** Whether the caller is a server that holds one of the signing keys (Direct Line calls it the secret). */
export const holdsSecret = (req: Pick<Request, 'headers'>, keys: SigningKeys): boolean =>
  req.headers.authorization !== undefined && keys.isKey(bearerOf(req));
