import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../../data/clock';
import { DESK_IDS, type DeskId } from '../../../data/desks/types';
import { refusal } from '../../errors';
import { verifyToken, type KeyUse, type SigningKeys } from '../../signing-keys';

/** Seconds for which a Direct Line token is good; clients refresh it after half of that. */
export const TOKEN_LIFETIME_S = 1_800;
/** Seconds within which a stream address must be opened. */
export const STREAM_LIFETIME_S = 60;
/** Seconds for which the address of a file can be opened. */
const ATTACHMENT_LIFETIME_S = 86_400;
/** How long after its end a token still brings its visitor back to the same conversation. */
const RETURN_SECONDS = 30 * 86_400;

/** Who talks where: what a Direct Line token says, and the only source of it. */
export interface DirectLineClaims {
  readonly conversation: string;
  /** Begins with `dl_`, as Direct Line demands of ids that a client cannot choose. */
  readonly user: string;
  readonly desk: DeskId;
  readonly person: string | null;
}

const CLAIMS = z.object({
  conversation: z.string().min(1),
  user: z.string().startsWith('dl_'),
  desk: z.enum(DESK_IDS),
  person: z.string().nullable(),
});
const ADDRESS_CLAIMS = z.object({ conversation: z.string().min(1) });

export interface DirectLineTokens {
  issue(claims: DirectLineClaims): Promise<{ readonly token: string; readonly expiresIn: number }>;
  /** @throws refusal TokenExpired or Forbidden. */
  verify(token: string): Promise<DirectLineClaims>;
  /** The claims of a token that may have expired up to 30 days ago; null when it is none of ours or older. */
  readReturning(token: string): Promise<DirectLineClaims | null>;
  /** A short token for the query of an address: WebSockets and images cannot send headers. */
  issueAddress(use: 'stream' | 'attachment', conversation: string): Promise<string>;
  /** The conversation that an address token opens. @throws refusal TokenExpired or Forbidden. */
  verifyAddress(use: 'stream' | 'attachment', token: string): Promise<string>;
}

export const newConversationId = (): string => randomBytes(12).toString('base64url');
export const newUserId = (): string => `dl_${randomBytes(12).toString('hex')}`;

export function createDirectLineTokens(keys: SigningKeys, clock: Clock): DirectLineTokens {
  const sign = (use: KeyUse, payload: Record<string, unknown>, lifetime: number): Promise<string> => {
    const issuedAt = Math.floor(clock.now().getTime() / 1000);
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .sign(keys.signer(use));
  };
  const verify = async <T>(use: KeyUse, token: string, schema: z.ZodType<T>): Promise<T> => {
    const verified = await verifyToken(keys, use, token, clock.now());
    if (verified.outcome === 'expired') throw refusal('TokenExpired');
    const claims = verified.outcome === 'valid' ? schema.safeParse(verified.payload) : null;
    if (!claims?.success) throw refusal('Forbidden');
    return claims.data;
  };
  return {
    async issue({ conversation, user, desk, person }) {
      const token = await sign('direct-line', { conversation, user, desk, person }, TOKEN_LIFETIME_S);
      return { token, expiresIn: TOKEN_LIFETIME_S };
    },
    verify: (token) => verify('direct-line', token, CLAIMS),
    async readReturning(token) {
      const verified = await verifyToken(keys, 'direct-line', token, clock.now());
      if (verified.outcome === 'invalid') return null;
      const age = clock.now().getTime() / 1000 - (verified.payload.exp ?? 0);
      const claims = CLAIMS.safeParse(verified.payload);
      return claims.success && age <= RETURN_SECONDS ? claims.data : null;
    },
    issueAddress: (use, conversation) =>
      sign(use, { conversation }, use === 'stream' ? STREAM_LIFETIME_S : ATTACHMENT_LIFETIME_S),
    verifyAddress: async (use, token) => (await verify(use, token, ADDRESS_CLAIMS)).conversation,
  };
}
