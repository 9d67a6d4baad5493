import type { Coupon } from '../../data/coupons/types';
import type { Assignment } from '../../data/people/types';
import { localDate } from '../form/local-time';
import { readNamed } from '../form/names';
import { saidTime } from '../form/said-time';
import type { FormEnv, FormSpec, Heard, Offer, SlotSpec } from '../form/types';
import { invalid, valid } from '../form/types';
import { fold } from '../text/fold';
import type { RequestAbout } from './buttons';

/** One of her coupons that may be meant. */
export interface RequestCoupon {
  readonly record: Coupon;
  readonly pupil: string;
  readonly family: string;
}

export interface RequestEnv extends FormEnv {
  readonly about: RequestAbout;
  /** Her coupons, the latest lesson first. */
  readonly coupons: readonly RequestCoupon[];
  readonly assignments: readonly {
    readonly record: Assignment;
    readonly label: string;
    readonly names: readonly string[];
  }[];
  /** Her sentence that opened the request: it may already say what is wrong. */
  readonly words: string;
}

/** Coupons offered as buttons when it is not said which. */
export const MOST_OFFERED = 5;

/** Words that say what is to become of a coupon, and not only that something is wrong. */
const SAYS_WHAT =
  /\b(?:au lieu d\w*|supprim\w*|annul\w*|double|deux fois|pas eu lieu|a la place|instead|delete|remove|twice)\b|\b(?:c etait|c est|mettre|plutot|jusqu|it was|should be|should have been)\b.*\d/;
const REFERENCE = /\bC-\d{4}-\d{4,}\b/i;

/** A request about a coupon, or for more coupons: which one, and what she wants, in her own words. */
export const requestSpec = (env: RequestEnv): FormSpec<RequestEnv> => ({
  id: 'coupon-request',
  version: 1,
  slots: env.about === 'renewal' ? [assignmentSlot] : [couponSlot, wishSlot(env.about)],
});

const assignmentSlot: SlotSpec<RequestEnv> = {
  name: 'assignment',
  aliases: ['eleve', 'l eleve', 'famille', 'la famille', 'mission', 'pupil', 'student', 'family'],
  known: (_values, { assignments }) => {
    const [only, ...others] = assignments;
    return only !== undefined && others.length === 0 ? only.record.id : null;
  },
  parse: ({ text, env, focus }) =>
    readNamed(
      text,
      env.assignments.map(({ record, names }) => ({ value: record.id, names })),
      env,
      focus === 'assignment',
    ),
  validate: (value, _values, { assignments }) =>
    assignments.some(({ record }) => record.id === value)
      ? valid(value)
      : invalid({ code: 'unknown-assignment' }),
};

const couponSlot: SlotSpec<RequestEnv> = {
  name: 'coupon',
  aliases: ['coupon', 'le coupon', 'lesson', 'the coupon'],
  parse: readCoupon,
  validate: (value, _values, { coupons }) => {
    if (coupons.some(({ record }) => record.id === value)) return valid(value);
    const date = /^no-coupon-on:(.+)$/.exec(String(value))?.[1];
    return date === undefined ? invalid({ code: 'unknown-coupon' }) : invalid({ code: 'no-coupon-on', date });
  },
};

/** The coupons that a sentence means, by reference, day and pupil. Two that fit are both offered; a day without a coupon is said to have none. */
function readCoupon({ text, env, focus }: Heard<RequestEnv>): Offer | null {
  if (focus === 'wish') return null;
  const reference = REFERENCE.exec(text)?.[0].toUpperCase();
  if (reference !== undefined) {
    const found = env.coupons.find(({ record }) => record.reference === reference);
    return found === undefined ? null : { value: found.record.id };
  }
  const said = saidTime(text, env, 'past');
  // "le coupon de mardi c'était 18h30 19h30": hours that are not clear leave the day clear.
  const isDoubted = said !== null && said.unsure;
  const days = said === null || (isDoubted && said.days.length !== 1) ? [] : said.days;
  const named = pupilsIn(text, env, focus === 'coupon');
  if (days.length === 0 && named.length === 0) return null;
  const ofPupil = env.coupons.filter(
    ({ record }) => named.length === 0 || named.includes(record.assignmentId),
  );
  const fitting = ofPupil.filter(
    ({ record }) => days.length === 0 || days.includes(localDate(record.startsAt, env.zone)),
  );
  const [only, ...others] = fitting.slice(0, MOST_OFFERED).map(({ record }) => record.id);
  if (only === undefined) {
    return days[0] === undefined || isDoubted ? null : { value: `no-coupon-on:${days[0]}` };
  }
  return others.length > 0 ? { oneOf: [only, ...others] } : { value: only };
}

/** The assignments whose pupil or family a text names. */
function pupilsIn(text: string, env: RequestEnv, isAsked: boolean): readonly string[] {
  const offer = readNamed(
    text,
    env.assignments.map(({ record, names }) => ({ value: record.id, names })),
    env,
    isAsked,
  );
  if (offer === null) return [];
  return ('value' in offer ? [offer.value] : offer.oneOf).map(String);
}

/** What is to be changed, or what she wants to tell the advisor. About a late coupon nothing need be told: its data says it. */
const wishSlot = (about: RequestAbout): SlotSpec<RequestEnv> => ({
  name: 'wish',
  freeText: true,
  optional: about === 'late',
  aliases: ['correction', 'la correction', 'message', 'le message'],
  known: (_values, { words }) => (about === 'wrong' && SAYS_WHAT.test(fold(words)) ? words : null),
});
