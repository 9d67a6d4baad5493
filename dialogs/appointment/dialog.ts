import { remindersOf } from '../../data/appointments/reminders';
import { redact } from '../../data/redaction';
import type { Completion, FormView, GuidedDialog, Review } from '../form/guided';
import { humanChoice, metaFor, say } from '../replies';
import type { Scene } from '../scene';
import { APPOINTMENT_FORM, type AppointmentEnv } from './form';
import { holdSlot } from './hold-slot';
import { loadWhen } from './load-when';
import { reopening } from './reopening';
import { appointmentSheet } from './sheet';
import { parseSlot } from './when';
import { facts, labelOf, question, reason, sayPhone, displayValue } from './words';

export const APPOINTMENT_TOPIC = 'abc.appointment';

/** Booking an appointment with an advisor (desk abc). */
export const appointmentDialog: GuidedDialog<AppointmentEnv> = {
  id: 'appointment',
  version: 2,
  load: async (scene, state) => ({
    ...(await loadWhen(scene, state)),
    phone: scene.turn.person?.phone ?? null,
  }),
  spec: () => APPOINTMENT_FORM,
  title: (scene) => scene.words.appointment.title,
  topic: () => APPOINTMENT_TOPIC,
  question,
  label: (slot, { scene }) => labelOf(slot, scene),
  display: (slot, value, view) => displayValue(slot, value, view),
  reason,
  sheet: appointmentSheet,
  readBack: (view) => ({ title: view.scene.words.appointment.readBack, facts: facts(view) }),
  review: (view): Promise<Review> => holdSlot(view),
  complete,
};

async function complete(view: FormView<AppointmentEnv>, idempotencyKey: string): Promise<Completion> {
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
  const { reference, advisorName, phone } = booked.value;
  const { appointment: said } = words;
  const text =
    channel === 'phone'
      ? said.bookedPhone(advisorName, sayPhone(phone ?? ''))
      : said.bookedTeams(advisorName);
  return {
    kind: 'done',
    reference,
    replies: [
      {
        kind: 'receipt',
        title: said.booked,
        reference,
        facts: facts(view),
        text: [text, ...reminded(booked.value.startsAt, scene)].join(' '),
        choices: [],
        calendar: true,
        meta: { decision: 'answer', topic: APPOINTMENT_TOPIC, form: 'appointment' },
      },
    ],
  };
}

/** When it will be reminded of, as far as that is still to come. */
function reminded(startsAt: Date, { turn, words }: Scene): readonly string[] {
  const [first] = remindersOf(startsAt, turn.now);
  if (first === undefined) return [];
  return [first.occasion === 'day' ? words.appointment.remindedDay : words.appointment.remindedHour];
}

/** Said where nobody can be booked because nobody is known. */
export const notSignedIn = (scene: Scene) =>
  say(scene.words.appointment.notSignedIn, [humanChoice(scene)], metaFor('answer', APPOINTMENT_TOPIC));
