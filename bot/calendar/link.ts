import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Clock } from '../../data/clock';
import type { SigningKeys } from '../signing-keys';

/** How long a link brings the entry: long enough to come back to it, not for ever. Days. */
export const LINK_DAYS = 30;
const DAY_S = 86_400;

/** Links to the calendar entry of one appointment: whoever has one may open it, until it expires. */
export interface CalendarLinks {
  /** The address of an appointment's entry, from now on for thirty days. */
  linkTo(reference: string): string;
  /** Whether a token opens this appointment's entry now. */
  opens(reference: string, token: string): 'opens' | 'expired' | 'forged';
}

/** Links signed with a key of their own, made from the installation's. */
export function createCalendarLinks(deps: {
  readonly keys: SigningKeys;
  readonly clock: Clock;
  readonly publicUrl: string;
}): CalendarLinks {
  const { keys, clock, publicUrl } = deps;
  const nowSeconds = (): number => Math.floor(clock.now().getTime() / 1000);
  return {
    linkTo(reference) {
      const until = nowSeconds() + LINK_DAYS * DAY_S;
      const token = `${until.toString(36)}.${sign(keys.signer('calendar'), reference, until)}`;
      return `${publicUrl}/api/appointments/${encodeURIComponent(reference)}.ics?token=${token}`;
    },
    opens(reference, token) {
      const [when = '', signature = ''] = token.split('.');
      const until = parseInt(when, 36);
      if (!Number.isSafeInteger(until)) return 'forged';
      const signed = keys.verifiers('calendar').some((key) => same(sign(key, reference, until), signature));
      if (!signed) return 'forged';
      return nowSeconds() < until ? 'opens' : 'expired';
    },
  };
}

const sign = (key: KeyObject, reference: string, until: number): string =>
  createHmac('sha256', key).update(`${reference} ${until}`).digest('base64url');

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
