import { earliestStart } from '../../data/appointments/slots';
import { redact } from '../../data/redaction';
import type { FormView, SlotQuestion } from '../form/guided';
import { localClock, localDate, nearestInstant } from '../form/local-time';
import type { Reason, SlotValue } from '../form/types';
import type { LabelledValue } from '../reply';
import { humanChoice } from '../replies';
import { sayClock, sayDate } from '../say';
import type { Scene } from '../scene';
import { chooseSlot } from '../form/actions';
import type { FreeSlot } from './offers';
import { isParticular, sayWish } from './say-wish';
import { pageOf, pageValue, parseSlot, slotValue, type WhenEnv } from './when';
import { exactStart, parseWish } from './wish';
import { zoneName } from '../zone-name';

type View = FormView<WhenEnv>;
/** Where a time is said: whose clock, in which language, when. */
export type Where = Pick<Scene, 'zone' | 'locale' | 'words'> & { readonly now: Date };

const PARIS = 'Europe/Paris';

/** Each slot's question, with the free slots as choices. */
export function question(slot: string, view: View): SlotQuestion {
  const { appointment } = view.scene.words;
  const plain = (text: string, short: string, example: string): SlotQuestion => ({
    text,
    short,
    example,
    choices: [],
  });
  switch (slot) {
    case 'channel':
      return {
        ...plain(appointment.askChannel, appointment.askChannel, appointment.channelExample),
        choices: [
          { value: 'teams', label: appointment.teams },
          { value: 'phone', label: appointment.phone },
        ],
      };
    case 'subject':
      return plain(appointment.askSubject, appointment.askSubject, appointment.subjectExample);
    case 'day':
      return plain(appointment.askDay, appointment.askDayShort, appointment.dayExample);
    case 'phone':
      return plain(appointment.askPhone, appointment.askPhone, appointment.phoneExample);
    default:
      return slotQuestion(view);
  }
}

/** The free slots to choose from, and the way to others. */
export function slotQuestion(view: View): SlotQuestion {
  const { scene, env, values, state } = view;
  const { appointment } = scene.words;
  const stored = String(values['day'] ?? '');
  const { slots, hasMore } = env.offered;
  const page = pageOf(values['page'], stored);
  const more = chooseSlot(state.form, 'page', pageValue(page + 1, stored));
  return {
    text: [
      ...(values['noOwn'] === true ? [appointment.noOwnAdvisor] : []),
      slotIntro(view, stored, page),
    ].join(' '),
    short: appointment.askSlotShort,
    example: appointment.slotExample,
    choices: slots.map((free) => ({
      value: slotValue(stored, free),
      label: offeredLabel(free, view),
    })),
    extra: [
      ...(hasMore ? [{ label: appointment.moreSlots, action: more }] : []),
      { label: appointment.otherDay, action: { type: 'correct', slot: 'day' } },
      ...(slots.length === 0 ? [humanChoice(scene)] : []),
    ],
  };
}

function slotIntro(view: View, stored: string, page: number): string {
  const { scene, env, state, values } = view;
  const { appointment } = scene.words;
  const { kind, slots } = env.offered;
  const wish = parseWish(stored);
  if (wish === null) return appointment.askDay;
  if (slots.length === 0) return appointment.noneAtAll;
  // Why the slot was refused has just been said.
  if (state.refusals['slot'] !== undefined && kind === 'nearest') return appointment.askSlotShort;
  if (values['earlierThan'] !== undefined && slots[0]?.startsAt === values['earlierThan'])
    return appointment.noEarlier;
  const said = () => sayWish(wish, advisorNames(env), scene);
  switch (kind) {
    case 'after':
      return page === 0 ? appointment.askSlot : appointment.noMore;
    case 'nearest':
      return isTooSoon(wish, view) ? appointment.tooSoonNearest : appointment.noneFree(said());
    case 'fitting':
      if (page > 0) return appointment.askSlotMore;
      return isParticular(wish) ? appointment.askSlotFor(said()) : appointment.askSlot;
  }
}

/** The very time that she wishes is nearer than an appointment may be booked. */
function isTooSoon(wish: NonNullable<ReturnType<typeof parseWish>>, { scene, env }: View): boolean {
  const exact = exactStart(wish);
  if (exact === null) return false;
  const at = nearestInstant(exact, scene.zone);
  return at > env.now && at < earliestStart(env.now);
}

/** With the advisor's name where it is not her own. */
function offeredLabel({ startsAt, advisorId, advisorName }: FreeSlot, { scene, env }: View): string {
  const label = slotLabel(startsAt, whereOf(scene));
  return env.ownAdvisorId === null || env.ownAdvisorId === advisorId
    ? label
    : scene.words.appointment.slotWith(label, advisorName);
}

const advisorNames = (env: WhenEnv): ReadonlyMap<string, string> =>
  new Map(env.advisors.map(({ id, name }) => [id, name]));

/** A slot's name. */
export function labelOf(slot: string, { words }: Scene): string {
  const { names } = words.appointment;
  switch (slot) {
    case 'channel':
      return names.channel;
    case 'subject':
      return names.subject;
    case 'day':
      return names.day;
    case 'slot':
      return names.slot;
    case 'appointment':
      return names.appointment;
    default:
      return names.phone;
  }
}

/** A slot's value as she reads it. */
export function displayValue(slot: string, value: SlotValue, { scene, env }: View): string {
  const { appointment } = scene.words;
  switch (slot) {
    case 'channel':
      return value === 'phone' ? appointment.phone : appointment.teams;
    case 'slot': {
      const chosen = parseSlot(String(value));
      return chosen === null ? '' : slotLabel(chosen.startsAt, whereOf(scene));
    }
    case 'day': {
      const wish = parseWish(String(value));
      return wish === null ? '' : sayWish(wish, advisorNames(env), scene);
    }
    case 'phone':
      return sayPhone(String(value));
    default:
      return String(value);
  }
}

/** Where a turn's times are said. */
export const whereOf = ({ zone, locale, words, turn }: Scene): Where => ({
  zone,
  locale,
  words,
  now: turn.now,
});

/** "mardi 24 novembre à 14 h"; away from Paris with the name of her own clock and Paris beside it. */
export function slotLabel(startsAt: string, { zone, locale, words, now }: Where): string {
  const at = new Date(startsAt);
  const { appointment } = words;
  const [day, clock] = [localDate(at, zone), localClock(at, zone)];
  const here = appointment.slotLabel(sayDate(day, locale, now), sayClock(clock, locale));
  const [parisDay, parisClock] = [localDate(at, PARIS), localClock(at, PARIS)];
  if (day === parisDay && clock === parisClock) return here;
  const paris = sayClock(parisClock, locale);
  const beside =
    day === parisDay
      ? appointment.parisBeside(paris)
      : appointment.parisBeside(appointment.slotLabel(sayDate(parisDay, locale, now), paris));
  return `${here}, ${zoneName(zone, words)} (${beside})`;
}

/** A French number in pairs, any other as it was written. */
export const sayPhone = (phone: string): string =>
  /^0\d{9}$/.test(phone) ? phone.replace(/(\d{2})(?=\d)/g, '$1 ') : phone;

/** The appointment in one glance. */
export function facts(view: View): readonly LabelledValue[] {
  const { scene, values, env } = view;
  const { appointment } = scene.words;
  const shown = (slot: string) => displayValue(slot, values[slot] ?? '', view);
  const advisorId = parseSlot(String(values['slot'] ?? ''))?.advisorId ?? '';
  return [
    { label: appointment.when, value: shown('slot') },
    { label: appointment.with, value: advisorNames(env).get(advisorId) ?? '' },
    { label: appointment.channelLabel, value: shown('channel') },
    ...(values['channel'] === 'phone' ? [{ label: appointment.phoneLabel, value: shown('phone') }] : []),
    { label: appointment.subjectLabel, value: redact(shown('subject')) },
  ];
}

/** Why a value was refused. */
export function reason(_slot: string, { code }: Reason, { scene }: FormView<WhenEnv>): string {
  const { appointment } = scene.words;
  switch (code) {
    case 'taken':
      return appointment.taken;
    case 'too-soon':
      return appointment.tooSoon;
    case 'in-past':
      return appointment.inPast;
    case 'closed':
      return appointment.closed;
    case 'unclear':
      return appointment.unclear;
    case 'bad-phone':
      return appointment.badPhone;
    default:
      return '';
  }
}
