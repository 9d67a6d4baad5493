import { wordCount } from '../text/fold';
import { exactIntent, stripCorrection } from './exact';
import { hear, offersIn } from './hear';
import { knownValues, settle } from './settle';
import type {
  FormEnv,
  FormInput,
  FormSpec,
  FormState,
  Heard,
  Note,
  Offers,
  SlotSpec,
  SlotValue,
  SlotValues,
  Step,
} from './types';

/**
 * One message to a form. Pure: the same spec, state, input and env give the same step.
 * Fills every slot that the sentence offers, takes corrections, "retour", "annuler", "recommencer", and confirms a read-back.
 * A message that has nothing for the form leaves its state as it was ('not-understood').
 */
export function advance<E extends FormEnv>(
  spec: FormSpec<E>,
  state: FormState,
  input: FormInput,
  env: E,
): Step {
  const touched: FormState = { ...state, touchedAt: env.now.toISOString() };
  switch (input.kind) {
    case 'text': {
      const step = hearText(spec, touched, input.text, input.files ?? [], env);
      // Confirmed is what was read back, as it stood then, also when "oui" was typed.
      return step.kind === 'confirmed' ? { kind: 'confirmed', state } : step;
    }
    case 'choose':
      return apply(spec, touched, { [input.slot]: { value: input.value } }, env);
    case 'skip':
      return skip(spec, touched, env);
    case 'confirm':
      return state.phase === 'read-back' ? { kind: 'confirmed', state } : settle(spec, touched, env);
    case 'correct':
      return input.slot === null ? whichSlot(touched) : reopen(spec, touched, input.slot);
    case 'back':
      return goBack(spec, touched, env);
    case 'cancel':
      return { kind: 'cancelled', state: touched };
    case 'restart':
      return restart(spec, touched, env);
  }
}

/** Another message in a row that the form did not understand. */
export const missed = (state: FormState): FormState => ({ ...state, misses: state.misses + 1 });

function hearText<E extends FormEnv>(
  spec: FormSpec<E>,
  state: FormState,
  text: string,
  files: readonly string[],
  env: E,
): Step {
  const focused = spec.slots.find((slot) => slot.name === state.asked);
  const intent = exactIntent(text);
  if (intent !== null) {
    // A word that is also an answer to the pending question is the answer: a family called Retour.
    const answer =
      focused?.parse?.(hear(spec, state, { text, rest: text, correcting: false, files }, env)) ?? null;
    const step = answer === null ? obey(spec, state, intent, env) : null;
    if (step !== null) return step;
  }
  const { correcting, rest, weak } = stripCorrection(text);
  const heard = hear(spec, state, { text, rest, correcting, files }, env);
  const offers = offersIn(spec, heard);
  const isFree = focused?.freeText === true && text !== '' && focused.isElsewhere?.(heard) !== true;
  if (isFree && (weak || !isCorrection(heard, offers, state))) {
    return apply(spec, state, { ...fileOffers(offers, heard), [focused.name]: { value: text } }, env);
  }
  if (Object.keys(offers).length > 0) return apply(spec, state, offers, env);
  if (heard.named !== null && wordCount(rest) <= 6) return reopen(spec, state, heard.named);
  return { kind: 'not-understood', state };
}

/** What the files of a message offer stands beside the words of a free answer. */
const fileOffers = <E extends FormEnv>(offers: Offers, heard: Heard<E>): Offers =>
  heard.files.length === 0 ? {} : offers;

function obey<E extends FormEnv>(
  spec: FormSpec<E>,
  state: FormState,
  intent: NonNullable<ReturnType<typeof exactIntent>>,
  env: E,
): Step | null {
  const slot = spec.slots.find((candidate) => candidate.name === state.asked);
  switch (intent) {
    case 'cancel':
      return { kind: 'cancelled', state };
    case 'back':
      return goBack(spec, state, env);
    case 'restart':
      return restart(spec, state, env);
    case 'yes':
      return state.phase === 'read-back' ? { kind: 'confirmed', state } : null;
    case 'no':
      if (state.phase === 'read-back') return whichSlot(state);
      // "Non" to "que voulez-vous modifier ?": nothing, so the read-back stands.
      if (state.phase === 'choosing-slot') return settle(spec, { ...state, misses: 0 }, env);
      return slot?.optional === true ? skip(spec, state, env) : null;
    case 'skip':
    case 'unknown':
      if (state.phase === 'choosing-slot') return settle(spec, { ...state, misses: 0 }, env);
      return slot?.optional === true ? skip(spec, state, env) : null;
    case 'resume':
      return settle(spec, state, env);
    case 'human':
    case 'help':
      return null;
  }
}

/** Whether a message said to a free question is nevertheless a correction of something else: "non, 15h". */
function isCorrection<E extends FormEnv>(heard: Heard<E>, offers: Offers, state: FormState): boolean {
  const others = Object.keys(offers).filter((name) => name !== state.asked);
  return heard.correcting && others.length > 0 && wordCount(heard.text) <= 8;
}

function apply<E extends FormEnv>(spec: FormSpec<E>, state: FormState, offers: Offers, env: E): Step {
  const before = knownValues(spec, state, env);
  const values: Record<string, SlotValue> = { ...state.values };
  const doubts: Record<string, readonly SlotValue[]> = { ...state.doubts };
  const names = Object.keys(offers);
  // A form may hold values beside its slots (a clock time that is not yet a start or an end): nobody goes back to those.
  const slots = names.filter((name) => spec.slots.some((slot) => slot.name === name));
  for (const [name, offer] of Object.entries(offers)) {
    if ('value' in offer) {
      values[name] = offer.value;
      delete doubts[name];
    } else {
      doubts[name] = offer.oneOf;
    }
  }
  const normalised = normalise(spec, values, names, env);
  const changed = slots.filter((name) => before[name] !== undefined && before[name] !== normalised[name]);
  const corrected = changed.filter((name) => name !== state.asked || state.reopened.includes(name));
  const next: FormState = {
    ...state,
    values: normalised,
    doubts,
    refusals: {},
    reopened: state.reopened.filter((name) => !names.includes(name)),
    skipped: state.skipped.filter((name) => !names.includes(name)),
    given: [...state.given.filter((name) => !slots.includes(name)), ...slots],
    lastFilled: slots,
    misses: 0,
  };
  const notes: readonly Note[] = corrected.length > 0 ? [{ kind: 'corrected', slots: corrected }] : [];
  const step = settle(spec, next, env, notes);
  // An answer that is refused for what it is brings her no further than one that was not understood.
  const isRefused = step.kind === 'ask' && step.slot === state.asked && step.notes.some(isRefusal);
  return isRefused ? { ...step, state: missed({ ...step.state, misses: state.misses }) } : step;
}

const isRefusal = ({ kind }: Note): boolean => kind === 'refused';

function normalise<E extends FormEnv>(
  spec: FormSpec<E>,
  values: Readonly<Record<string, SlotValue>>,
  names: readonly string[],
  env: E,
): SlotValues {
  const result: Record<string, SlotValue> = { ...values };
  for (const slot of spec.slots.filter((candidate) => names.includes(candidate.name))) {
    const value = result[slot.name];
    if (value === undefined || slot.validate === undefined) continue;
    const validity = slot.validate(value, result, env);
    if (validity.ok) result[slot.name] = validity.value;
  }
  return result;
}

/**
 * Every field of a card at once: what it says, and what it leaves empty. Nothing of it is said again as a correction, and no fault in it
 * counts as an answer that was not understood: it stands in the card.
 */
export function fillAll<E extends FormEnv>(
  spec: FormSpec<E>,
  state: FormState,
  values: SlotValues,
  emptied: readonly string[],
  env: E,
): Step {
  const keep = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => !emptied.includes(name)));
  const left = spec.slots.filter(({ name, optional }) => optional === true && emptied.includes(name));
  const before: FormState = {
    ...state,
    touchedAt: env.now.toISOString(),
    values: keep(state.values),
    doubts: keep(state.doubts),
    reopened: [],
    skipped: [...new Set([...state.skipped, ...left.map(({ name }) => name)])],
  };
  const offers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  const step = apply(spec, before, offers, env);
  if (step.kind !== 'ask' && step.kind !== 'read-back') return step;
  const notes = step.notes.filter(({ kind }) => kind !== 'corrected');
  return { ...step, notes, state: { ...step.state, misses: 0 } };
}

function skip<E extends FormEnv>(spec: FormSpec<E>, state: FormState, env: E): Step {
  if (state.phase !== 'asking') return settle(spec, { ...state, misses: 0 }, env);
  const slot = spec.slots.find((candidate) => candidate.name === state.asked);
  if (slot?.optional !== true) return settle(spec, state, env, [{ kind: 'cannot-skip' }]);
  const values = Object.fromEntries(Object.entries(state.values).filter(([name]) => name !== slot.name));
  const doubts = Object.fromEntries(Object.entries(state.doubts).filter(([name]) => name !== slot.name));
  return settle(
    spec,
    {
      ...state,
      values,
      doubts,
      skipped: [...state.skipped.filter((name) => name !== slot.name), slot.name],
      reopened: state.reopened.filter((name) => name !== slot.name),
      given: [...state.given.filter((name) => name !== slot.name), slot.name],
      lastFilled: [],
      misses: 0,
    },
    env,
  );
}

const whichSlot = (state: FormState): Step => ({
  kind: 'which-slot',
  state: { ...state, phase: 'choosing-slot', asked: null, misses: 0 },
});

/** Asks one slot before any other: what she wants to change comes first, whatever the order of the form. */
function reopen<E extends FormEnv>(spec: FormSpec<E>, state: FormState, name: string): Step {
  if (!spec.slots.some((slot) => slot.name === name)) return { kind: 'not-understood', state };
  return {
    kind: 'ask',
    slot: name,
    state: {
      ...state,
      phase: 'asking',
      asked: name,
      reopened: [...state.reopened.filter((other) => other !== name), name],
      skipped: state.skipped.filter((other) => other !== name),
      misses: 0,
    },
    notes: [],
  };
}

function goBack<E extends FormEnv>(spec: FormSpec<E>, state: FormState, env: E): Step {
  const before = state.given.filter((name) => !state.reopened.includes(name) && name !== state.asked);
  const previous = before[before.length - 1];
  if (previous === undefined) return settle(spec, { ...state, misses: 0 }, env, [{ kind: 'at-start' }]);
  const step = reopen(spec, state, previous);
  return step.kind === 'ask' ? { ...step, notes: [{ kind: 'went-back' }] } : step;
}

function restart<E extends FormEnv>(spec: FormSpec<E>, state: FormState, env: E): Step {
  const fresh: FormState = {
    ...state,
    phase: 'asking',
    values: {},
    skipped: [],
    reopened: [],
    doubts: {},
    refusals: {},
    asked: null,
    given: [],
    lastFilled: [],
    misses: 0,
  };
  return settle(spec, fresh, env, [{ kind: 'restarted' }]);
}

/** A service refused a value at the read-back or at the end: just that slot is asked again, with the reason. */
export function refuse<E extends FormEnv>(
  spec: FormSpec<E>,
  state: FormState,
  slot: SlotSpec<E>['name'],
  reason: Note & { kind: 'refused' },
  env: E,
): Step {
  return settle(spec, { ...state, refusals: { ...state.refusals, [slot]: reason.reason } }, env, [reason]);
}
