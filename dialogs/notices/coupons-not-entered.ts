import { expectingLessons } from '../../data/coupons/reminders';
import { couponDeadline, daysToDeadline, lessonMonth } from '../../data/coupons/rules';
import type { Notice } from '../../data/notices/types';
import { REMINDERS_OFF } from '../coupon/reminders';
import { sayDeadline } from '../coupon/deadline';
import { metaFor, say } from '../replies';
import type { Reply } from '../reply';
import { sayMonth } from '../say';
import type { Telling } from './telling';

/** Pupils named in a reminder; of more, how many there are. */
const MOST_NAMED = 3;

/** The month ends and she has entered no lesson of it. Nothing is said when she has meanwhile, or when the month is over. */
export async function couponsNotEntered(
  notice: Notice & { kind: 'coupons-not-entered' },
  { services, listener, words, locale }: Telling,
): Promise<Reply | null> {
  const { person, now } = listener;
  if (person === null || lessonMonth(now) !== notice.month) return null;
  const [assignments, coupons] = await Promise.all([
    services.people.assignments(person.id),
    services.coupons.ofPerson(person.id),
  ]);
  const expecting = expectingLessons({ assignments, coupons }, notice.month, now);
  if (expecting.length === 0) return null;
  const pupils = expecting.slice(0, MOST_NAMED).map(({ pupil }) => pupil);
  const until = sayDeadline(couponDeadline(now), { zone: person.zone, locale, turn: { now }, words });
  return say(
    words.notice.couponsNotEntered(
      sayMonth(notice.month, locale),
      words.notice.pupils(pupils, expecting.length - pupils.length),
      daysToDeadline(now),
      until,
    ),
    [
      { label: words.common.enterCoupon, action: { type: 'start-form', form: 'coupon' }, primary: true },
      { label: words.coupon.remindNoMore, action: { type: 'choose', value: REMINDERS_OFF } },
      { label: words.common.human, action: { type: 'talk-to-someone' } },
    ],
    metaFor('service', 'abc.coupon-deadline'),
  );
}
