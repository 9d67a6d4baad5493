import { asksHow, asksSomething } from '../answer/question';
import { needsCare, toneOf } from '../answer/tone';
import { APPOINTMENT_TOPIC } from '../appointment/dialog';
import { opensAppointment } from '../appointment/entry';
import { showTopic } from '../answer/show-topic';
import { couponOrderInForm } from '../coupon/orders';
import type { FormStack } from '../form/bridge';
import { editedSlots } from '../form/edits';
import { asksForPerson, exactIntent } from '../form/exact';
import { parseFormState } from '../form/state';
import type { FormState } from '../form/types';
import { backToForm, missInForm, park, putAsideWhenLost, resumeChoice, settleForms } from '../forms';
import { filesReceived, isOwnTopic, mainChoices, say, topicTitle } from '../replies';
import type { Rank } from '../router';
import { handOver } from '../ticket/hand-over';
import { readTicketOrder } from '../ticket/order';
import { obeyTicketOrder } from '../ticket/own-ticket';
import { advisorRank } from './advisor';
import { recordQuestionRank } from './record-question';
import { answerFact, matchChoice } from './awaited';
import { sayDate } from '../say';
import type { Outcome, Scene } from '../scene';
import type { ConversationState, StackEntry } from '../state';
import { fold, wordCount } from '../text/fold';
import { localDate } from '../form/local-time';

/** A question inside a form is answered as such from this confidence on; below it, it is an answer that was not understood. */
const DIGRESSION_CONFIDENCE = 0.76;
/** A form left alone this long is offered, not imposed. */
const ABANDONED_AFTER_HOURS = 48;

/** The open form hears the message first. What is not for it is answered, and its pending question comes back. */
export const openFormRank: Rank = {
  name: 'open-form',
  async take(scene, forms) {
    const { state, turn } = scene;
    if (state.stack.length === 0 || isForOthers(scene)) return null;
    if (forms.titleOf(state.stack, scene) === null) {
      return { state: { ...state, stack: [] }, replies: [say(scene.words.form.gone, mainChoices(scene))] };
    }
    if (isAbandoned(scene)) return offerAgain(scene, forms);
    if (isFileForLater(scene)) {
      return backToForm(forms, scene, { state, replies: [say(filesReceived(scene))] });
    }
    const corrected = await editedAnswer(scene, forms);
    if (corrected !== null) return corrected;
    const request = await couponOrderInForm(scene, forms);
    if (request !== null) return request;
    const second = secondOrder(scene);
    if (second !== null) return keepForLater(scene, forms, second);
    const decided = await answerAside(scene, forms);
    if (decided !== null) return decided;
    if (turn.action === null && asksSomething(turn.text)) {
      const digression = await digress(scene, forms);
      if (digression !== null) return digression;
    }
    const outcome = await forms.hear(state.stack, scene);
    const settled = withoutAside(state);
    if (outcome.kind !== 'not-understood')
      return putAsideWhenLost(forms, scene, settleForms(scene, settled, outcome));
    return (
      (await digress(scene, forms)) ??
      serviceWord(scene, forms) ??
      (await ticketOrder(scene, forms)) ??
      (await toAdvisor(scene, forms)) ??
      withCare(scene, forms) ??
      forPerson(scene, forms) ??
      missInForm(forms, scene, { state: settled, replies: [] })
    );
  },
};

/** An answer that she has edited corrects what it had filled, before it is taken for anything else. */
async function editedAnswer(scene: Scene, forms: FormStack): Promise<Outcome | null> {
  const { state, turn } = scene;
  const open = formIn(state.stack[state.stack.length - 1]);
  if (open === null || editedSlots(open, turn).length === 0) return null;
  const outcome = await forms.hear(state.stack, scene);
  return outcome.kind === 'not-understood' ? null : settleForms(scene, withoutAside(state), outcome);
}

/** The question of another topic that she leaves unanswered is over; the topic is offered once the form is done. */
const withoutAside = (state: ConversationState): ConversationState =>
  state.awaiting?.kind === 'fact'
    ? { ...state, awaiting: null, kept: [...new Set([...state.kept, state.awaiting.topicId])] }
    : { ...state, awaiting: null };

/** A file without a word, in a form that takes none: kept for a request. */
const isFileForLater = ({ turn, state }: Scene): boolean =>
  turn.text === '' && turn.attachments.length > 0 && state.stack[state.stack.length - 1]?.id !== 'ticket';

/** Buttons that speak to nobody's open question. */
const isForOthers = ({ turn }: Scene): boolean => {
  const { action } = turn;
  if (action === null) return false;
  if (action.type === 'choose')
    return !/^(?:ticket|coupon|coupon-request|appointment|reschedule|report):/.test(action.value);
  return !['confirm', 'fill', 'correct', 'back', 'cancel'].includes(action.type);
};

const isAboutAppointment = ({ state }: Scene): boolean =>
  state.stack.some(({ id }) => id === 'appointment' || id === 'reschedule');

const FIRST_PERSON =
  /^(?:bonjour )?(?:je (?:veux|voudrais|souhaite|souhaiterais|prefere)|j (?:aimerais|ai besoin)|puis je|est ce que je peux|i (?:want|would like|need)|can i)\b/;

/** An order for another form, in so many words: it would otherwise be read as answers to this one ("demain matin"). */
function secondOrder(scene: Scene): string | null {
  if (scene.turn.action !== null || isAboutAppointment(scene)) return null;
  // A report is written in her own words: only an order in the first person is none of them.
  const { stack } = scene.state;
  if (stack[stack.length - 1]?.id === 'report' && !FIRST_PERSON.test(fold(scene.turn.text))) return null;
  return wordCount(scene.turn.text) > 3 && opensAppointment(scene) ? APPOINTMENT_TOPIC : null;
}

/** A second request waits: it is said to be kept, the pending question comes back, and the request is offered once this one is done. */
function keepForLater(scene: Scene, forms: FormStack, topicId: string): Promise<Outcome> {
  const { state, words } = scene;
  const kept = [...new Set([...state.kept, topicId])];
  return backToForm(forms, scene, {
    state: { ...state, kept },
    replies: [say(words.form.keptForLater(topicTitle(scene, topicId)))],
  });
}

/** A question in the middle of a form: answered, then the pending question in its short form. */
async function digress(scene: Scene, forms: FormStack): Promise<Outcome | null> {
  if (scene.turn.action !== null || scene.turn.text === '') return null;
  if (exactIntent(scene.turn.text) !== null || !isSentence(scene.turn.text)) return null;
  const recorded = await recordQuestionRank.take(scene, forms);
  if (recorded !== null) return thenBack(scene, forms, recorded);
  const understood = scene.understanding();
  const top = understood.topics[0];
  // With a question mark it is a question even where a first message would be asked what it means.
  const isQuestion = understood.decision === 'clarify' && /\?\s*$/.test(scene.turn.text);
  if (understood.decision !== 'answer' && !isQuestion) return null;
  if (top === undefined || top.confidence < DIGRESSION_CONFIDENCE) return null;
  // A likely goodbye or thank-you is no subject to be answered: the form hears the words first.
  if (!isOwnTopic(scene, top.id)) return null;
  // "Vous auriez d'autres créneaux ?" is for the form that offers them, not a question about appointments.
  if (top.id === APPOINTMENT_TOPIC && isAboutAppointment(scene) && !asksHow(scene.turn.text)) return null;
  const answered = await showTopic(scene, scene.state, { topicId: top.id, confidence: top.confidence });
  // One question at a time: the form waits while the answer's own question is open.
  return answered.state.awaiting === null ? thenBack(scene, forms, answered) : answered;
}

/** A word or two are an answer that was not understood, rather than another subject. */
const isSentence = (text: string): boolean => asksSomething(text) || wordCount(text) >= 3;

/** An answer's own question was open beside the form: what decides it is taken, anything else is for the form. */
async function answerAside(scene: Scene, forms: FormStack): Promise<Outcome | null> {
  const { awaiting } = scene.state;
  if (awaiting?.kind !== 'fact' || scene.turn.action !== null) return null;
  const choice = matchChoice(scene, awaiting);
  if (choice === null) return null;
  const answered = await answerFact(scene, awaiting, JSON.stringify(choice));
  return answered.state.awaiting === null ? thenBack(scene, forms, answered) : answered;
}

/** The answer without its buttons, which would lead away from the form, and the form's question again. */
const thenBack = (scene: Scene, forms: FormStack, answered: Outcome): Promise<Outcome> =>
  backToForm(forms, scene, {
    state: answered.state,
    replies: answered.replies.map((reply) => ({ ...reply, choices: [] })),
  });

/** A thank-you or a hello in mid-form gets its word, and the form goes on; a person is asked for in more words than can be listed. */
function serviceWord(scene: Scene, forms: FormStack): Promise<Outcome> | null {
  if (scene.turn.action !== null || scene.turn.text === '') return null;
  const understood = scene.understanding();
  if (understood.decision !== 'service') return null;
  const { words, state } = scene;
  const label = understood.topics[0]?.id;
  if (label === 'human') return handOver(scene, forms, state);
  const text =
    label === 'bot-identity'
      ? words.service.botIdentity
      : label === 'thanks'
        ? words.service.thanksInForm
        : label === 'greeting'
          ? words.service.greetingInForm
          : null;
  return text === null ? null : backToForm(forms, scene, { state, replies: [say(text)] });
}

/** Something that she wants of a request that she has filed: done at once, while the form waits with everything that is in it. */
async function ticketOrder(scene: Scene, forms: FormStack): Promise<Outcome | null> {
  const said = scene.turn.action === null ? readTicketOrder(scene.turn.text) : null;
  if (said === null || !said.plain || scene.state.stack.some(({ id }) => id === 'ticket')) return null;
  return obeyTicketOrder({ ...scene, state: park(forms, scene, scene.state) }, said);
}

/** "Attends, je veux parler à quelqu'un d'abord": an order where the form cannot read the sentence as an answer. */
const forPerson = (scene: Scene, forms: FormStack): Promise<Outcome> | null =>
  scene.turn.action === null && asksForPerson(scene.turn.text) ? handOver(scene, forms, scene.state) : null;

/**
 * Words of distress, or a first insult, are no answer that was not understood: what is to be said is said (see answer/aside), and the
 * question waits. Somebody who goes on insulting is offered a person, as for any answer that is not understood.
 */
function withCare(scene: Scene, forms: FormStack): Promise<Outcome> | null {
  if (scene.turn.action !== null) return null;
  const tone = toneOf(scene.turn.text.toLowerCase());
  if (!needsCare(tone) && (tone !== 'insulting' || scene.state.soothed)) return null;
  return backToForm(forms, scene, { state: scene.state, replies: [] });
}

/** An advisor has asked something meanwhile, and what the form cannot read is the answer. */
async function toAdvisor(scene: Scene, forms: FormStack): Promise<Outcome | null> {
  if (scene.turn.action !== null || !isSentence(scene.turn.text)) return null;
  const passed = await advisorRank.take(scene, forms);
  return passed === null ? null : backToForm(forms, scene, passed);
}

const formIn = (entry: StackEntry | undefined): FormState | null => {
  const stored = entry?.state;
  return parseFormState(
    typeof stored === 'object' && stored !== null && 'form' in stored ? stored.form : null,
  );
};

const touchedAt = ({ state: { stack } }: Scene): Date | null => {
  const parsed = formIn(stack[stack.length - 1]);
  return parsed === null ? null : new Date(parsed.touchedAt);
};

function isAbandoned(scene: Scene): boolean {
  const touched = touchedAt(scene);
  return touched !== null && scene.turn.now.getTime() - touched.getTime() > ABANDONED_AFTER_HOURS * 3_600_000;
}

/** The form is put aside and offered; what she says now is answered first. */
async function offerAgain(scene: Scene, forms: FormStack): Promise<Outcome> {
  const { state, words } = scene;
  const touched = touchedAt(scene) ?? scene.turn.now;
  const title = forms.titleOf(state.stack, scene) ?? '';
  const offer = say(
    words.form.resumeOffer(title, sayDate(localDate(touched, scene.zone), scene.locale, scene.turn.now)),
    [
      resumeChoice(scene),
      { label: words.common.somethingElse, action: { type: 'choose', value: 'form:drop' } },
    ],
  );
  const aside = park(forms, scene, state);
  const understood = scene.turn.action === null && scene.turn.text !== '' ? scene.understanding() : null;
  const top = understood?.topics[0];
  if (understood?.decision !== 'answer' || top === undefined) return { state: aside, replies: [offer] };
  const answered = await showTopic(
    scene,
    { ...aside, query: scene.turn.text },
    { topicId: top.id, confidence: top.confidence },
  );
  return { state: answered.state, replies: [...answered.replies, offer] };
}
