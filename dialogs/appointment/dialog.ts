import type { AppointmentFault, Slot } from '../../data/appointments/types';
import { redact } from '../../data/redaction';
import type { GuidedDialog } from '../form/guided';
import { nearestInstant } from '../form/local-time';
import type { FormState, Reason } from '../form/types';
import { humanChoice, metaFor, say } from '../replies';
import type { Scene } from '../scene';
import type { AppointmentEnv, FreeSlot } from './form';
import { APPOINTMENT_FORM, parseSlot, readWish, wishEnd } from './form';
import { displayValue, facts, labelOf, question, reason, sayPhone } from './words';

const TOPIC = 'abc.appointment';
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
  const from = nearestInstant(wish.from, zone);
  const to = nearestInstant(wishEnd(wish), zone);
  const query = { deskId: turn.desk, personId: turn.person.id, now: turn.now };
  const free = await services.appointments.free({ ...query, from, to, limit: MOST_SLOTS });
  if (free.length > 0) return { ...base, free: free.map(toFree), nearestOnly: false };
  const later = new Date(from.getTime() + NEAREST_DAYS * 86_400_000);
  const day = nearestInstant(`${wish.from.slice(0, 10)}T00:00`, zone);
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

const toFree = ({ advisorId, advisorName, startsAt }: Slot): FreeSlot => ({
  advisorId,
  advisorName,
  startsAt: startsAt.toISOString(),
});

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

/** Said where nobody can be booked because nobody is known. */
export const notSignedIn = (scene: Scene) =>
  say(scene.words.appointment.notSignedIn, [humanChoice(scene)], metaFor('answer', TOPIC));
