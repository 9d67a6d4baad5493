import { listAppointments } from '../appointment/own';
import { orderIn } from '../appointment/own-order';
import { couponQuestion } from '../coupon/orders';
import type { Rank } from '../router';
import { readTicketOrder } from '../ticket/order';
import { ticketStatus } from '../ticket/status';

/** Questions that her own records answer, not an article. */
export const recordQuestionRank: Rank = {
  name: 'record-question',
  async take(scene) {
    if (scene.turn.action !== null) return null;
    if (readTicketOrder(scene.turn.text)?.order === 'status') return ticketStatus(scene);
    if (scene.turn.desk !== 'abc' || scene.turn.person === null) return null;
    const coupons = await couponQuestion(scene);
    if (coupons !== null) return coupons;
    if (orderIn(scene.turn.text) === 'list') return listAppointments(scene);
    return null;
  },
};
