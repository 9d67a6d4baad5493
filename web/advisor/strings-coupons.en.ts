import type { couponsFr } from './strings-coupons.fr';

/** The English strings of the coupons page: see strings.en.ts. */
export const couponsEn: typeof couponsFr = {
  title: '“Coupons”',
  lead: 'The lesson “coupons” entered last, newest first.',
  columns: {
    reference: '“Coupon”',
    person: 'Tutor',
    family: 'Family and pupil',
    lesson: 'Lesson',
    length: 'Length',
    entered: 'Entered',
    action: 'Decision',
  },
  late: 'Late',
  lateHint: 'Entered after the end of the lesson’s month: not paid the following month.',
  empty: ['No “coupons”', '“Coupons” entered in the chat will appear here.'],
  exporting: {
    month: 'Month of the lessons',
    button: 'Export for payroll',
    hint: 'A CSV file: every “coupon” of the month, late and refused ones marked.',
    done: (month: string) => `Export of ${month} downloaded.`,
  },
  rejected: 'Refused',
  reject: 'Refuse',
  rejecting: {
    title: 'Refuse this “coupon”?',
    text: (person: string) =>
      `${person} will be told in the chat, with your reason. The “coupon” becomes available again and the time is free. A refusal cannot be taken back.`,
    reason: 'Reason, as the tutor will read it',
    missing: 'Write a reason: it is what the tutor will read.',
    confirm: 'Refuse the “coupon”',
    keep: 'Keep the “coupon”',
    done: (reference: string) => `“Coupon” ${reference} refused.`,
  },
};
