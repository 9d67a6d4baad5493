import {
  openCouponRequest,
  renew,
  tellsOtherWrongCoupon,
  tellsRenewal,
  tellsWrongCoupon,
  wrongJustSaved,
} from '../coupon-request/entry';
import type { FormStack } from '../form/bridge';
import { openReportForm, opensReport } from '../report/entry';
import type { Outcome, Scene } from '../scene';
import { openCouponForm, opensCoupon } from './entry';
import { remindersOrder, switchReminders } from './reminders';
import { couponStanding, standingAsked } from './standing';

/** What a sentence orders about coupons and reports, each with its form; null: nothing of that. `scene.state.query` is the sentence. */
export async function couponOrder(scene: Scene, forms: FormStack): Promise<Outcome | null> {
  const { state, turn } = scene;
  const { text } = turn;
  if (await opensReport(scene)) return openReportForm(scene, forms, state, { text });
  if (await tellsWrongCoupon(scene)) return openCouponRequest(scene, forms, state, { about: 'wrong', text });
  const mistaken = await wrongJustSaved(scene);
  if (mistaken !== null)
    return openCouponRequest(scene, forms, state, { about: 'wrong', id: mistaken, text });
  if (await opensCoupon(scene)) return openCouponForm(scene, forms, state, text);
  return (await tellsRenewal(scene)) ? renew(scene, forms, state) : null;
}

/** Whether a message asks what her own coupons answer, or switches their reminders. */
export const asksOwnCoupons = ({ turn }: Scene): boolean =>
  turn.desk === 'abc' &&
  turn.person !== null &&
  (standingAsked(turn.text) !== null || remindersOrder(turn.text) !== null);

/** What her own coupons answer: how many are left, hours, days; or reminders switched off and on. null: nothing of that. */
export async function couponQuestion(scene: Scene): Promise<Outcome | null> {
  const order = remindersOrder(scene.turn.text);
  if (order !== null) return switchReminders(scene, order);
  const standing = standingAsked(scene.turn.text);
  return standing === null ? null : couponStanding(scene, standing);
}

/** A saved coupon is wrong, said in the middle of entering another one: its request comes first, the entry is kept aside. null: not so. */
export async function couponOrderInForm(scene: Scene, forms: FormStack): Promise<Outcome | null> {
  const { state, turn } = scene;
  if (state.stack[state.stack.length - 1]?.id !== 'coupon' || turn.action !== null) return null;
  if (!(await tellsOtherWrongCoupon(scene))) return null;
  return openCouponRequest(scene, forms, state, { about: 'wrong', text: turn.text });
}
