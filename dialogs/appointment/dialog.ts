import type { AppointmentFault, Slot } from '../../data/appointments/types';
import type { FormView, GuidedDialog, SlotQuestion } from '../form/guided';
import { instantAt, localClock, localDate } from '../form/local-time';
import type { FormState, Reason, SlotValue } from '../form/types';
import type { LabelledValue } from '../reply';
import { metaFor, say, humanChoice } from '../replies';
import { sayClock, sayDate, sayZone } from '../say';
import type { Scene } from '../scene';
import { redact } from '../../data/redaction';
import type { AppointmentEnv, FreeSlot } from './form';
import { APPOINTMENT_FORM, parseSlot, readWish, slotValue, wishEnd } from './form';

type View = FormView<AppointmentEnv>;

const TOPIC = 'abc.appointment';
const PARIS = 'Europe/Paris';
/** Slots offered at once. */
const MOST_SLOTS = 6;
const NEAREST_SLOTS = 3;
/** How far after a wish without a free slot the nearest ones are looked for. */
const NEAREST_DAYS = 21;

/** Booking an appointment with an advisor (desk abc). */
export const appointmentDialog: GuidedDialog<AppointmentEnv> = {
  id: 'appointment',
  version: 1,
  load,
  spec: () => APPOINTMENT_FORM,
  title: (scene) => scene.words.appointment.title,
  topic: () => TOPIC,
  question,
  label: (slot, { scene }) => labelOf(slot, scene),
  display: (slot, value, { scene }) => displayValue(slot, value, scene),
  reason,
  readBack: (view) => ({ title: view.scene.words.appointment.readBack, facts: facts(view) }),
  review: async () => ({ kind: 'ok', notices: [] }),
  async complete(view, idempotencyKey) {
    const { scene, values } = view;
    const { turn, words } = scene;
    const chosen = parseSlot(String(values['slot'] ?? ''));
    if (chosen === null || turn.person === null)
      return { kind: 'reopen', slot: 'slot', reason: { code: 'other-day' } };
    const channel = values['channel'] === 'phone' ? 'phone' : 'teams';
    const booked = await scene.services.appointments.book({
      idempotencyKey,
      deskId: turn.desk,
      personId: turn.person.id,
      advisorId: chosen.advisorId,
      startsAt: new Date(chosen.startsAt),
      channel,
      phone: channel === 'phone' ? String(values['phone'] ?? '') : null,
      subject: redact(String(values['subject'] ?? '')),
      now: turn.now,
    });
    if (!booked.ok) return { kind: 'reopen', ...reopening(booked.fault) };
    const appointment = booked.value;
    const { appointment: said } = words;
    return {
      kind: 'done',
      reference: appointment.reference,
      replies: [
        {
          kind: 'receipt',
          title: said.booked,
          reference: appointment.reference,
          facts: [...facts(view), { label: said.with, value: appointment.advisorName }],
          text:
            appointment.channel === 'phone'
              ? said.bookedPhone(appointment.advisorName, sayPhone(appointment.phone ?? ''))
              : said.bookedTeams(appointment.advisorName),
          choices: [],
          meta: { decision: 'answer', topic: TOPIC, form: 'appointment' },
        },
      ],
    };
  },
};

async function load(scene: Scene, state: FormState): Promise<AppointmentEnv> {
  const { turn, services, zone } = scene;
  const base = {
    now: turn.now,
    zone,
    readTimes: scene.knowledge.readTimes.bind(scene.knowledge),
    matchNames: scene.knowledge.matchNames.bind(scene.knowledge),
    phone: turn.person?.phone ?? null,
  };
  const wish = readWish(String(state.values['day'] ?? ''));
  if (wish === null || turn.person === null) return { ...base, free: [], nearestOnly: false };
  const from = instantOf(wish.from, zone);
  const to = instantOf(wishEnd(wish), zone);
  const query = { deskId: turn.desk, personId: turn.person.id, now: turn.now };
  const free = await services.appointments.free({ ...query, from, to, limit: MOST_SLOTS });
  if (free.length > 0) return { ...base, free: free.map(toFree), nearestOnly: false };
  const later = new Date(from.getTime() + NEAREST_DAYS * 86_400_000);
  const day = instantOf(`${wish.from.slice(0, 10)}T00:00`, zone);
  const around = await services.appointments.free({ ...query, from: day, to: later, limit: MOST_SLOTS * 8 });
  const nearest = [...around]
    .sort(
      (a, b) =>
        Math.abs(a.startsAt.getTime() - from.getTime()) - Math.abs(b.startsAt.getTime() - from.getTime()),
    )
    .slice(0, NEAREST_SLOTS)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return { ...base, free: nearest.map(toFree), nearestOnly: true };
}

/** A wall time that the spring clock change skips is the instant an hour later. */
const instantOf = (wall: string, zone: string): Date =>
  instantAt(wall.slice(0, 10), wall.slice(11), zone) ?? new Date(`${wall}:00Z`);

const toFree = ({ advisorId, advisorName, startsAt }: Slot): FreeSlot => ({
  advisorId,
  advisorName,
  startsAt: startsAt.toISOString(),
});

function question(slot: string, view: View): SlotQuestion {
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

function labelOf(slot: string, { words }: Scene): string {
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

function displayValue(slot: string, value: SlotValue, scene: Scene): string {
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
  return `${here}, ${sayZone(zone, locale)} (${paris})`;
}

const sayPhone = (phone: string): string =>
  /^0\d{9}$/.test(phone) ? phone.replace(/(\d{2})(?=\d)/g, '$1 ') : phone;

function facts(view: View): readonly LabelledValue[] {
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

function reopening(fault: AppointmentFault): { readonly slot: string; readonly reason: Reason } {
  switch (fault.code) {
    case 'taken':
      return {
        slot: 'slot',
        reason: {
          code: 'taken',
          nearest: fault.nearest.map(
            ({ startsAt, advisorId, advisorName }) => `${startsAt.toISOString()}|${advisorId}|${advisorName}`,
          ),
        },
      };
    case 'too-soon':
      return { slot: 'day', reason: { code: 'too-soon', earliest: fault.earliest.toISOString() } };
    case 'in-past':
    case 'closed':
      return { slot: 'day', reason: { code: fault.code } };
  }
}

function reason(_slot: string, { code, ...detail }: Reason, { scene }: View): string {
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

/** Said where nobody can be booked because nobody is known. */
export const notSignedIn = (scene: Scene) =>
  say(scene.words.appointment.notSignedIn, [humanChoice(scene)], metaFor('answer', TOPIC));
