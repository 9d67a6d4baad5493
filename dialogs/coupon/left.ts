import { localDate } from '../form/local-time';
import { metaFor, say } from '../replies';
import { sayDate, sayLength, sayMonth } from '../say';
import type { Outcome, Scene } from '../scene';
import { DateTime } from 'luxon';

const PARIS = 'Europe/Paris';

/** "Il me reste combien de coupons ?": from her records, with this month's hours and until when they can be entered (fact A042). */
export async function couponsLeft(scene: Scene): Promise<Outcome> {
  const { words, locale, turn, state } = scene;
  const running = (await scene.records.assignments()).filter(({ endedAt }) => endedAt === null);
  const button = { label: words.common.enterCoupon, action: { type: 'start-form', form: 'coupon' } } as const;
  const meta = metaFor('answer', 'abc.coupon-entry');
  const next = { ...state, misunderstood: 0 };
  if (running.length === 0) return { state: next, replies: [say(words.coupon.leftNone, [], meta)] };
  const month = localDate(turn.now, PARIS).slice(0, 7);
  const saved = (await scene.records.coupons()).filter(
    ({ status, startsAt }) => status === 'saved' && localDate(startsAt, PARIS).startsWith(month),
  );
  const minutes = saved.reduce(
    (sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / 60_000,
    0,
  );
  const monthEnd = DateTime.fromJSDate(turn.now, { zone: PARIS }).endOf('month').toFormat('yyyy-MM-dd');
  const lines = [
    words.coupon.leftTitle,
    ...running.map(
      ({ pupil, family, subject, couponsTotal, couponsUsed }) =>
        `- ${words.coupon.left(words.coupon.assignment(pupil, family, subject), Math.max(0, couponsTotal - couponsUsed), couponsTotal)}`,
    ),
    '',
    `${words.coupon.monthTotal(sayMonth(month, locale), sayLength(minutes), saved.length)} ${words.coupon.monthDeadline(sayDate(monthEnd, locale, turn.now))}`,
  ];
  return { state: next, replies: [say(lines.join('\n'), [button], meta)] };
}
