import { couponView } from '../coupon-view';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { couponAnswer, rejectCouponBody } from '../schemas';

/** POST /coupons/:id/reject: refuses a saved coupon, once; the tutor is told why in the chat. */
export const rejectCoupon = endpoint({
  method: 'post',
  path: '/coupons/:id/reject',
  summary: 'Refuse a saved coupon, with the reason that its tutor is told',
  body: rejectCouponBody,
  answer: couponAnswer,
  async handle({ params, body, advisor, scope, now }, { services }) {
    const coupon = await scope.coupon(params.id ?? '');
    const rejected = await services.coupons.reject({
      couponId: coupon.id,
      advisorId: advisor.id,
      reason: body.reason,
      now,
    });
    if (rejected.ok) return { kind: 'json', body: couponView(rejected.value) };
    if (rejected.fault.code === 'not-found') throw new ApiFault('not-found');
    throw new ApiFault('coupon-already-rejected', { detail: rejected.fault.current.rejection?.reason });
  },
});
