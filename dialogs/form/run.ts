import type { FormSheet, Reply } from '../reply';
import type { FormCard } from '../turn';
import type { Scene } from '../scene';
import { readSlotAction } from './actions';
import { advance, missed, refuse } from './advance';
import { draftChange } from './draft';
import { editedSlots, noteSource, toHearEdit } from './edits';
import type { FormOutcome, FormRunner, FormStart, FormView, GuidedDialog } from './guided';
import { questionReply, readBackReply, whichSlotReply } from './render';
import { knownValues, settle } from './settle';
import { cardOf, fillSheet, sheetOf, type Unreadable } from './sheet';
import { lostAnswers, migrateFormState, newFormState, parseFormState } from './state';
import type { FormEnv, FormInput, FormState, Note, Step } from './types';

/** More than one answer of hers would be lost: worth keeping when she leaves the form. */
const WORTH_KEEPING = 1;

/** Closes a guided dialog over the type of its environment. */
export function runnerOf<E extends FormEnv>(dialog: GuidedDialog<E>): FormRunner {
  const viewOf = (state: FormState, env: E, scene: Scene): FormView<E> => ({
    state,
    values: knownValues(dialog.spec(env), state, env),
    env,
    scene,
  });

  /** A step in words. What a step filled may change what the form has to offer, so the environment is read again first. */
  const speak = async (
    step: Step,
    scene: Scene,
    short = false,
    sent: Unreadable | null = null,
  ): Promise<FormOutcome> => {
    switch (step.kind) {
      case 'not-understood':
        return { kind: 'not-understood', state: step.state };
      case 'cancelled':
        return {
          kind: 'cancelled',
          state: step.state,
          title: dialog.title(scene),
          worthKeeping: step.state.given.length > WORTH_KEEPING,
          text: dialog.left?.(scene),
        };
      case 'confirmed':
        return finish(step.state, scene);
      case 'which-slot': {
        const env = await dialog.load(scene, step.state);
        const view = viewOf(step.state, env, scene);
        const reply = withSheet(whichSlotReply(dialog, view), sheetOf(dialog, view, sent), cardOf(view));
        return { kind: 'waiting', state: step.state, replies: [reply] };
      }
      case 'ask':
      case 'read-back': {
        const env = await dialog.load(scene, step.state);
        const insisted = step.kind === 'ask' && step.state.reopened.includes(step.slot);
        const settled = insisted ? step : settle(dialog.spec(env), step.state, env, step.notes);
        return settled.kind === 'read-back'
          ? readBack(settled, env, scene, sent)
          : waiting(settled, env, scene, short, sent);
      }
    }
  };

  const waiting = (
    step: Step,
    env: E,
    scene: Scene,
    short: boolean,
    sent: Unreadable | null = null,
  ): FormOutcome => {
    const view = viewOf(step.state, env, scene);
    const reply: Reply =
      step.kind === 'ask'
        ? withSheet(questionReply(dialog, step, view, short), sheetOf(dialog, view, sent), cardOf(view))
        : { ...whichSlotReply(dialog, view), card: cardOf(view) };
    return { kind: 'waiting', state: step.state, replies: [reply] };
  };

  const readBack = async (
    step: Step & { kind: 'read-back' },
    env: E,
    scene: Scene,
    sent: Unreadable | null = null,
  ): Promise<FormOutcome> => {
    const view = viewOf(step.state, env, scene);
    const review = await dialog.review(view);
    switch (review.kind) {
      case 'ok':
        return {
          kind: 'waiting',
          state: step.state,
          replies: [{ ...readBackReply(dialog, step, view, review.notices), card: cardOf(view) }],
        };
      case 'reopen': {
        const refused = { kind: 'refused', slot: review.slot, reason: review.reason } as const;
        const again = refuse(dialog.spec(env), step.state, review.slot, refused, env);
        return waiting(again, env, scene, false, sent);
      }
      case 'call':
        return {
          kind: 'call',
          state: step.state,
          form: review.form,
          start: review.start,
          replies: [textReply(dialog, review.text, step.state)],
        };
      case 'blocked':
        return {
          kind: 'blocked',
          state: step.state,
          title: dialog.title(scene),
          worthKeeping: review.worthKeeping,
          replies: review.replies,
        };
    }
  };

  const finish = async (state: FormState, scene: Scene): Promise<FormOutcome> => {
    const env = await dialog.load(scene, state);
    const view = {
      ...viewOf(state, env, scene),
      ...(state.readBack === null ? {} : { values: state.readBack }),
    };
    const key = `${scene.turn.conversationId}:${scene.turn.id}:${dialog.id}`;
    const completion = await dialog.complete(view, key);
    if (completion.kind === 'done') {
      return { kind: 'done', replies: completion.replies, reference: completion.reference };
    }
    if (completion.kind === 'review') {
      return speak(
        settle(dialog.spec(env), { ...state, touchedAt: scene.turn.now.toISOString() }, env),
        scene,
      );
    }
    const refused = { kind: 'refused', slot: completion.slot, reason: completion.reason } as const;
    const step = refuse(dialog.spec(env), state, completion.slot, refused, env);
    const after = await dialog.load(scene, step.state);
    return waiting(step, after, scene, false);
  };

  const keep = async (before: FormView<E>, step: Step, after: FormView<E>): Promise<void> => {
    if (dialog.saveDraft === undefined) return;
    const change = draftChange(before, step, after);
    if (change !== null) await dialog.saveDraft(after, change);
  };

  const revive = async (stored: unknown, scene: Scene): Promise<Revived<E>> => {
    const state = parseFormState(stored) ?? newFormState(dialog, { now: scene.turn.now });
    const env = await dialog.load(scene, state);
    const migrated = migrateFormState(state, dialog.spec(env));
    // A read-back of an earlier release is made again from the answers that were kept.
    return {
      state: migrated,
      env: migrated === state ? env : await dialog.load(scene, migrated),
      notes: lostAnswers(state, migrated) ? [{ kind: 'form-changed' }] : [],
    };
  };

  /** The pending question in its short form. */
  const askFrom = (from: FormState, env: E, notes: readonly Note[], scene: Scene): Promise<FormOutcome> => {
    const state: FormState = { ...from, touchedAt: scene.turn.now.toISOString() };
    if (state.phase === 'choosing-slot') return speak({ kind: 'which-slot', state }, scene);
    const insisted = state.asked !== null && state.reopened.includes(state.asked);
    const step: Step = insisted
      ? { kind: 'ask', slot: state.asked ?? '', state, notes }
      : settle(dialog.spec(env), state, env, notes);
    return speak(step, scene, true);
  };

  return {
    id: dialog.id,
    title: (scene) => dialog.title(scene),
    async begin(start: FormStart, scene) {
      const state = newFormState(dialog, { seed: start.seed, values: start.values, now: scene.turn.now });
      const env = await dialog.load(scene, state);
      const spec = dialog.spec(env);
      const heard =
        start.text === undefined ? null : advance(spec, state, { kind: 'text', text: start.text }, env);
      const usable = heard !== null && (heard.kind === 'ask' || heard.kind === 'read-back');
      return speak(
        usable
          ? {
              ...noteSource(heard, state, scene.turn),
              notes: heard.notes.filter((note) => note.kind === 'refused'),
            }
          : settle(spec, state, env),
        scene,
      );
    },
    async hear(stored, scene) {
      const { state, env, notes } = await revive(stored, scene);
      const { action } = scene.turn;
      const sheet = action?.type === 'fill' ? dialog.sheet?.(viewOf(state, env, scene)) : null;
      if (action?.type === 'fill' && sheet) {
        const { step, unreadable } = fillSheet(dialog.spec(env), sheet, state, action.values, env);
        return speak(step, scene, false, unreadable);
      }
      const input = inputOf(dialog.id, scene);
      if (input === null) return { kind: 'not-understood', state };
      const edited = input.kind === 'text' ? editedSlots(state, scene.turn) : [];
      const open = edited.length === 0 ? state : toHearEdit(state, edited);
      const heard = advance(dialog.spec(env), open, input, env);
      if (heard.kind === 'not-understood' && open !== state) return { kind: 'not-understood', state };
      const step = input.kind === 'text' ? noteSource(heard, open, scene.turn) : heard;
      await keep(viewOf(state, env, scene), step, viewOf(step.state, env, scene));
      return speak(withNotes(step, notes), scene);
    },
    async askAgain(stored, scene) {
      const { state, env, notes } = await revive(stored, scene);
      return askFrom({ ...state, misses: 0 }, env, notes, scene);
    },
    async miss(stored, scene) {
      const { state, env, notes } = await revive(stored, scene);
      return askFrom(missed(state), env, notes, scene);
    },
  };
}

const withSheet = (reply: Reply & { kind: 'question' }, sheet: FormSheet | null, card: FormCard): Reply =>
  sheet === null ? { ...reply, card } : { ...reply, card, sheet };

const textReply = <E extends FormEnv>(dialog: GuidedDialog<E>, text: string, state: FormState): Reply => ({
  kind: 'text',
  text,
  choices: [],
  meta: { decision: 'answer', topic: dialog.topic(state), form: dialog.id },
});

/** A stored form as it is now, and what has to be told about it. */
interface Revived<E> {
  readonly state: FormState;
  readonly env: E;
  readonly notes: readonly Note[];
}

const withNotes = (step: Step, notes: readonly Note[]): Step =>
  step.kind === 'ask' || step.kind === 'read-back' ? { ...step, notes: [...notes, ...step.notes] } : step;

/** What of the turn is meant for a form; null when a button belongs to something else. */
function inputOf(form: string, scene: Scene): FormInput | null {
  const { action, text } = scene.turn;
  const files = scene.turn.attachments.map((file) => file.name);
  switch (action?.type) {
    case undefined:
      return text === '' && files.length === 0 ? null : { kind: 'text', text, files };
    case 'choose': {
      const chosen = readSlotAction(action.value);
      if (chosen === null || chosen.form !== form) return null;
      return chosen.value === null
        ? { kind: 'skip' }
        : { kind: 'choose', slot: chosen.slot, value: chosen.value };
    }
    case 'confirm':
      return { kind: 'confirm' };
    case 'correct':
      return { kind: 'correct', slot: action.slot ?? null };
    case 'back':
      return { kind: 'back' };
    case 'cancel':
      return { kind: 'cancel' };
    default:
      return null;
  }
}
