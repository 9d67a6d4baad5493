import { redact } from '../../data/redaction';
import type { FormView, GuidedDialog } from '../form/guided';
import type { FormState } from '../form/types';
import { COUPON_ZONE } from '../../data/coupons/rules';
import { localDate } from '../form/local-time';
import { sayDate } from '../say';
import type { Scene } from '../scene';
import { clip } from '../text/fold';
import { REQUEST_ABOUT, type RequestAbout } from './buttons';
import { requestSpec, type RequestEnv } from './form';
import { display, labelOf, question, reason, ticketFacts } from './words';

/** Characters of a ticket's subject line. */
const SUBJECT_LENGTH = 140;

export const TOPIC_OF_REQUEST: Readonly<Record<RequestAbout, string>> = {
  late: 'abc.coupon-deadline',
  wrong: 'abc.coupon-entry',
  rejected: 'abc.coupon-entry',
  renewal: 'abc.coupon-renewal',
};

/**
 * A request to the advisor about a saved coupon, which the sources give no way to edit, or for more coupons (A036, A037). The ticket carries
 * the coupon or the assignment as the records have it.
 */
export const couponRequestDialog: GuidedDialog<RequestEnv> = {
  id: 'coupon-request',
  version: 1,
  load: loadRequestEnv,
  spec: requestSpec,
  title: (scene) => scene.words.couponRequest.title,
  topic: (state) => TOPIC_OF_REQUEST[aboutOf(state)],
  question,
  label: (slot, { scene }) => labelOf(slot, scene),
  display,
  reason,
  readBack: (view) => ({
    title: view.scene.words.ticket.readBack,
    facts: [
      { label: view.scene.words.ticket.subject, value: subjectOf(view) },
      // Her own sentence is the request: it is not shown twice.
      ...ticketFacts(view)
        .filter(({ value }) => value !== view.env.words)
        .map(({ label, value }) => ({ label, value })),
    ],
  }),
  review: async ({ env, scene }) => ({
    kind: 'ok',
    notices: env.about === 'wrong' ? [scene.words.couponRequest.cannotEdit] : [],
  }),
  async complete(view, idempotencyKey) {
    const { scene, env } = view;
    const { turn, words } = scene;
    const topicId = TOPIC_OF_REQUEST[env.about];
    const ticket = await scene.services.tickets.file({
      idempotencyKey,
      deskId: turn.desk,
      personId: turn.person?.id ?? null,
      conversationId: turn.conversationId,
      topicId,
      category: scene.knowledge.topic(topicId)?.category ?? 'coupon',
      subject: subjectOf(view),
      priority: 'normal',
      facts: ticketFacts(view),
      checks: [],
      article: null,
      now: turn.now,
    });
    return {
      kind: 'done',
      reference: ticket.reference,
      replies: [
        {
          kind: 'receipt',
          title: words.ticket.sent,
          reference: ticket.reference,
          facts: [{ label: words.ticket.subject, value: subjectOf(view) }],
          text: words.ticket.sentText(scene.desk.organisation),
          choices: [],
          meta: { decision: 'answer', topic: topicId, form: 'coupon-request', ticket: ticket.reference },
        },
      ],
    };
  },
};

const aboutOf = ({ seed }: Pick<FormState, 'seed'>): RequestAbout =>
  REQUEST_ABOUT.find((one) => one === seed['about']) ?? 'wrong';

/** The request in one line: her own sentence where she wrote one, else what it is about. */
function subjectOf({ env, values, scene }: FormView<RequestEnv>): string {
  if (env.words !== '') return clip(redact(env.words), SUBJECT_LENGTH);
  const { subjects } = scene.words.couponRequest;
  if (env.about === 'renewal') {
    const assignment = env.assignments.find(({ record }) => record.id === values['assignment']);
    return subjects.renewal(assignment?.record.family ?? '');
  }
  const coupon = env.coupons.find(({ record }) => record.id === values['coupon']);
  const date = coupon === undefined ? '' : localDate(coupon.record.startsAt, COUPON_ZONE);
  return subjects[env.about](coupon?.record.reference ?? '', sayDate(date, scene.locale, scene.turn.now));
}

/** Reads her coupons and assignments. A refused coupon can only be meant where the request is about a refusal. */
async function loadRequestEnv(scene: Scene, state: FormState): Promise<RequestEnv> {
  const { turn, words } = scene;
  const about = aboutOf(state);
  const [assignments, coupons] = await Promise.all([scene.records.assignments(), scene.records.coupons()]);
  const status = about === 'rejected' ? 'rejected' : 'saved';
  const chosen = state.values['coupon'];
  return {
    now: turn.now,
    zone: scene.zone,
    readTimes: (text, options) => scene.knowledge.readTimes(text, options),
    matchNames: (text, candidates, nameOf) => scene.knowledge.matchNames(text, candidates, nameOf),
    about,
    coupons: [...coupons]
      .filter((coupon) => coupon.status === status || coupon.id === chosen)
      .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime())
      .flatMap((record) => {
        const assignment = assignments.find(({ id }) => id === record.assignmentId);
        return assignment === undefined
          ? []
          : [{ record, pupil: assignment.pupil, family: assignment.family }];
      }),
    assignments: assignments
      .filter(({ endedAt }) => about !== 'renewal' || endedAt === null)
      .map((record) => ({
        record,
        label: words.coupon.assignment(record.pupil, record.family, record.subject),
        names: [record.pupil, record.family, `${record.pupil} ${record.family}`],
      })),
    words: typeof state.seed['words'] === 'string' ? state.seed['words'] : '',
  };
}
