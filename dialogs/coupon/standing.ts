import {
  COUPON_ZONE,
  couponDeadline,
  couponsLeft,
  daysToDeadline,
  lessonMonth,
} from '../../data/coupons/rules';
import { localDate } from '../form/local-time';
import { namedMonth } from '../months';
import { metaFor, say } from '../replies';
import { sayLength, sayMonth } from '../say';
import type { Outcome, Scene } from '../scene';
import { fold } from '../text/fold';
import { sayDeadline } from './deadline';

/** What she wants to know of her coupons: how many are left, this month's hours, how long she has. */
export type StandingQuestion = 'left' | 'hours' | 'deadline';

const DEADLINE =
  /\bcombien de (?:jours?|temps)\b.*\b(?:saisir|entrer|rentrer|declarer|enregistrer|mettre|noter|coupons?)\b|\bcombien de (?:jours?|temps)\b.*\bavant la fin du mois\b|\bhow (?:many days|long)\b.*\b(?:enter|log|record|submit|coupons?)\b/;
const HOURS =
  /\bcombien\b.*\bheures?\b.*\b(?:en|au mois de|mois de|pour) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b|\bcombien\b.*\bheures?\b.*\b(?:ce mois|le mois|mois ci|ce mois ci)\b|\bcombien d heures?\b.*\b(?:fait|faites|donne|donnees|saisi|saisies|enregistre\w*|declare\w*)\b|\b(?:mes|total des?) heures (?:du|de ce|ce) mois\b|\bhow many hours\b.*\b(?:month|entered|logged|saved)\b/;
const LEFT =
  /\bcombien\b.*\bcoupons?\b|\bcoupons?\b.*\b(?:reste\w*|restants?|left)\b|\breste\w*\b.*\bcoupons?\b|\bhow many coupons\b/;

/** Which of these a message asks; null: none. */
export function standingAsked(text: string): StandingQuestion | null {
  const folded = fold(text);
  if (DEADLINE.test(folded)) return 'deadline';
  if (HOURS.test(folded)) return 'hours';
  return LEFT.test(folded) ? 'left' : null;
}

/** Coupons left, this month's hours, days to the deadline, from her records: what she asked first, then the rest in a line. */
export async function couponStanding(scene: Scene, asked: StandingQuestion): Promise<Outcome> {
  const { words, state } = scene;
  const button = { label: words.common.enterCoupon, action: { type: 'start-form', form: 'coupon' } } as const;
  const [left, hours] = [await leftLines(scene), await hoursLine(scene)];
  const deadline = deadlineLine(scene);
  const text = {
    left: [left.text, '', `${hours} ${deadline}`].join('\n'),
    hours: isOfThisMonth(scene) ? `${hours} ${deadline}` : hours,
    deadline: `${deadline} ${hours}`,
  }[asked];
  const topic = asked === 'deadline' ? 'abc.coupon-deadline' : 'abc.coupon-entry';
  return {
    state: { ...state, misunderstood: 0 },
    replies: [say(text, left.some ? [button] : [], metaFor('answer', topic))],
  };
}

async function leftLines(scene: Scene): Promise<{ readonly text: string; readonly some: boolean }> {
  const { coupon } = scene.words;
  const assignments = await scene.records.assignments();
  const running = assignments.filter(({ endedAt }) => endedAt === null);
  if (running.length === 0) return { text: coupon.leftNone, some: false };
  const named = scene.knowledge
    .matchNames(scene.turn.text, running, ({ pupil, family }) => [pupil, family, `${pupil} ${family}`])
    .map(({ candidate }) => candidate);
  const lines = (named.length > 0 ? named : running).map((assignment) => {
    const { pupil, family, subject, couponsTotal } = assignment;
    return `- ${coupon.left(coupon.assignment(pupil, family, subject), couponsLeft(assignment), couponsTotal)}`;
  });
  return { text: [coupon.leftTitle, ...lines].join('\n'), some: true };
}

/** The hours of the month that she names, else of this one. A lesson counts in the month in which it began in Paris, as for the deadline; a refused coupon does not count. */
async function hoursLine(scene: Scene): Promise<string> {
  const { words, locale, turn } = scene;
  const month = namedMonth(turn.text, localDate(turn.now, COUPON_ZONE)) ?? lessonMonth(turn.now);
  const saved = (await scene.records.coupons()).filter(
    ({ status, startsAt }) => status === 'saved' && lessonMonth(startsAt) === month,
  );
  const minutes = saved.reduce(
    (sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / 60_000,
    0,
  );
  return saved.length === 0
    ? words.coupon.monthNone(sayMonth(month, locale))
    : words.coupon.monthTotal(sayMonth(month, locale), sayLength(minutes), saved.length);
}

const isOfThisMonth = ({ turn }: Scene): boolean => {
  const named = namedMonth(turn.text, localDate(turn.now, COUPON_ZONE));
  return named === null || named === lessonMonth(turn.now);
};

function deadlineLine(scene: Scene): string {
  const { coupon } = scene.words;
  const until = sayDeadline(couponDeadline(scene.turn.now), scene);
  const days = daysToDeadline(scene.turn.now);
  return days === 0 ? coupon.deadlineToday(until) : coupon.deadlineIn(days, until);
}
