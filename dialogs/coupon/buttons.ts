import { readRequestButton } from '../coupon-request/buttons';
import { openCouponRequest } from '../coupon-request/entry';
import type { FormStack } from '../form/bridge';
import { say } from '../replies';
import { openReportForm, readReportButton, REPORT_LATER } from '../report/entry';
import type { Outcome, Scene } from '../scene';
import { REMINDERS_OFF, REMINDERS_ON, switchReminders } from './reminders';

/** The buttons about coupons, reports and their reminders that belong to no open form; null: another one. */
export async function couponButton(scene: Scene, forms: FormStack, value: string): Promise<Outcome | null> {
  const { state, words } = scene;
  switch (value) {
    case REMINDERS_OFF:
      return switchReminders(scene, 'off');
    case REMINDERS_ON:
      return switchReminders(scene, 'on');
    case REPORT_LATER:
      return { state, replies: [say(words.report.laterSaid)] };
  }
  const report = readReportButton(value);
  if (report !== null) return openReportForm(scene, forms, state, report);
  const request = readRequestButton(value);
  // Her last words were about something else: the request begins with none.
  return request === null ? null : openCouponRequest(scene, forms, { ...state, query: '' }, request);
}
