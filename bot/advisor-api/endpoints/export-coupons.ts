import { couponsCsv, couponsFileName } from '../../exports/coupons';
import { CSV_TYPE } from '../../exports/csv';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { exportCouponsQuery } from '../schemas';

/** GET /coupons/export: the lesson coupons of a month as a CSV file for payroll, of one desk or of all of hers. */
export const exportCoupons = endpoint({
  method: 'get',
  path: '/coupons/export',
  summary: 'The lesson coupons of a month as a CSV file for payroll',
  query: exportCouponsQuery,
  audit: 'personal-data',
  answer: 'csv',
  async handle({ query, scope }, { services }) {
    const { month, desk } = query;
    if (desk !== undefined && !scope.allows(desk)) throw new ApiFault('not-found');
    const desks = desk === undefined ? scope.deskIds : [desk];
    return {
      kind: 'stream',
      name: couponsFileName(month, desks),
      contentType: CSV_TYPE,
      chunks: couponsCsv(services.coupons, desks, month),
    };
  },
});
