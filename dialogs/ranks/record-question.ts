import { listAppointments } from '../appointment/own';
import { orderIn } from '../appointment/own-order';
import { couponsLeft } from '../coupon/left';
import type { Rank } from '../router';
import { fold } from '../text/fold';
import { readTicketOrder } from '../ticket/order';
import { ticketStatus } from '../ticket/status';

const COUPONS_LEFT =
  /\bcombien\b.*\bcoupons?\b|\bcoupons?\b.*\b(?:reste\w*|restants?|left)\b|\breste\w*\b.*\bcoupons?\b|\bhow many coupons\b|\bcombien\b.*\bheures?\b.*\bce mois\b/;

/** Questions that her own records answer, not an article. */
export const recordQuestionRank: Rank = {
  name: 'record-question',
  async take(scene) {
    if (scene.turn.action !== null) return null;
    if (readTicketOrder(scene.turn.text)?.order === 'status') return ticketStatus(scene);
    const folded = fold(scene.turn.text);
    if (scene.turn.desk !== 'abc' || scene.turn.person === null) return null;
    if (COUPONS_LEFT.test(folded)) return couponsLeft(scene);
    if (orderIn(scene.turn.text) === 'list') return listAppointments(scene);
    return null;
  },
};
