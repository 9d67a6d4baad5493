import type { JsonValue } from '../data/conversations/types';
import type { FormStack, StackOutcome } from './form/bridge';
import type { FormStart } from './form/guided';
import type { Choice, Reply } from './reply';
import { parseFormState } from './form/state';
import type { FormState } from './form/types';
import { humanChoice, metaFor, say } from './replies';
import type { Outcome, Scene } from './scene';
import type { ConversationState, StackEntry } from './state';
import { secondRequest } from './answer/show-topic';

/** Opens a form. One that was open is kept aside, with everything she gave. */
export async function openForm(
  forms: FormStack,
  scene: Scene,
  state: ConversationState,
  form: string,
  start: FormStart,
): Promise<Outcome> {
  const parked = state.stack.length > 0 ? park(forms, scene, state) : state;
  const outcome = await forms.begin(form, start, scene);
  return settleForms(scene, { ...parked, awaiting: null, misunderstood: 0, stack: [] }, outcome);
}

/** Puts the open form aside: it will be offered again, never imposed. */
export function park(forms: FormStack, scene: Scene, state: ConversationState): ConversationState {
  const title = forms.titleOf(state.stack, scene);
  return title === null
    ? { ...state, stack: [] }
    : { ...state, stack: [], parked: { stack: state.stack, title, since: scene.turn.now.toISOString() } };
}

/** What a turn did to the forms, as replies and state. */
export function settleForms(scene: Scene, state: ConversationState, outcome: StackOutcome): Outcome {
  switch (outcome.kind) {
    case 'waiting':
      return { state: { ...state, stack: outcome.stack, misunderstood: 0 }, replies: outcome.replies };
    case 'not-understood':
      return { state: { ...state, stack: outcome.stack }, replies: [] };
    case 'left':
      return left(scene, state, outcome);
    case 'done':
      return finished(scene, state, outcome);
  }
}

function left(scene: Scene, state: ConversationState, outcome: StackOutcome & { kind: 'left' }): Outcome {
  const { words } = scene;
  const next: ConversationState = {
    ...state,
    stack: [],
    awaiting: null,
    // What was put aside before is not lost with a form in which nothing had been said yet.
    parked: outcome.worthKeeping ? parkedFrom(outcome.stack, outcome.title, scene) : state.parked,
  };
  if (outcome.by === 'block') return { state: next, replies: outcome.replies };
  const undo: readonly Choice[] = outcome.worthKeeping ? [resumeChoice(scene)] : [];
  const cancelled = say(outcome.text ?? words.form.cancelled, undo);
  const waiting = outcome.worthKeeping ? null : next.parked;
  if (waiting === null) return { state: next, replies: [cancelled] };
  const offer = say(words.form.parked(waiting.title), [resumeChoice(scene), humanChoice(scene)]);
  return { state: next, replies: [cancelled, offer] };
}

const parkedFrom = (stack: readonly StackEntry[], title: string, scene: Scene) => ({
  stack,
  title,
  since: scene.turn.now.toISOString(),
});

/** The button that brings a parked form back. */
export const resumeChoice = (scene: Scene): Choice => ({
  label: scene.words.common.resume,
  action: { type: 'choose', value: 'form:resume' },
});

/** After a form: its receipt, then what was put aside or asked along with it, one offer at a time. */
function finished(scene: Scene, state: ConversationState, outcome: StackOutcome & { kind: 'done' }): Outcome {
  const { words } = scene;
  const replies: Reply[] = [...outcome.replies];
  const parked = state.parked !== null && state.parked.stack[0]?.id !== outcome.form ? state.parked : null;
  const second = parked === null ? state.kept[0] : undefined;
  if (parked !== null) {
    replies.push(say(words.form.parked(parked.title), [resumeChoice(scene)]));
  } else if (second !== undefined) {
    replies.push(secondRequest(scene, second));
  }
  return {
    replies,
    state: {
      ...state,
      stack: [],
      awaiting: null,
      parked,
      kept: second === undefined ? state.kept : state.kept.slice(1),
      misunderstood: 0,
      // What she asked for is done: the next request starts from nothing.
      query: '',
      shown: null,
      files: outcome.form === 'ticket' ? [] : state.files,
      receipt:
        outcome.reference === null ? state.receipt : { form: outcome.form, reference: outcome.reference },
    },
  };
}

/** After something else was answered in the middle of a form: its pending question in the short form. */
export async function backToForm(forms: FormStack, scene: Scene, answered: Outcome): Promise<Outcome> {
  const outcome = await forms.askAgain(answered.state.stack, scene);
  const settled = settleForms(scene, answered.state, outcome);
  return { state: settled.state, replies: [...answered.replies, ...settled.replies] };
}

/** Brings a parked form back to where it stood. */
export async function resumeParked(
  forms: FormStack,
  scene: Scene,
  state: ConversationState,
): Promise<Outcome> {
  const { parked } = state;
  const { words } = scene;
  if (parked === null || forms.titleOf(parked.stack, scene) === null) {
    return { state: { ...state, parked: null }, replies: [say(words.form.gone, [], metaFor('service'))] };
  }
  const outcome = await forms.askAgain(parked.stack.map(withoutMisses), scene);
  return settleForms(scene, { ...state, parked: null, awaiting: null, misunderstood: 0 }, outcome);
}

/** A message inside a form that nobody understood: asked again with an example, then with a person; then the form is put aside. */
export async function missInForm(forms: FormStack, scene: Scene, told: Outcome): Promise<Outcome> {
  const outcome = await forms.miss(told.state.stack, scene);
  const settled = putAsideWhenLost(forms, scene, settleForms(scene, told.state, outcome));
  return { state: settled.state, replies: [...told.replies, ...settled.replies] };
}

/** A form that has asked the same thing too often is put aside: it is offered again, with a person beside it. */
export function putAsideWhenLost(forms: FormStack, scene: Scene, asked: Outcome): Outcome {
  const { words } = scene;
  const top = asked.state.stack[asked.state.stack.length - 1];
  if (top === undefined || (formIn(top)?.misses ?? 0) <= MOST_MISSES) return asked;
  const title = forms.titleOf(asked.state.stack, scene) ?? '';
  const offer = say(words.form.setAside(title), [resumeChoice(scene), humanChoice(scene)]);
  return { state: { ...park(forms, scene, asked.state), misunderstood: 0 }, replies: [offer] };
}

/** Messages in a row that a form asks again for; the last of them already offers a person. */
const MOST_MISSES = 3;

const formIn = ({ state }: StackEntry): FormState | null =>
  parseFormState(typeof state === 'object' && state !== null && 'form' in state ? state.form : null);

/** A form that is taken up again later starts with a clean slate: what was not understood is forgotten. */
function withoutMisses(entry: StackEntry): StackEntry {
  const form = formIn(entry);
  return form === null
    ? entry
    : { ...entry, state: { form: JSON.parse(JSON.stringify({ ...form, misses: 0 })) as JsonValue } };
}
