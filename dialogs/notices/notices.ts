import type { Notice } from '../../data/notices/types';
import type { Reply } from '../reply';
import { comeBack } from './come-back';
import type { Telling } from './telling';

/** Every notice in words, a file each. null: there is nothing left to say. */
export async function noticeReply(notice: Notice, telling: Telling): Promise<Reply | null> {
  switch (notice.kind) {
    case 'come-back':
      return comeBack(notice, telling);
    case 'coupon-rejected':
    case 'coupons-not-entered':
    case 'appointment-reminder':
    case 'appointment-changed':
      return null;
  }
}
