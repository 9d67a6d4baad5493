import type { Appointment } from '../../data/appointments/types';
import { redact } from '../../data/redaction';
import type { FormStack } from '../form/bridge';
import { backToForm, openForm } from '../forms';
import { metaFor, say } from '../replies';
import type { Choice, Reply } from '../reply';
import type { Outcome, Scene } from '../scene';
import { APPOINTMENT_ACTIONS, appointmentChoice, bookChoice } from './actions';
import { APPOINTMENT_TOPIC } from './dialog';
import { namedIn } from './polarity';
import { namedAmong } from './which';
import { sayPhone, slotLabel, whereOf, type Where } from './words';

const META = metaFor('answer', APPOINTMENT_TOPIC);
/** How many of those that are over are looked at when she names one. */
const PAST = 20;

/** How and where an appointment takes place, in words. */
export function howLabel(
  { channel, phone, meetingUrl }: Appointment,
  { words }: Pick<Where, 'words'>,
): string {
  const { appointment } = words;
  if (channel === 'phone') return appointment.byPhone(sayPhone(phone ?? ''));
  return meetingUrl === null
    ? appointment.onTeams
    : `${appointment.onTeams}. ${appointment.link(meetingUrl)}`;
}

const whenOf = ({ startsAt }: Appointment, scene: Scene): string =>
  slotLabel(startsAt.toISOString(), whereOf(scene));

const upcoming = async ({ turn, services }: Scene): Promise<readonly Appointment[]> =>
  turn.person === null ? [] : services.appointments.upcoming(turn.person.id, turn.now);

/** "C'est quand mon rendez-vous ?": what is booked, each with the ways to move and to cancel it. */
export async function listAppointments(scene: Scene): Promise<Outcome> {
  const booked = await upcoming(scene);
  return { state: { ...scene.state, misunderstood: 0 }, replies: [list(scene, booked)] };
}

function list(
  scene: Scene,
  booked: readonly Appointment[],
  { intro = '', outro = '' }: { readonly intro?: string; readonly outro?: string } = {},
): Reply {
  const { appointment } = scene.words;
  if (booked.length === 0) return nothingBooked(scene);
  const isOne = booked.length === 1;
  const lines = booked.map((one) =>
    appointment.upcoming(whenOf(one, scene), one.advisorName, howLabel(one, scene), one.reference),
  );
  const said = isOne
    ? `${appointment.upcomingTitle} ${lines.join()}`
    : [appointment.upcomingTitles, ...lines.map((line) => `- ${line}`)].join('\n');
  const choices = booked.flatMap((one) => {
    const when = whenOf(one, scene);
    return [
      appointmentChoice('move', one.id, isOne ? appointment.moveButton : appointment.moveOne(when)),
      appointmentChoice('cancel', one.id, isOne ? appointment.cancelButton : appointment.cancelOne(when)),
    ];
  });
  // Never one or two buttons: "ok" after a mere piece of news must not order anything.
  return say(
    [intro, said, outro].filter((text) => text !== '').join(' '),
    [...choices, bookChoice(appointment.bookAnother)],
    META,
  );
}

const nothingBooked = (scene: Scene): Reply =>
  say(
    scene.words.appointment.noUpcoming,
    scene.turn.desk === 'abc' ? [bookChoice(scene.words.common.bookAppointment)] : [],
    META,
  );

/** "Je veux annuler mon rdv de jeudi": which one, when there are several; then whether she is sure. */
export async function orderCancel(scene: Scene): Promise<Outcome> {
  const { state, words } = scene;
  const asked = { ...state, misunderstood: 0, query: scene.turn.text };
  const booked = await upcoming(scene);
  const { isNamed, found } = namedAmong(scene.turn.text, booked, formEnv(scene));
  const [only, ...others] = found;
  if (only === undefined) {
    if (isNamed && (await isOver(scene)))
      return { state: asked, replies: [say(words.appointment.cancelTooLate, [], META)] };
    return { state: asked, replies: [notFound(scene, booked)] };
  }
  if (others.length === 0) return { state: asked, replies: [askWhetherSure(scene, only)] };
  const choices = found.map((one) => appointmentChoice('cancel', one.id, whenOf(one, scene)));
  return { state: asked, replies: [say(words.appointment.whichToCancel, choices, META)] };
}

const notFound = (scene: Scene, booked: readonly Appointment[]): Reply =>
  booked.length === 0
    ? nothingBooked(scene)
    : list(scene, booked, { intro: scene.words.appointment.noneNamed });

/** "Je ne peux plus jeudi": the appointment that she means, with both ways out; null where she means none of hers. */
export async function cannotCome(scene: Scene): Promise<Outcome | null> {
  const { isNamed, found } = namedAmong(namedIn(scene.turn.text), await upcoming(scene), formEnv(scene));
  if (!isNamed || found.length === 0) return null;
  const { state, words } = scene;
  const reply = list(scene, found, { outro: words.appointment.cannotCome });
  return { state: { ...state, misunderstood: 0, query: scene.turn.text }, replies: [reply] };
}

/** Whether her message names the time of one that is still to come. */
export async function namesOneOfHers(scene: Scene): Promise<boolean> {
  const { isNamed, found } = namedAmong(scene.turn.text, await upcoming(scene), formEnv(scene));
  return isNamed && found.length > 0;
}

/** Whether the appointment that she names is one of those that are over. */
async function isOver(scene: Scene): Promise<boolean> {
  const { turn, services } = scene;
  if (turn.person === null) return false;
  const past = await services.appointments.past(turn.person.id, turn.now, PAST);
  return namedAmong(turn.text, past, formEnv(scene)).found.length > 0;
}

const formEnv = ({ turn, zone, knowledge }: Scene) => ({
  now: turn.now,
  zone,
  readTimes: knowledge.readTimes.bind(knowledge),
  matchNames: knowledge.matchNames.bind(knowledge),
});

function askWhetherSure(scene: Scene, one: Appointment): Reply {
  const { appointment } = scene.words;
  return say(
    appointment.confirmCancel(whenOf(one, scene), one.advisorName),
    [
      appointmentChoice('cancelSurely', one.id, appointment.yesCancel),
      appointmentChoice('keep', one.id, appointment.noKeep),
    ],
    META,
  );
}

/** "Je peux décaler mon rdv de jeudi à vendredi ?": the form that moves it. */
export async function orderMove(scene: Scene, forms: FormStack): Promise<Outcome> {
  const movable = (await upcoming(scene)).filter(({ startsAt }) => startsAt > scene.turn.now);
  if (movable.length === 0) return { state: scene.state, replies: [nothingBooked(scene)] };
  return openForm(forms, scene, { ...scene.state, query: scene.turn.text }, 'reschedule', {
    text: scene.turn.text,
  });
}

/** A button under one of her appointments; null: another kind of button. Somebody else's is as unknown as one that never was. */
export async function pressAppointment(
  scene: Scene,
  forms: FormStack,
  value: string,
): Promise<Outcome | null> {
  const order = (Object.keys(APPOINTMENT_ACTIONS) as (keyof typeof APPOINTMENT_ACTIONS)[]).find((key) =>
    value.startsWith(APPOINTMENT_ACTIONS[key]),
  );
  if (order === undefined) return null;
  const { turn, services, words, state } = scene;
  const found = await services.appointments.find(value.slice(APPOINTMENT_ACTIONS[order].length));
  if (found === null || turn.person === null || found.personId !== turn.person.id)
    return { state, replies: [say(words.appointment.gone, [], META)] };
  const isOver = found.status === 'booked' && found.startsAt <= turn.now;
  switch (order) {
    case 'cancel':
      if (found.status === 'cancelled') return cancelNow(scene, found);
      return {
        state,
        replies: [isOver ? say(words.appointment.cancelTooLate, [], META) : askWhetherSure(scene, found)],
      };
    case 'cancelSurely':
      return thenBack(scene, forms, await cancelNow(scene, found));
    case 'keep': {
      const kept = words.appointment.kept(whenOf(found, scene));
      const choice = appointmentChoice('move', found.id, words.appointment.moveButton);
      const inForm = state.stack.length > 0;
      return thenBack(scene, forms, {
        state,
        replies: [say(kept, inForm ? [] : [choice, ...MORE(scene)], META)],
      });
    }
    case 'move':
      if (isOver) return { state, replies: [say(words.appointment.moveTooLate, [], META)] };
      if (found.status === 'cancelled')
        return {
          state,
          replies: [say(words.appointment.gone, [bookChoice(words.common.bookAppointment)], META)],
        };
      return openForm(forms, scene, state, 'reschedule', { values: { appointment: found.id } });
  }
}

/** Buttons that keep "ok" from ordering a move. */
const MORE = ({ words }: Scene): readonly Choice[] => [
  bookChoice(words.appointment.bookAnother),
  { label: words.common.human, action: { type: 'talk-to-someone' } },
];

const thenBack = (scene: Scene, forms: FormStack, outcome: Outcome): Promise<Outcome> | Outcome =>
  outcome.state.stack.length === 0 ? outcome : backToForm(forms, scene, outcome);

const REASON =
  /(?:parce qu['’e]|car(?!\p{L})|vu que|en raison d[eu]|à cause d[eu]|because|due to)\s*(.{3,200})$/iu;

/** Cancels it. Pressed twice, or replayed, it is cancelled once and says so again. */
async function cancelNow(scene: Scene, found: Appointment): Promise<Outcome> {
  const { turn, services, words, state } = scene;
  const reason = REASON.exec(state.query)?.[1];
  const cancelled = await services.appointments.cancel({
    appointmentId: found.id,
    by: { kind: 'requester', id: found.personId },
    ...(reason === undefined ? {} : { reason: redact(reason.trim()) }),
    now: turn.now,
  });
  const { appointment } = words;
  if (!cancelled.ok) return { state, replies: [say(appointment.cancelTooLate, [], META)] };
  // There is nothing left to move.
  const stack = state.stack.filter(({ id }) => id !== 'reschedule');
  const inForm = stack.length > 0;
  const choice = bookChoice(words.common.bookAppointment);
  return {
    state: { ...state, stack, query: '' },
    replies: [say(appointment.cancelled(found.reference), inForm ? [] : [choice], META)],
  };
}
