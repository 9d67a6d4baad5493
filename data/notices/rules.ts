import type { Notice } from './types';

/**
 * Whether a notice is kept until the assistant answers the chat again, while an advisor does. What an advisor has just done for her is part
 * of what they talk about, and an appointment within the hour cannot wait; everything else would be a second voice in their conversation.
 */
export function waitsForHandBack(notice: Notice): boolean {
  switch (notice.kind) {
    case 'ticket-split':
    case 'appointment-proposal':
    case 'appointment-changed':
      return false;
    case 'appointment-reminder':
      return notice.before === 'day';
    case 'coupon-rejected':
    case 'coupons-not-entered':
    case 'come-back':
      return true;
  }
}
