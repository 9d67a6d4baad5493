import type { Appointment, Slot } from '../../data/appointments/types';
import { humanChoice, metaFor, say } from '../replies';
import type { Reply } from '../reply';
import type { Outcome, Scene } from '../scene';
import { isOwn } from '../ticket/own';
import { appointmentChoice, bookChoice, proposedTime, takeChoice, type ProposedTime } from './actions';
import { slotLabel, whereOf } from './words';

/** Other times that are offered when a proposed one is gone. */
const NEAREST = 3;
const DAYS_AHEAD = 21;
const DAY_MS = 86_400_000;

/**
 * One tap on a time that an advisor proposed books it. A time that was taken since leads to the nearest free ones; a second tap on the same
 * proposal finds what the first one booked. null: another kind of button.
 */
export async function pressProposed(scene: Scene, value: string): Promise<Outcome | null> {
  const time = proposedTime(value);
  if (time === null) return null;
  const { turn, services, words, state } = scene;
  const ticket = await services.tickets.find(time.ticketId);
  if (turn.person === null || ticket === null || !isOwn(scene, ticket))
    return { state, replies: [say(words.appointment.gone)] };
  const booked = await services.appointments.book({
    idempotencyKey: time.proposalId,
    deskId: turn.desk,
    personId: turn.person.id,
    advisorId: time.advisorId,
    startsAt: new Date(time.startsAt),
    channel: time.channel === 'phone' && turn.person.phone !== null ? 'phone' : 'teams',
    phone: time.channel === 'phone' ? turn.person.phone : null,
    subject: words.notice.proposal.subject(ticket.reference),
    now: turn.now,
  });
  const meta = { ...metaFor('service', ticket.topicId), ticket: ticket.reference };
  if (booked.ok) return { state, replies: [{ ...receipt(scene, time, booked.value), meta }] };
  const nearest = booked.fault.code === 'taken' ? booked.fault.nearest : await freeNear(scene, time);
  const why = { taken: words.appointment.taken, 'too-soon': words.appointment.tooSoon };
  const text =
    booked.fault.code === 'taken' || booked.fault.code === 'too-soon'
      ? why[booked.fault.code]
      : words.appointment.inPast;
  if (nearest.length === 0)
    return { state, replies: [say(words.notice.proposal.none, [humanChoice(scene)], meta)] };
  return {
    state,
    replies: [say(text, [...nearest.slice(0, NEAREST).map(offer(scene, time)), humanChoice(scene)], meta)],
  };
}

/** What is said of an appointment that this proposal has led to, now or before. */
function receipt(scene: Scene, time: ProposedTime, booked: Appointment): Reply {
  const { words } = scene;
  const { proposal } = words.notice;
  if (booked.status === 'cancelled')
    return say(words.appointment.gone, [bookChoice(words.appointment.bookAnother), humanChoice(scene)]);
  const when = slotLabel(booked.startsAt.toISOString(), whereOf(scene));
  const isAsked =
    booked.startsAt.getTime() === Date.parse(time.startsAt) && booked.advisorId === time.advisorId;
  const said = isAsked ? proposal.booked : proposal.bookedAlready;
  // Never one or two buttons: "ok" after it must order nothing.
  return say(said(when, booked.advisorName, booked.reference), [
    appointmentChoice('move', booked.id, words.appointment.moveButton),
    appointmentChoice('cancel', booked.id, words.appointment.cancelButton),
    humanChoice(scene),
  ]);
}

const offer =
  (scene: Scene, time: ProposedTime) =>
  ({ advisorId, advisorName, startsAt }: Slot) => {
    const when = slotLabel(startsAt.toISOString(), whereOf(scene));
    return takeChoice(
      { ...time, advisorId, startsAt: startsAt.toISOString() },
      scene.words.notice.proposal.slot(when, advisorName),
    );
  };

/** What is free nearest to a time that can no longer be had. */
async function freeNear({ turn, services }: Scene, time: ProposedTime): Promise<readonly Slot[]> {
  if (turn.person === null) return [];
  return services.appointments.free({
    deskId: turn.desk,
    personId: turn.person.id,
    from: turn.now,
    to: new Date(Math.max(turn.now.getTime(), Date.parse(time.startsAt)) + DAYS_AHEAD * DAY_MS),
    now: turn.now,
    limit: NEAREST,
  });
}
