import { couponsLeft } from '../../data/coupons/rules';
import type { CollectedFact } from '../../data/tickets/types';
import type { FormView, SlotQuestion } from '../form/guided';
import { localClock, localDate } from '../form/local-time';
import type { Reason, SlotValue } from '../form/types';
import { sayClock, sayDate, sayLength } from '../say';
import type { Scene } from '../scene';
import { MOST_OFFERED, type RequestCoupon, type RequestEnv } from './form';

type View = FormView<RequestEnv>;

/** Each slot's question, with what can be chosen. */
export function question(slot: string, { env, scene }: View): SlotQuestion {
  const { couponRequest } = scene.words;
  if (slot === 'assignment') {
    return {
      text: couponRequest.askAssignment,
      short: couponRequest.askAssignment,
      example: scene.words.coupon.assignmentExample,
      choices: env.assignments.map(({ record, label }) => ({ value: record.id, label })),
    };
  }
  if (slot === 'coupon') {
    return {
      text:
        env.about === 'wrong'
          ? `${couponRequest.passOn} ${couponRequest.askCoupon}`
          : couponRequest.askCoupon,
      short: couponRequest.askCoupon,
      example: couponRequest.couponExample,
      choices: env.coupons
        .slice(0, MOST_OFFERED)
        .map((coupon) => ({ value: coupon.record.id, label: couponLabel(coupon, scene) })),
    };
  }
  const text = couponRequest.askWish[env.about === 'renewal' ? 'wrong' : env.about];
  return { text, short: text, example: couponRequest.wishExample, choices: [] };
}

/** "mardi 17 novembre, 14 h à 16 h, Léa". */
export function couponLabel(
  { record, pupil, family }: RequestCoupon,
  { words, zone, locale, turn }: Scene,
): string {
  const clock = (at: Date): string => sayClock(localClock(at, zone), locale);
  return words.couponRequest.coupon(
    sayDate(localDate(record.startsAt, zone), locale, turn.now),
    clock(record.startsAt),
    clock(record.endsAt),
    words.couponRequest.pupil(pupil, family),
  );
}

/** A slot's name. */
export function labelOf(slot: string, { words }: Scene): string {
  const { names } = words.couponRequest;
  return slot === 'assignment' ? names.assignment : slot === 'coupon' ? names.coupon : names.wish;
}

/** A slot's value as she reads it. */
export function display(slot: string, value: SlotValue, { env, scene }: View): string {
  if (slot === 'assignment')
    return env.assignments.find(({ record }) => record.id === value)?.label ?? String(value);
  const coupon = slot === 'coupon' ? env.coupons.find(({ record }) => record.id === value) : undefined;
  return coupon === undefined ? String(value) : couponLabel(coupon, scene);
}

/** Why a value was refused. */
export function reason(_slot: string, { code, ...detail }: Reason, { scene }: View): string {
  const { couponRequest } = scene.words;
  switch (code) {
    case 'no-coupon-on':
      return couponRequest.noCouponOn(sayDate(String(detail['date']), scene.locale, scene.turn.now));
    case 'unknown-assignment':
      return scene.words.coupon.unknownAssignment;
    default:
      return couponRequest.unknownCoupon;
  }
}

/** Everything that the advisor needs, from the records and from her. */
export function ticketFacts({ env, values, scene }: View): readonly CollectedFact[] {
  const { couponRequest } = scene.words;
  const recorded = (key: keyof typeof couponRequest.facts, value: string): CollectedFact => ({
    key,
    label: couponRequest.facts[key],
    value,
    source: 'records',
  });
  const wish = values['wish'];
  const said: readonly CollectedFact[] =
    typeof wish === 'string' && wish !== ''
      ? [{ key: 'wish', label: labelOf('wish', scene), value: wish, source: 'said' }]
      : [];
  if (env.about === 'renewal') {
    const assignment = env.assignments.find(({ record }) => record.id === values['assignment']);
    if (assignment === undefined) return said;
    const { record, label } = assignment;
    return [
      recorded('assignment', label),
      recorded('left', couponRequest.leftOf(couponsLeft(record), record.couponsTotal)),
      ...said,
    ];
  }
  const coupon = env.coupons.find(({ record }) => record.id === values['coupon']);
  return coupon === undefined ? said : [...couponFacts(coupon, scene, recorded), ...said];
}

function couponFacts(
  { record, pupil, family }: RequestCoupon,
  { words, zone, locale, turn }: Scene,
  recorded: (key: keyof Scene['words']['couponRequest']['facts'], value: string) => CollectedFact,
): readonly CollectedFact[] {
  const { couponRequest, coupon } = words;
  const day = (at: Date): string => sayDate(localDate(at, zone), locale, turn.now);
  const clock = (at: Date): string => sayClock(localClock(at, zone), locale);
  const minutes = (record.endsAt.getTime() - record.startsAt.getTime()) / 60_000;
  const range = coupon.range(clock(record.startsAt), clock(record.endsAt), sayLength(minutes));
  const state =
    record.rejection !== null
      ? couponRequest.rejectedFor(record.rejection.reason)
      : record.late
        ? couponRequest.late
        : couponRequest.onTime;
  return [
    recorded('reference', record.reference),
    recorded('pupil', couponRequest.pupil(pupil, family)),
    recorded('date', day(record.startsAt)),
    recorded('time', range),
    recorded('entered', couponRequest.enteredAt(day(record.createdAt), clock(record.createdAt))),
    recorded('state', state),
  ];
}
