import type {
  FormEnv,
  FormSpec,
  FormState,
  Reason,
  SlotSpec,
  SlotValue,
  SlotValues,
  Step,
  Note,
} from './types';

/** The slots that count, given what is known: those that apply. */
export const applicable = <E extends FormEnv>(
  spec: FormSpec<E>,
  values: SlotValues,
  env: E,
): readonly SlotSpec<E>[] => spec.slots.filter((slot) => slot.applies?.(values, env) ?? true);

/** Her values plus what is known without asking. Records fill only what she has not said. */
export function knownValues<E extends FormEnv>(spec: FormSpec<E>, state: FormState, env: E): SlotValues {
  let values: SlotValues = state.values;
  for (const slot of spec.slots) {
    if (values[slot.name] !== undefined || state.skipped.includes(slot.name)) continue;
    if (!(slot.applies?.(values, env) ?? true)) continue;
    const known = slot.known?.(values, env) ?? null;
    if (known !== null) values = { ...values, [slot.name]: known };
  }
  return values;
}

/** What is wrong with a slot's value now: nothing, missing, or a reason. */
export function faultOf<E extends FormEnv>(
  slot: SlotSpec<E>,
  state: FormState,
  values: SlotValues,
  env: E,
): 'none' | 'missing' | 'reopened' | 'doubt' | Reason {
  if (state.doubts[slot.name] !== undefined) return 'doubt';
  if (state.reopened.includes(slot.name)) return 'reopened';
  const refusal = state.refusals[slot.name];
  if (refusal !== undefined) return refusal;
  const value: SlotValue | undefined = values[slot.name];
  if (value === undefined) return state.skipped.includes(slot.name) ? 'none' : 'missing';
  const validity = slot.validate?.(value, values, env) ?? { ok: true, value };
  return validity.ok ? 'none' : validity.reason;
}

/**
 * Where a form stands: the first slot in order that is missing, doubtful, refused or reopened is asked; with none left it is read back.
 * Values are never thrown away here: one that a correction made invalid is valid again when the correction is taken back.
 */
export function settle<E extends FormEnv>(
  spec: FormSpec<E>,
  state: FormState,
  env: E,
  notes: readonly Note[] = [],
): Step {
  const values = knownValues(spec, state, env);
  for (const slot of applicable(spec, values, env)) {
    const fault = faultOf(slot, state, values, env);
    if (fault === 'none') continue;
    const told: readonly Note[] =
      typeof fault === 'object' && !notes.some((note) => note.kind === 'refused' && note.slot === slot.name)
        ? [...notes, { kind: 'refused', slot: slot.name, reason: fault }]
        : notes;
    return {
      kind: 'ask',
      slot: slot.name,
      state: { ...state, phase: 'asking', asked: slot.name, readBack: null },
      notes: told,
    };
  }
  return { kind: 'read-back', state: { ...state, phase: 'read-back', asked: null, readBack: values }, notes };
}

/** How many of the facts that a form needs are there: "2 sur 4". */
export function progress<E extends FormEnv>(
  spec: FormSpec<E>,
  state: FormState,
  env: E,
): { done: number; of: number } {
  const values = knownValues(spec, state, env);
  const slots = applicable(spec, values, env);
  const done = slots.filter((slot) => faultOf(slot, state, values, env) === 'none').length;
  return { done, of: slots.length };
}
