import type { Appointment } from '../../data/appointments/types';
import type { Completion, FormView, GuidedDialog, SlotQuestion } from '../form/guided';
import type { FormSpec, FormState, Heard, Offer, Offers } from '../form/types';
import { invalid, valid } from '../form/types';
import type { LabelledValue } from '../reply';
import { metaFor, say } from '../replies';
import type { Scene } from '../scene';
import { APPOINTMENT_TOPIC } from './dialog';
import { holdSlot } from './hold-slot';
import { loadWhen } from './load-when';
import { fromWhereItIs } from './relative-to';
import { reopening } from './reopening';
import { offerDays, parseSlot, readWhen, WHEN_SLOTS, type WhenEnv } from './when';
import { namedAmong, readMove, sameDay } from './which';
import { displayValue, labelOf, question, reason, sayPhone, slotLabel, whereOf } from './words';

/** What moving an appointment is put with: hers that are still to come. */
export interface RescheduleEnv extends WhenEnv {
  readonly upcoming: readonly Appointment[];
}

type View = FormView<RescheduleEnv>;

/** Which appointment, and to when. */
export const RESCHEDULE_FORM: FormSpec<RescheduleEnv> = {
  id: 'reschedule',
  version: 1,
  slots: [
    {
      name: 'appointment',
      known: (_values, { upcoming: [only, ...others] }) =>
        only !== undefined && others.length === 0 ? only.id : null,
      validate: (value, _values, env) =>
        env.upcoming.some(({ id }) => id === value) ? valid(value) : invalid({ code: 'gone' }),
    },
    ...WHEN_SLOTS,
  ],
  read: readOrder,
};

const NOUN = /(?<!\p{L})(?:rdv|rendez[- ]?vous|appointment|celui)(?!\p{L})/iu;

function readOrder(said: Heard<RescheduleEnv>): Offers {
  const { env, values, focus } = said;
  const chosen = env.upcoming.filter(({ id }) => id === values['appointment']);
  const heard = { ...said, whole: fromWhereItIs(said.whole, chosen[0]?.startsAt, env.zone) };
  const { whole } = heard;
  if (focus === 'appointment') {
    const named = namedAmong(whole, env.upcoming, env);
    return named.isNamed && named.found.length > 0
      ? { appointment: offer(named.found.map(({ id }) => id)) }
      : {};
  }
  if (focus !== 'slot' && NOUN.test(whole)) {
    const { candidates, wishes } = readMove(whole, chosen.length === 1 ? chosen : env.upcoming, env);
    return {
      ...(candidates.length < env.upcoming.length ? { appointment: offer(candidates) } : {}),
      ...offerDays(wishes),
    };
  }
  return readWhen(heard, sameDay(chosen, env));
}

const offer = (values: readonly string[]): Offer => {
  const [only, ...others] = values;
  return only === undefined || others.length > 0 ? { oneOf: values } : { value: only };
};

/** Moving one of her appointments to another slot. */
export const rescheduleDialog: GuidedDialog<RescheduleEnv> = {
  id: 'reschedule',
  version: 1,
  load,
  spec: () => RESCHEDULE_FORM,
  title: (scene) => scene.words.appointment.moveTitle,
  topic: () => APPOINTMENT_TOPIC,
  question: ask,
  label: (slot, { scene }) => labelOf(slot, scene),
  display: (slot, value, view) =>
    slot === 'appointment' ? appointmentLabel(view, value) : displayValue(slot, value, view),
  reason: (slot, why, view) =>
    why.code === 'gone' ? view.scene.words.appointment.gone : reason(slot, why, view),
  readBack: (view) => ({ title: view.scene.words.appointment.moveReadBack, facts: facts(view) }),
  review: (view) => holdSlot(view, String(view.values['appointment'])),
  complete,
};

async function load(scene: Scene, state: FormState): Promise<RescheduleEnv> {
  const { turn, services } = scene;
  const upcoming =
    turn.person === null
      ? []
      : (await services.appointments.upcoming(turn.person.id, turn.now)).filter(
          ({ startsAt }) => startsAt > turn.now,
        );
  const id = state.values['appointment'] ?? (upcoming.length === 1 ? upcoming[0]?.id : undefined);
  const moving = upcoming.find((appointment) => appointment.id === id);
  return { ...(await loadWhen(scene, state, moving)), upcoming };
}

const chosenOf = ({ env, values }: View): Appointment | undefined =>
  env.upcoming.find(({ id }) => id === values['appointment']);

function appointmentLabel({ env, scene }: View, value: unknown): string {
  const found = env.upcoming.find(({ id }) => id === value);
  return found === undefined ? '' : slotLabel(found.startsAt.toISOString(), whereOf(scene));
}

function ask(slot: string, view: View): SlotQuestion {
  const { appointment } = view.scene.words;
  if (slot === 'appointment') {
    return {
      text: appointment.whichToMove,
      short: appointment.whichToMove,
      example: appointment.whichExample,
      choices: view.env.upcoming.map(({ id }) => ({ value: id, label: appointmentLabel(view, id) })),
    };
  }
  const asked = question(slot, view);
  if (slot !== 'day') return asked;
  const chosen = chosenOf(view);
  const label = chosen === undefined ? '' : appointmentLabel(view, chosen.id);
  return { ...asked, text: label === '' ? appointment.askMoveDay : appointment.askMoveDayOf(label) };
}

function facts(view: View): readonly LabelledValue[] {
  const { appointment } = view.scene.words;
  const found = chosenOf(view);
  const slot = parseSlot(String(view.values['slot'] ?? ''));
  const advisor = view.env.advisors.find(({ id }) => id === slot?.advisorId)?.name ?? '';
  const how =
    found?.channel === 'phone' ? `${appointment.phone}, ${sayPhone(found.phone ?? '')}` : appointment.teams;
  return [
    { label: appointment.before, value: appointmentLabel(view, found?.id) },
    { label: appointment.newSlot, value: displayValue('slot', view.values['slot'] ?? '', view) },
    { label: appointment.with, value: advisor },
    { label: appointment.channelLabel, value: how },
  ];
}

async function complete(view: View, idempotencyKey: string): Promise<Completion> {
  const { scene, values } = view;
  const { turn, words, services } = scene;
  const chosen = parseSlot(String(values['slot'] ?? ''));
  if (chosen === null || turn.person === null)
    return { kind: 'reopen', slot: 'slot', reason: { code: 'other-day' } };
  const moved = await services.appointments.move({
    idempotencyKey,
    appointmentId: String(values['appointment'] ?? ''),
    advisorId: chosen.advisorId,
    startsAt: new Date(chosen.startsAt),
    by: { kind: 'requester', id: turn.person.id },
    now: turn.now,
  });
  const { appointment } = words;
  if (!moved.ok) {
    const { fault } = moved;
    // It was cancelled or began while she was choosing: there is nothing left to move.
    if (
      fault.code === 'not-found' ||
      fault.code === 'cancelled' ||
      fault.code === 'begun' ||
      fault.code === 'conflict'
    )
      return {
        kind: 'done',
        reference: null,
        replies: [say(appointment.cannotMove, [], metaFor('answer', APPOINTMENT_TOPIC))],
      };
    return { kind: 'reopen', ...reopening(fault) };
  }
  const { reference, advisorName } = moved.value;
  return {
    kind: 'done',
    reference,
    replies: [
      {
        kind: 'receipt',
        title: appointment.moved,
        reference,
        // Not what it was before: a turn that is replayed finds it moved already.
        facts: facts(view).slice(1),
        text: appointment.movedText(advisorName),
        choices: [],
        calendar: true,
        meta: { decision: 'answer', topic: APPOINTMENT_TOPIC, form: 'reschedule' },
      },
    ],
  };
}
