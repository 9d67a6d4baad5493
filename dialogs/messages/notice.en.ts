import type { Messages } from '../messages.fr';
import type { noticeFr } from './notice.fr';

/** The English sentences that Guichet writes of its own accord: see ../messages.en.ts. */
export const noticeEn: Pick<Messages, keyof typeof noticeFr> = {
  notice: {
    couponRejected: (reference, lesson, reason) =>
      `Your advisor has refused the "coupon" ${reference} (${lesson}). Reason: "${reason}". It no longer counts: the "coupon" is available again and the time is free.`,
    couponRejectedAnswer: 'Answer my advisor',
    couponsNotEntered: (month, pupils, days, until) =>
      `I see no lesson of ${month} in your "coupons" yet (${pupils}). ${days === 0 ? 'Today is the last day' : `You have ${days} day${days > 1 ? 's' : ''} left`} to enter them: until ${until}. If you gave no lesson, there is nothing to do.`,
    pupils: (names, more) => {
      const all = more > 0 ? [...names, `${more} more`] : [...names];
      const last = all.pop() ?? '';
      return all.length === 0 ? last : `${all.join(', ')} and ${last}`;
    },
    comeBack: (topic) => `As agreed, I am coming back to you about "${topic}". Has it been settled since?`,
    comeBackSolved: 'It is settled',
    comeBackOpen: 'Still not',
  },
};
