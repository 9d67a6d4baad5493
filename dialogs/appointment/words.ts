import type { FormView, SlotQuestion } from '../form/guided';
import { localClock, localDate } from '../form/local-time';
import type { Reason, SlotValue } from '../form/types';
import type { LabelledValue } from '../reply';
import { redact } from '../../data/redaction';
import type { Messages } from '../messages.fr';
import { humanChoice } from '../replies';
import { sayClock, sayDate } from '../say';
import type { Scene } from '../scene';
import type { AppointmentEnv, FreeSlot } from './form';
import { parseSlot, readWish, slotValue } from './form';

type View = FormView<AppointmentEnv>;

const PARIS = 'Europe/Paris';

/** Each slot's question, with the free slots as choices. */
export function question(slot: string, view: View): SlotQuestion {
  const { scene, env, values, state } = view;
  const { appointment } = scene.words;
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
    default: {
      const wish = String(values['day'] ?? '');
      const nearest = nearestOf(state.refusals['slot']);
      const offered = nearest.length > 0 ? nearest : env.free;
      const intro =
        nearest.length > 0 || !env.nearestOnly
          ? appointment.askSlotShort
          : noneFree(view, offered.length > 0);
      const text = nearest.length > 0 || env.nearestOnly ? intro : appointment.askSlot;
      return {
        text,
        short: appointment.askSlotShort,
        example: appointment.slotExample,
        choices: offered.map((free) => ({
          value: slotValue(wish, free),
          label: slotLabel(free.startsAt, scene),
        })),
        extra: [
          { label: appointment.otherDay, action: { type: 'correct', slot: 'day' } },
          ...(offered.length === 0 ? [humanChoice(scene)] : []),
        ],
      };
    }
  }
}

function noneFree({ scene, values }: View, hasNearest: boolean): string {
  const { appointment } = scene.words;
  if (!hasNearest) return appointment.noneAtAll;
  return appointment.noneFree(displayValue('day', String(values['day'] ?? ''), scene));
}

/** The slots that came along with a refusal "taken". */
function nearestOf(refusal: Reason | undefined): readonly FreeSlot[] {
  const nearest = refusal?.code === 'taken' ? refusal['nearest'] : undefined;
  if (!Array.isArray(nearest)) return [];
  return nearest.flatMap((item: unknown) => {
    const [startsAt, advisorId, advisorName] = String(item).split('|');
    return startsAt === undefined || advisorId === undefined
      ? []
      : [{ startsAt, advisorId, advisorName: advisorName ?? '' }];
  });
}

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
    default:
      return names.phone;
  }
}

/** A slot's value as she reads it. */
export function displayValue(slot: string, value: SlotValue, scene: Scene): string {
  const { appointment } = scene.words;
  switch (slot) {
    case 'channel':
      return value === 'phone' ? appointment.phone : appointment.teams;
    case 'slot': {
      const chosen = parseSlot(String(value));
      return chosen === null ? '' : slotLabel(chosen.startsAt, scene);
    }
    case 'day': {
      const wish = readWish(String(value));
      if (wish === null) return String(value);
      const day = sayDate(wish.from, scene.locale, scene.turn.now);
      return wish.from === wish.to
        ? appointment.slotLabel(day, sayClock(wish.from.slice(11), scene.locale))
        : wish.from.slice(0, 10) === wish.to.slice(0, 10)
          ? day
          : appointment.fromDay(day);
    }
    case 'phone':
      return sayPhone(String(value));
    default:
      return String(value);
  }
}

/** "mardi 24 novembre à 14 h"; away from Paris with the name of her own clock and Paris beside it. */
export function slotLabel(startsAt: string, { zone, locale, words, turn }: Scene): string {
  const at = new Date(startsAt);
  const { appointment } = words;
  const here = appointment.slotLabel(
    sayDate(localDate(at, zone), locale, turn.now),
    sayClock(localClock(at, zone), locale),
  );
  if (localClock(at, zone) === localClock(at, PARIS)) return here;
  const paris = appointment.parisBeside(sayClock(localClock(at, PARIS), locale));
  return `${here}, ${zoneName(zone, words)} (${paris})`;
}

/** Whose clock is meant: "heure de La Réunion". */
function zoneName(zone: string, { zones, zoneOf }: Messages): string {
  const known: Readonly<Record<string, string>> = zones;
  return known[zone] ?? zoneOf((zone.split('/').pop() ?? zone).replace(/_/g, ' '));
}

/** A French number in pairs, any other as it was written. */
export const sayPhone = (phone: string): string =>
  /^0\d{9}$/.test(phone) ? phone.replace(/(\d{2})(?=\d)/g, '$1 ') : phone;

/** The appointment in one glance. */
export function facts(view: View): readonly LabelledValue[] {
  const { scene, values } = view;
  const { appointment } = scene.words;
  const shown = (slot: string) => displayValue(slot, values[slot] ?? '', scene);
  return [
    { label: appointment.when, value: shown('slot') },
    { label: appointment.channelLabel, value: shown('channel') },
    ...(values['channel'] === 'phone' ? [{ label: appointment.phoneLabel, value: shown('phone') }] : []),
    { label: appointment.subjectLabel, value: redact(shown('subject')) },
  ];
}

/** Why a value was refused. */
export function reason(_slot: string, { code, ...detail }: Reason, { scene }: View): string {
  const { appointment } = scene.words;
  switch (code) {
    case 'taken':
      return appointment.taken;
    case 'too-soon':
      return appointment.tooSoon(slotLabel(String(detail['earliest']), scene));
    case 'in-past':
      return appointment.inPast;
    case 'closed':
      return appointment.closed;
    case 'bad-phone':
      return appointment.badPhone;
    default:
      return '';
  }
}
