import { DateTime } from 'luxon';
import { COUPON_ZONE } from '../../data/coupons/rules';
import type { CouponRow, CouponService } from '../../data/coupons/types';
import { fr } from '../../dialogs/messages.fr';
import { csvFile, type Cell } from './csv';

/**
 * The coupons of a month as a file for payroll: every lesson that began in that month in Paris, late and refused ones marked (facts A042,
 * A044). Dates and times are those of Paris. Described in docs/coupons.md.
 *
 * @param month as 2026-11; null: every month.
 */
export function couponsCsv(
  coupons: Pick<CouponService, 'ofMonth'>,
  deskIds: readonly string[],
  month: string | null,
): AsyncGenerator<string, void, undefined> {
  return csvFile(Object.values(fr.couponExport.columns), rows(coupons.ofMonth(deskIds, month)));
}

/** "coupons-2026-11-abc.csv" */
export const couponsFileName = (month: string, deskIds: readonly string[]): string =>
  `${['coupons', month, ...(deskIds.length === 1 ? deskIds : [])].join('-')}.csv`;

async function* rows(coupons: AsyncIterable<CouponRow>): AsyncGenerator<readonly Cell[], void, undefined> {
  for await (const coupon of coupons) yield cells(coupon);
}

function cells(coupon: CouponRow): readonly Cell[] {
  const { couponExport: words } = fr;
  const startsAt = inParis(coupon.startsAt);
  const minutes = Math.round((coupon.endsAt.getTime() - coupon.startsAt.getTime()) / 60_000);
  const byColumn: Readonly<Record<keyof typeof words.columns, Cell>> = {
    reference: coupon.reference,
    person: coupon.personName,
    personId: coupon.personId,
    family: coupon.family,
    pupil: coupon.pupil,
    subject: coupon.subject,
    date: startsAt.toFormat('dd/MM/yyyy'),
    start: startsAt.toFormat('HH:mm'),
    end: inParis(coupon.endsAt).toFormat('HH:mm'),
    hours: { number: minutes / 60, digits: 2 },
    minutes: { number: minutes, digits: 0 },
    entered: inParis(coupon.createdAt).toFormat('dd/MM/yyyy HH:mm'),
    late: coupon.late ? words.yes : words.no,
    state: coupon.rejection === null ? words.saved : words.rejected,
    reason: coupon.rejection?.reason ?? '',
  };
  return Object.keys(words.columns).map((column) => byColumn[column as keyof typeof words.columns]);
}

const inParis = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: COUPON_ZONE });
