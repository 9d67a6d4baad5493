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
    split: (from, reference, subject) =>
      `Your request ${from} was about two things. The second one now has a reference of its own: ${reference}, "${subject}". Both answers will arrive here.`,
    proposal: {
      teams: (advisor) => `${advisor} offers you an appointment on Teams.`,
      phone: (advisor) => `${advisor} offers you an appointment by phone.`,
      says: (text) => `"${text}"`,
      choose: 'Choose a time: it is yours as soon as you choose it, as long as nobody has taken it.',
      slot: (when, advisor) => `${when}, with ${advisor}`,
      booked: (when, advisor, reference) => `It is booked: ${when}, with ${advisor} (${reference}).`,
      bookedAlready: (when, advisor, reference) =>
        `You have booked already: ${when}, with ${advisor} (${reference}). You can move it.`,
      none: 'No other time is free at the moment. Shall I tell the person who looks after your request?',
      subject: (reference) => `Request ${reference}`,
    },
    comeBackSolved: 'It is settled',
    comeBackOpen: 'Still not',
  },
};
