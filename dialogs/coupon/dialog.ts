import type { CouponDraft, CouponFault, CouponOutlook } from '../../data/coupons/types';
import type { FormView, GuidedDialog, Review } from '../form/guided';
import { instantAt, localDate } from '../form/local-time';
import type { Reason } from '../form/types';
import { metaFor, say } from '../replies';
import { sayMonth } from '../say';
import type { CouponEnv } from './form';
import { COUPON_FORM } from './form';
import { display, facts, labelOf, question, reason } from './words';

type View = FormView<CouponEnv>;

const TOPIC = 'abc.coupon-entry';
const PARIS = 'Europe/Paris';

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
  readBack: (view) => ({ title: view.scene.words.coupon.readBack, facts: facts(view) }),
  review,
  async complete(view, idempotencyKey) {
    const { scene } = view;
    const { turn, words } = scene;
    const draft = draftOf(view);
    if (draft === null || turn.person === null)
      return { kind: 'reopen', slot: 'start', reason: { code: 'unclear' } };
    const entered = await scene.services.coupons.enter({
      idempotencyKey,
      personId: turn.person.id,
      draft,
      now: turn.now,
    });
    if (!entered.ok) return { kind: 'reopen', ...reopening(entered.fault) };
    const coupon = entered.value;
    return {
      kind: 'done',
      reference: coupon.reference,
      replies: [
        {
          kind: 'receipt',
          title: words.coupon.saved,
          reference: coupon.reference,
          facts: facts(view),
          text: coupon.late ? words.coupon.savedLate : words.coupon.savedText,
          choices: [
            ...(coupon.late
              ? [
                  {
                    label: words.common.createRequest,
                    action: { type: 'start-form', form: 'ticket', topicId: 'abc.coupon-deadline' },
                  } as const,
                ]
              : []),
            { label: words.coupon.another, action: { type: 'start-form', form: 'coupon' } },
          ],
          meta: { decision: 'answer', topic: TOPIC, form: 'coupon' },
        },
      ],
    };
  },
};

/** The lesson as instants; null while something is missing or names a wall time that does not exist. */
function draftOf({ values, env }: Pick<View, 'values' | 'env'>): CouponDraft | null {
  const { assignment, date, start, end } = values;
  if (typeof assignment !== 'string' || typeof date !== 'string') return null;
  if (typeof start !== 'string' || typeof end !== 'string') return null;
  const startsAt = instantAt(date, start, env.zone);
  const endsAt = instantAt(date, end, env.zone);
  return startsAt === null || endsAt === null ? null : { assignmentId: assignment, startsAt, endsAt };
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
      return blockedWithoutCoupons(view);
    case 'end-report-due':
      return blockedByReport(view);
    default:
      return { kind: 'reopen', ...reopening(checked.fault) };
  }
}

function notices({ scene }: View, draft: CouponDraft, outlook: CouponOutlook): readonly string[] {
  const { coupon } = scene.words;
  const said: string[] = [];
  if (outlook.late) {
    said.push(coupon.lateNotice(sayMonth(localDate(draft.startsAt, PARIS).slice(0, 7), scene.locale)));
  }
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

function blockedWithoutCoupons(view: View): Review {
  const { scene, values } = view;
  const { words } = scene;
  return {
    kind: 'blocked',
    worthKeeping: false,
    replies: [
      say(
        words.coupon.noneLeft(display('assignment', values['assignment'] ?? '', view)),
        [
          {
            label: words.common.createRequest,
            action: { type: 'start-form', form: 'ticket', topicId: 'abc.coupon-renewal' },
            primary: true,
          },
          { label: words.coupon.another, action: { type: 'start-form', form: 'coupon' } },
        ],
        metaFor('answer', 'abc.coupon-renewal'),
      ),
    ],
  };
}

/** Fact A047: the last coupon waits for the end report. */
function blockedByReport(view: View): Review {
  const { scene, values } = view;
  const { words } = scene;
  const due = words.coupon.endReportDue(display('assignment', values['assignment'] ?? '', view));
  return {
    kind: 'blocked',
    worthKeeping: true,
    replies: [
      say(
        `${due} ${words.coupon.endReportPortal}`,
        [
          { label: words.common.resume, action: { type: 'choose', value: 'form:resume' }, primary: true },
          {
            label: words.common.createRequest,
            action: { type: 'start-form', form: 'ticket', topicId: 'abc.bilan' },
          },
        ],
        metaFor('answer', 'abc.bilan'),
      ),
    ],
  };
}
