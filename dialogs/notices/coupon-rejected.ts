import type { Notice } from '../../data/notices/types';
import { requestButton } from '../coupon-request/buttons';
import { localClock, localDate } from '../form/local-time';
import { metaFor, say } from '../replies';
import type { Reply } from '../reply';
import { sayClock, sayDate } from '../say';
import type { Telling } from './telling';

/** An advisor refused one of her coupons: which, why, and what she can do. */
export async function couponRejected(
  notice: Notice & { kind: 'coupon-rejected' },
  { services, listener, words, locale }: Telling,
): Promise<Reply | null> {
  const coupon = await services.coupons.find(notice.couponId);
  if (coupon === null) return null;
  const zone = listener.person?.zone ?? 'Europe/Paris';
  const lesson = words.couponRequest.coupon(
    sayDate(localDate(coupon.startsAt, zone), locale, listener.now),
    sayClock(localClock(coupon.startsAt, zone), locale),
    sayClock(localClock(coupon.endsAt, zone), locale),
    words.couponRequest.pupil(coupon.pupil, coupon.family),
  );
  return say(
    words.notice.couponRejected(coupon.reference, lesson, notice.reason),
    [
      { label: words.common.enterCoupon, action: { type: 'start-form', form: 'coupon' } },
      {
        label: words.notice.couponRejectedAnswer,
        action: { type: 'choose', value: requestButton('rejected', coupon.id) },
      },
      { label: words.common.human, action: { type: 'talk-to-someone' } },
    ],
    metaFor('service', 'abc.coupon-entry'),
  );
}
