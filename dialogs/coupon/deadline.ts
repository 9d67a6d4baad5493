import { COUPON_ZONE } from '../../data/coupons/rules';
import { localClock, localDate } from '../form/local-time';
import { sayClock, sayDate } from '../say';
import type { Locale } from '../../data/people/types';
import type { Messages } from '../messages.fr';

/** For whom, and when, the deadline is said. */
interface Reader {
  readonly zone: string;
  readonly locale: Locale;
  readonly turn: { readonly now: Date };
  readonly words: Messages;
}

/**
 * The last minute at which a month's lessons can be entered (A042), as people say it: "lundi 30 novembre à 23 h 59, heure de Paris", and what
 * her own clock shows then where that differs.
 *
 * @param deadline the instant, as data/coupons/rules.ts reckons it.
 */
export function sayDeadline(deadline: Date, { zone, locale, turn, words }: Reader): string {
  const wall = (at: string): readonly [string, string] => [
    sayDate(localDate(deadline, at), locale, turn.now),
    sayClock(localClock(deadline, at), locale),
  ];
  const paris = words.coupon.deadline(...wall(COUPON_ZONE));
  const [date, clock] = wall(zone);
  const isSame = paris === words.coupon.deadline(date, clock);
  return isSame ? paris : words.coupon.deadlineThere(paris, date, clock);
}
