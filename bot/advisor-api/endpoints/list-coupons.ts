import type { CouponView } from '../contract';
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
    const coupons: CouponView[] = rows.map((row) => ({
      id: row.id,
      reference: row.reference,
      personName: row.personName,
      family: row.family,
      pupil: row.pupil,
      subject: row.subject,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      late: row.late,
      createdAt: row.createdAt.toISOString(),
    }));
    return { kind: 'json', body: { coupons } };
  },
});
