import type { Messages } from '../messages.fr';
import type { Choice, Reply, ReplyMeta } from '../reply';
import { chooseSlot, skipSlot } from './actions';
import type { FormView, GuidedDialog } from './guided';
import { applicable, progress } from './settle';
import type { FormEnv, FormState, Note, Step } from './types';

/** Answers not understood after which an example is given, and after which a person is offered. */
const MISSES_FOR_EXAMPLE = 2;
const MISSES_FOR_PERSON = 3;

const metaOf = <E extends FormEnv>(dialog: GuidedDialog<E>, state: FormState, slot?: string): ReplyMeta => ({
  decision: 'answer',
  topic: dialog.topic(state),
  form: dialog.id,
  slot,
});

/** One question of a form, with what happened before it in a sentence, and its choices. */
export function questionReply<E extends FormEnv>(
  dialog: GuidedDialog<E>,
  step: Step & { kind: 'ask' },
  view: FormView<E>,
  short: boolean,
): Reply & { kind: 'question' } {
  const { words } = view.scene;
  const slot = dialog.spec(view.env).slots.find((candidate) => candidate.name === step.slot);
  const question = dialog.question(step.slot, view);
  const doubt = step.state.doubts[step.slot];
  const misses = step.state.misses;
  const sentences = [...notesInWords(dialog, step.notes, view)];
  if (misses >= MISSES_FOR_PERSON) sentences.push(words.form.missedPerson);
  else if (misses > 0 && !step.notes.some(({ kind }) => kind === 'refused'))
    sentences.push(words.form.missed);
  if (doubt !== undefined) sentences.push(words.form.didYouMeanValue);
  else sentences.push(short || misses > 0 ? question.short : question.text);
  if (misses >= MISSES_FOR_EXAMPLE && doubt === undefined)
    sentences.push(words.form.example(question.example));
  const first = step.state.given.length === 0 && misses === 0 && !short && step.notes.length === 0;
  if (first) sentences.push(words.form.hint);
  const offered =
    doubt === undefined
      ? question.choices
      : doubt.map((value) => ({ value, label: dialog.display(step.slot, value, view) }));
  const choices: Choice[] = [
    ...keepCurrent(dialog, step, view),
    ...offered.map(({ value, label }) => ({ label, action: chooseSlot(dialog.id, step.slot, value) })),
    ...(doubt === undefined ? (question.extra ?? []) : []),
  ];
  if (slot?.optional === true)
    choices.push({ label: words.common.skip, action: skipSlot(dialog.id, step.slot) });
  if (misses >= MISSES_FOR_PERSON)
    choices.push({ label: words.common.human, action: { type: 'talk-to-someone' } });
  return {
    kind: 'question',
    text: sentences.join(' '),
    progress: progress(dialog.spec(view.env), step.state, view.env),
    choices,
    meta: metaOf(dialog, step.state, step.slot),
  };
}

/** A slot that is asked again although it has a value offers to keep it. */
function keepCurrent<E extends FormEnv>(
  dialog: GuidedDialog<E>,
  step: Step & { kind: 'ask' },
  view: FormView<E>,
): readonly Choice[] {
  const current = view.values[step.slot];
  if (current === undefined || !step.state.reopened.includes(step.slot)) return [];
  const label = view.scene.words.form.keepCurrent(dialog.display(step.slot, current, view));
  return [{ label, action: chooseSlot(dialog.id, step.slot, current) }];
}

function notesInWords<E extends FormEnv>(
  dialog: GuidedDialog<E>,
  notes: readonly Note[],
  view: FormView<E>,
): readonly string[] {
  const { words } = view.scene;
  const said = notes.map((note) => {
    switch (note.kind) {
      case 'refused':
        return dialog.reason(note.slot, note.reason, view);
      case 'corrected': {
        const facts = factsInWords(dialog, note.slots, view);
        return facts === '' ? '' : words.form.corrected(facts);
      }
      case 'went-back':
        return words.form.back;
      case 'at-start':
        return words.form.atStart;
      case 'restarted':
        return words.form.restarted;
      case 'form-changed':
        return words.form.changed;
      case 'cannot-skip':
        return words.form.cannotSkip;
    }
  });
  return said.filter((text) => text !== '');
}

function factsInWords<E extends FormEnv>(
  dialog: GuidedDialog<E>,
  slots: readonly string[],
  view: FormView<E>,
): string {
  const { slots: specs } = dialog.spec(view.env);
  return slots
    .flatMap((name) => {
      const value = view.values[name];
      const isQuiet = specs.some((slot) => slot.name === name && slot.quiet === true);
      return value === undefined || isQuiet
        ? []
        : [`${dialog.label(name, view).toLowerCase()} ${dialog.display(name, value, view)}`];
    })
    .join(', ');
}

/** Everything before it is saved, with what is true of it and the three things that can be done. */
export function readBackReply<E extends FormEnv>(
  dialog: GuidedDialog<E>,
  step: Step & { kind: 'read-back' },
  view: FormView<E>,
  notices: readonly string[],
): Reply & { kind: 'read-back' } {
  const { words } = view.scene;
  const { title, facts } = dialog.readBack(view);
  const misses = step.state.misses;
  const said = [...notesInWords(dialog, step.notes, view), ...notConfirmed(words, misses), ...notices];
  const choices: Choice[] = [
    { label: words.common.confirm, action: { type: 'confirm' }, primary: true },
    { label: words.common.edit, action: { type: 'correct' } },
    { label: words.common.cancel, action: { type: 'cancel' } },
  ];
  if (misses >= MISSES_FOR_PERSON)
    choices.push({ label: words.common.human, action: { type: 'talk-to-someone' } });
  return {
    kind: 'read-back',
    title,
    facts,
    notice: said.length > 0 ? said.join(' ') : null,
    choices,
    meta: metaOf(dialog, step.state),
  };
}

/** What was said to a read-back is neither a yes nor a change. */
function notConfirmed({ form }: Messages, misses: number): readonly string[] {
  if (misses === 0) return [];
  if (misses >= MISSES_FOR_PERSON) return [form.missedPerson];
  return misses === 1 ? [form.notConfirmed] : [form.missed, form.notConfirmed];
}

/** "Que voulez-vous modifier ?" with the form's slots, and the two ways out of the question. */
export function whichSlotReply<E extends FormEnv>(
  dialog: GuidedDialog<E>,
  view: FormView<E>,
): Reply & { kind: 'question' } {
  const { words } = view.scene;
  const slots = applicable(dialog.spec(view.env), view.values, view.env);
  const { misses } = view.state;
  const missed =
    misses >= MISSES_FOR_PERSON ? [words.form.missedPerson] : misses > 0 ? [words.form.missed] : [];
  const choices: Choice[] = [
    ...slots.map((slot): Choice => ({
      label: dialog.label(slot.name, view),
      action: { type: 'correct', slot: slot.name },
    })),
    { label: words.form.changeNothing, action: { type: 'choose', value: `${dialog.id}:-=` } },
    { label: words.common.cancel, action: { type: 'cancel' } },
  ];
  if (misses >= MISSES_FOR_PERSON)
    choices.push({ label: words.common.human, action: { type: 'talk-to-someone' } });
  return {
    kind: 'question',
    text: [...missed, words.form.whichSlot].join(' '),
    progress: null,
    choices,
    meta: metaOf(dialog, view.state),
  };
}
