import { metaFor, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import { slotLabel } from './words';

const META = metaFor('answer', 'abc.appointment');

/** "C'est quand mon rendez-vous ?": what is booked, each with a way to cancel it. */
export async function upcomingAppointments(scene: Scene): Promise<Outcome> {
  const { turn, services, words, state } = scene;
  const { appointment } = words;
  const next = { ...state, misunderstood: 0 };
  const booked = turn.person === null ? [] : await services.appointments.upcoming(turn.person.id, turn.now);
  if (booked.length === 0) {
    const choice = {
      label: words.common.bookAppointment,
      action: { type: 'start-form', form: 'appointment' },
    } as const;
    return { state: next, replies: [say(appointment.noUpcoming, turn.desk === 'abc' ? [choice] : [], META)] };
  }
  const replies = booked.map(({ id, startsAt, advisorName, channel, reference }, index) => {
    const how = channel === 'phone' ? appointment.phone : appointment.teams;
    const line = appointment.upcoming(slotLabel(startsAt.toISOString(), scene), advisorName, how, reference);
    return say(
      index === 0 ? `${appointment.upcomingTitle} ${line}` : line,
      [{ label: appointment.cancelButton, action: { type: 'choose', value: `appointment-cancel:${id}` } }],
      META,
    );
  });
  return { state: next, replies };
}

/** Cancels one of her own appointments. Pressed twice, or replayed, it is cancelled once and says so again. */
export async function cancelAppointment(scene: Scene, appointmentId: string): Promise<Outcome> {
  const { turn, services, words, state } = scene;
  const { appointment } = words;
  const found = await services.appointments.find(appointmentId);
  if (found === null || turn.person === null || found.personId !== turn.person.id) {
    return { state, replies: [say(appointment.noUpcoming, [], META)] };
  }
  const cancelled = await services.appointments.cancel({
    appointmentId,
    by: { kind: 'requester', id: turn.person.id },
    now: turn.now,
  });
  const text = cancelled.ok ? appointment.cancelled(found.reference) : appointment.cancelTooLate;
  return { state, replies: [say(text, [], META)] };
}
