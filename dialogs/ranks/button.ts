import { notUnderstood } from '../answer/not-understood';
import { showTopic } from '../answer/show-topic';
import { comeBackButton } from '../come-back/promise';
import { forwardText } from '../ticket/forward';
import { couponButton } from '../coupon/buttons';
import { openCouponForm } from '../coupon/entry';
import { openAppointmentForm } from '../appointment/entry';
import { pressAppointment } from '../appointment/own';
import { pressProposed } from '../appointment/proposed';
import type { FormStack } from '../form/bridge';
import { readSlotAction } from '../form/actions';
import { backToForm, resumeParked } from '../forms';
import { openReportForm } from '../report/entry';
import { humanChoice, mainChoices, metaFor, say } from '../replies';
import type { Rank } from '../router';
import type { Outcome, Scene } from '../scene';
import { openTicketForm } from '../ticket/hand-over';
import { ticketButton } from '../ticket/own-ticket';
import { answerFact } from './awaited';

/** A button outside of a form. One whose moment has passed says so instead of doing something else. */
export const buttonRank: Rank = {
  name: 'button',
  async take(scene, forms) {
    const { action } = scene.turn;
    const { state, words } = scene;
    switch (action?.type) {
      case undefined:
      case 'talk-to-someone':
        return null;
      case 'show-topic':
        return showChosenTopic(scene, forms, action.topicId);
      case 'helpful':
        return takeFeedback(scene, forms, action);
      case 'start-form':
        return startForm(scene, forms, action);
      case 'choose':
        return choose(scene, forms, action.value);
      case 'confirm':
      case 'fill':
      case 'correct': {
        const text =
          state.receipt === null
            ? words.service.nothingToConfirm
            : words.service.alreadyDone(state.receipt.reference);
        return { state, replies: [say(text)] };
      }
      case 'back':
        return { state, replies: [say(words.service.nothingToGoBack, mainChoices(scene))] };
      case 'cancel':
        return { state: { ...state, awaiting: null }, replies: [say(words.service.nothingToCancel)] };
    }
  },
};

async function showChosenTopic(scene: Scene, forms: FormStack, topicId: string): Promise<Outcome> {
  const { state } = scene;
  const shown = await showTopic(scene, state, { topicId, confidence: 1 });
  return state.stack.length === 0 ? shown : backToForm(forms, scene, shown);
}

function startForm(
  scene: Scene,
  forms: FormStack,
  action: { readonly form: 'coupon' | 'appointment' | 'ticket' | 'report'; readonly topicId?: string },
): Promise<Outcome> {
  switch (action.form) {
    case 'coupon':
      return openCouponForm(scene, forms, scene.state);
    case 'appointment':
      return openAppointmentForm(scene, forms, scene.state);
    case 'report':
      return openReportForm(scene, forms, scene.state);
    case 'ticket':
      return openTicketForm(scene, forms, scene.state, { topicId: action.topicId });
  }
}

/** "Ça m'a aidé" closes; "Pas vraiment" goes on to the next best answer, then to a person. Both feed the figures. */
async function takeFeedback(
  scene: Scene,
  forms: FormStack,
  action: { readonly topicId: string; readonly branchId: string; readonly helpful: boolean },
): Promise<Outcome> {
  const { services, turn, words } = scene;
  await services.conversations.recordFeedback({
    conversationId: turn.conversationId,
    topicId: action.topicId,
    branchId: action.branchId,
    helpful: action.helpful,
    now: turn.now,
  });
  const { state } = scene;
  if (action.helpful) {
    const closed = { ...state, shown: null, query: '', misunderstood: 0 };
    return { state: closed, replies: [say(words.answer.gladToHelp, [], metaFor('service', action.topicId))] };
  }
  const [next, ...others] = state.shown?.topicId === action.topicId ? state.shown.others : [];
  if (next !== undefined) {
    const shown = await showTopic(scene, state, { topicId: next, confidence: 0.5, others });
    return { ...shown, replies: [say(words.answer.nextBest, [], metaFor('answer', next)), ...shown.replies] };
  }
  return openTicketForm(scene, forms, state, { topicId: action.topicId, intro: words.answer.toPerson });
}

async function choose(scene: Scene, forms: FormStack, value: string): Promise<Outcome> {
  const { state, words } = scene;
  const coupon = await couponButton(scene, forms, value);
  if (coupon !== null) return coupon;
  if (value === 'form:resume') return resumeParked(forms, scene, state);
  if (value === 'form:drop') {
    return { state: { ...state, parked: null }, replies: [say(words.service.greeting, mainChoices(scene))] };
  }
  if (value === 'clarify:none') {
    return notUnderstood(scene, forms, say(words.clarify.rephrase, mainChoices(scene), metaFor('clarify')));
  }
  const promised = await comeBackButton(scene, value);
  if (promised !== null) return promised;
  if (value.startsWith('forward:')) return forwardText(scene, value.slice('forward:'.length));
  const ticket = await ticketButton(scene, forms, value);
  if (ticket !== null) return ticket;
  const proposed = await pressProposed(scene, value);
  if (proposed !== null) return proposed;
  const appointment = await pressAppointment(scene, forms, value);
  if (appointment !== null) return appointment;
  const fact = /^fact:([^=]+)=(.*)$/s.exec(value);
  if (fact !== null && state.awaiting?.kind === 'fact' && state.awaiting.fact === fact[1]) {
    const answered = await answerFact(scene, state.awaiting, fact[2] ?? 'null');
    const isAside = state.stack.length > 0 && answered.state.awaiting === null;
    return isAside ? backToForm(forms, scene, answered) : answered;
  }
  // A button of a form or question that is over.
  const stale = readSlotAction(value);
  const text =
    stale !== null && state.receipt !== null && state.receipt.form === stale.form
      ? words.service.alreadyDone(state.receipt.reference)
      : words.form.invalidChoice;
  return { state, replies: [say(text, [humanChoice(scene)])] };
}
