import { couponView } from '../coupon-view';
import { endpoint } from '../endpoint';
import { couponListAnswer } from '../schemas';

const LIMIT = 200;

/** GET /coupons: the lesson coupons entered last, newest first. */
export const listCoupons = endpoint({
  method: 'get',
  path: '/coupons',
  summary: 'The lesson coupons entered last, newest first',
  answer: couponListAnswer,
  async handle({ scope }, { services }) {
    const rows = await services.coupons.recent(scope.deskIds, LIMIT);
    return { kind: 'json', body: { coupons: rows.map(couponView) } };
  },
});
