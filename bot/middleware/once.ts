import { createHash } from 'node:crypto';

const PLAIN_ID = /^[\w.:-]{1,80}$/;

/**
 * The id under which an inbound activity is stored, which is what makes a repetition have one effect: the same key in the same
 * conversation is the same activity, whatever its transport id.
 *
 * @param key what the sender gave to tell repetitions apart; null when it gave nothing.
 * @param fallback makes an id where there is nothing to compare.
 */
export function activityIdFor(
  conversationId: string,
  key: string | null | undefined,
  fallback: () => string,
): string {
  if (!key) return `${conversationId}|${fallback()}`;
  const short = PLAIN_ID.test(key) ? key : createHash('sha256').update(key).digest('base64url').slice(0, 32);
  return `${conversationId}|${short}`;
}
