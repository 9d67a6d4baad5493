import type { Turn } from '../turn';
import type { FormState, Step } from './types';

/** The slots of a form that the message filled which she has edited; none: it said nothing to this form, or nothing was edited. */
export const editedSlots = ({ saidIn = {} }: FormState, { edits }: Pick<Turn, 'edits'>): readonly string[] =>
  edits === undefined ? [] : Object.keys(saidIn).filter((slot) => saidIn[slot] === edits);

/**
 * The form as it hears an edited answer: about the slots that the message had filled, as after "non, ...". Nothing is confirmed by an
 * edit, and the question that is pending now is not what it answers.
 */
export function toHearEdit(state: FormState, slots: readonly string[]): FormState {
  const [only, ...others] = slots;
  const isOne = only !== undefined && others.length === 0;
  return {
    ...state,
    phase: 'asking',
    asked: isOne ? only : null,
    reopened: isOne ? [...new Set([...state.reopened, only])] : state.reopened,
    lastFilled: slots,
  };
}

/** Notes by which message slots were filled. @param before the state that the message was put to. */
export function noteSource<S extends Step>(
  step: S,
  before: FormState,
  { id, edits }: Pick<Turn, 'id' | 'edits'>,
): S {
  const { state } = step;
  if (state.lastFilled === before.lastFilled || state.lastFilled.length === 0) return step;
  const filled = Object.fromEntries(state.lastFilled.map((slot) => [slot, edits ?? id]));
  return { ...step, state: { ...state, saidIn: { ...state.saidIn, ...filled } } };
}
