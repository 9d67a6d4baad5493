import type { Notice } from '../../data/notices/types';
import type { Reply } from '../reply';
import { appointmentChanged, appointmentReminder } from './appointment';
import { appointmentProposal } from './appointment-proposal';
import { comeBack } from './come-back';
import { couponRejected } from './coupon-rejected';
import { couponsNotEntered } from './coupons-not-entered';
import { ticketSplit } from './ticket-split';
import type { Telling } from './telling';

/** Every notice in words, a file each. null: there is nothing left to say. */
export async function noticeReply(notice: Notice, telling: Telling): Promise<Reply | null> {
  switch (notice.kind) {
    case 'come-back':
      return comeBack(notice, telling);
    case 'coupon-rejected':
      return couponRejected(notice, telling);
    case 'coupons-not-entered':
      return couponsNotEntered(notice, telling);
    case 'appointment-reminder':
      return appointmentReminder(notice, telling);
    case 'ticket-split':
      return ticketSplit(notice, telling);
    case 'appointment-proposal':
      return appointmentProposal(notice, telling);
    case 'appointment-changed':
      return appointmentChanged(notice, telling);
  }
}
