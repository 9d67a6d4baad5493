import { isLate, lessonMonth } from '../../data/coupons/rules';
import type { Coupon, CouponDraft, CouponFault, CouponOutlook } from '../../data/coupons/types';
import { reportsDue } from '../../data/reports/rules';
import { requestButton } from '../coupon-request/buttons';
import type { FormView, GuidedDialog, Review } from '../form/guided';
import { localDate } from '../form/local-time';
import type { Reason } from '../form/types';
import { metaFor, say } from '../replies';
import type { Choice, Reply } from '../reply';
import { REPORT_TOPIC } from '../report/dialog';
import { reportChoice, REPORT_LATER } from '../report/entry';
import { sayMonth } from '../say';
import type { CouponEnv } from './form';
import { COUPON_FORM } from './form';
import { sayDeadline } from './deadline';
import { lessonAt } from './lesson';
import { couponSheet } from './sheet';
import { display, facts, labelOf, question, reason } from './words';

type View = FormView<CouponEnv>;

const TOPIC = 'abc.coupon-entry';

/** Entering a lesson coupon (desk abc): the rules are the service's, said before saving. */
export const couponDialog: GuidedDialog<CouponEnv> = {
  id: 'coupon',
  version: 1,
  async load(scene) {
    const assignments = await scene.records.assignments();
    return {
      now: scene.turn.now,
      zone: scene.zone,
      readTimes: (text, options) => scene.knowledge.readTimes(text, options),
      matchNames: (text, candidates, nameOf) => scene.knowledge.matchNames(text, candidates, nameOf),
      assignments: assignments
        .filter(({ endedAt }) => endedAt === null)
        .map(({ id, pupil, family, subject }) => ({
          id,
          label: scene.words.coupon.assignment(pupil, family, subject),
          names: [pupil, family, `${pupil} ${family}`],
        })),
    };
  },
  spec: () => COUPON_FORM,
  title: (scene) => scene.words.coupon.title,
  topic: () => TOPIC,
  question,
  label: (slot, { scene }) => labelOf(slot, scene),
  display,
  reason,
  sheet: couponSheet,
  readBack: (view) => ({ title: view.scene.words.coupon.readBack, facts: facts(view) }),
  review,
  async complete(view, idempotencyKey) {
    const { scene } = view;
    const { turn } = scene;
    const draft = draftOf(view);
    if (draft === null || turn.person === null) return { kind: 'review' };
    // Read back before the month's end and confirmed after it: that it is late must be told first.
    const readBackAt = new Date(view.state.touchedAt);
    if (isLate(draft.startsAt, turn.now) && !isLate(draft.startsAt, readBackAt)) return { kind: 'review' };
    const entered = await scene.services.coupons.enter({
      idempotencyKey,
      personId: turn.person.id,
      draft,
      now: turn.now,
    });
    if (entered.ok) {
      const replies = [receipt(view, entered.value), ...(await startReportOffer(view, draft.assignmentId))];
      return { kind: 'done', reference: entered.value.reference, replies };
    }
    switch (entered.fault.code) {
      // Another window was faster: what is to be done instead is said at the review.
      case 'no-coupon-left':
      case 'end-report-due':
        return { kind: 'review' };
      default:
        return { kind: 'reopen', ...reopening(entered.fault) };
    }
  },
};

function receipt(view: View, coupon: Coupon): Reply {
  const { words } = view.scene;
  const explain: Choice = {
    label: words.common.createRequest,
    action: { type: 'choose', value: requestButton('late', coupon.id) },
  };
  return {
    kind: 'receipt',
    title: words.coupon.saved,
    reference: coupon.reference,
    facts: facts(view),
    text: coupon.late ? words.coupon.savedLate : words.coupon.savedText,
    choices: [
      ...(coupon.late ? [explain] : []),
      { label: words.coupon.another, action: { type: 'start-form', form: 'coupon' } },
    ],
    meta: { decision: 'answer', topic: TOPIC, form: 'coupon' },
  };
}

/** The first coupon of an assignment makes its first report due (A045): offered at once, to be done now or later. */
async function startReportOffer({ scene }: View, assignmentId: string): Promise<readonly Reply[]> {
  const { words, services, turn } = scene;
  const assignments = await services.people.assignments(turn.person?.id ?? '');
  const assignment = assignments.find(({ id }) => id === assignmentId);
  if (assignment === undefined || assignment.couponsUsed !== 1) return [];
  if (!reportsDue(assignment).includes('start')) return [];
  return [
    say(
      words.report.offerStart(assignment.pupil),
      [
        reportChoice(words.report.fillNow, assignmentId, 'start'),
        { label: words.report.later, action: { type: 'choose', value: REPORT_LATER } },
      ],
      metaFor('answer', REPORT_TOPIC),
    ),
  ];
}

/** The lesson as instants; null while something is missing or names a wall time that does not exist. */
function draftOf({ values, env }: Pick<View, 'values' | 'env'>): CouponDraft | null {
  const { assignment, date, start, end } = values;
  if (typeof assignment !== 'string' || typeof date !== 'string') return null;
  if (typeof start !== 'string' || typeof end !== 'string') return null;
  const lesson = lessonAt(date, start, end, env.zone);
  return lesson === null
    ? null
    : { assignmentId: assignment, startsAt: lesson.startsAt, endsAt: lesson.endsAt };
}

async function review(view: View): Promise<Review> {
  const { scene } = view;
  const draft = draftOf(view);
  if (draft === null || scene.turn.person === null) {
    return { kind: 'reopen', slot: 'start', reason: { code: 'unclear' } };
  }
  const checked = await scene.services.coupons.check(scene.turn.person.id, draft, scene.turn.now);
  if (checked.ok) return { kind: 'ok', notices: notices(view, draft, checked.value) };
  switch (checked.fault.code) {
    case 'no-coupon-left':
      return blockedWithoutCoupons(view, draft.assignmentId);
    case 'end-report-due':
      return callsEndReport(view, draft.assignmentId);
    default:
      return { kind: 'reopen', ...reopening(checked.fault) };
  }
}

/** What is true of the lesson and said before she confirms. */
function notices({ scene, env }: View, draft: CouponDraft, outlook: CouponOutlook): readonly string[] {
  const { words, locale } = scene;
  const { coupon } = words;
  const said: string[] = [];
  const month = lessonMonth(draft.startsAt);
  const inPlainMonth = [draft.startsAt, draft.endsAt].every((at) =>
    localDate(at, env.zone).startsWith(month),
  );
  if (!inPlainMonth) said.push(coupon.monthNotice(sayMonth(month, locale)));
  if (outlook.late)
    said.push(coupon.lateNotice(sayMonth(month, locale), sayDeadline(outlook.deadline, scene)));
  if (outlook.opensStartReport) said.push(coupon.reportNotice);
  said.push(outlook.couponsLeftAfter === 0 ? coupon.lastNotice : coupon.leftNotice(outlook.couponsLeftAfter));
  return said;
}

/** Which slot a refusal of the service asks again. */
function reopening(fault: CouponFault): { readonly slot: string; readonly reason: Reason } {
  switch (fault.code) {
    case 'unknown-assignment':
    case 'no-coupon-left':
    case 'end-report-due':
      return { slot: 'assignment', reason: { code: fault.code } };
    case 'in-future':
      return { slot: 'date', reason: { code: fault.code } };
    case 'ends-before-start':
      return { slot: 'end', reason: { code: fault.code } };
    case 'implausible-length':
      return { slot: 'end', reason: { code: fault.code, minutes: fault.minutes } };
    case 'overlap':
      return {
        slot: 'start',
        reason: {
          code: fault.code,
          reference: fault.with.reference,
          startsAt: fault.with.startsAt.toISOString(),
          endsAt: fault.with.endsAt.toISOString(),
        },
      };
  }
}

function blockedWithoutCoupons(view: View, assignmentId: string): Review {
  const { words } = view.scene;
  return {
    kind: 'blocked',
    worthKeeping: false,
    replies: [
      say(
        words.coupon.noneLeft(display('assignment', assignmentId, view)),
        [
          {
            label: words.common.createRequest,
            action: { type: 'choose', value: requestButton('renewal', assignmentId) },
            primary: true,
          },
          { label: words.coupon.another, action: { type: 'start-form', form: 'coupon' } },
        ],
        metaFor('answer', 'abc.coupon-renewal'),
      ),
    ],
  };
}

/** The last coupon waits for the end report (A047): it is written now, then the coupon goes on where it stood. */
const callsEndReport = (view: View, assignmentId: string): Review => ({
  kind: 'call',
  form: 'report',
  start: { seed: { assignmentId, kind: 'end' } },
  text: view.scene.words.coupon.endReportDue(display('assignment', assignmentId, view)),
});
