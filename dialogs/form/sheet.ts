import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import type { FormSheet, SheetField } from '../reply';
import type { FormCard } from '../turn';
import { fillAll } from './advance';
import type { FormView, GuidedDialog } from './guided';
import { localDate } from './local-time';
import { faultOf } from './settle';
import type { FormEnv, FormSpec, FormState, SlotValue, SlotValues, Step } from './types';

/** One field of a form that can be filled on a card, and how its text becomes a value. */
export interface SheetSlot {
  readonly slot: string;
  readonly kind: SheetField['kind'];
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** What stands in the field as a value; null: it cannot be read. */
  readonly read: (raw: string) => SlotValue | null;
  /** A value as the field shows it; null: it has no place in such a field, and stays as it is when the field is left empty. */
  readonly show: (value: SlotValue) => string | null;
}

/** A form as one card. */
export interface Sheet {
  readonly slots: readonly SheetSlot[];
  /** What a filled card decides beside its slots: nothing is left to be asked about them. */
  readonly settles?: SlotValues;
}

/** A field for a day. */
export const daySlot = (slot: string): SheetSlot => ({
  slot,
  kind: 'date',
  read: (raw) => (DAY.test(raw) && DateTime.fromISO(raw).isValid ? raw : null),
  show: (value) => (DAY.test(String(value)) ? String(value) : null),
});

/** A field for a time of day. */
export const clockSlot = (slot: string): SheetSlot => ({
  slot,
  kind: 'time',
  read: (raw) => (CLOCK.test(raw) ? raw : null),
  show: (value) => (CLOCK.test(String(value)) ? String(value) : null),
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** What she sent with a card that could not be read, by slot: it stands in its field again, with what is wrong. */
export type Unreadable = Readonly<Record<string, string>>;

/**
 * Puts a filled card to a form: every field at once, each through the validation that typed answers go through. A field left empty
 * takes its value away.
 */
export function fillSheet<E extends FormEnv>(
  spec: FormSpec<E>,
  { slots, settles = {} }: Sheet,
  state: FormState,
  filled: Readonly<Record<string, string>>,
  env: E,
): { readonly step: Step; readonly unreadable: Unreadable } {
  const values: Record<string, SlotValue> = { ...settles };
  const unreadable: Record<string, string> = {};
  const emptied: string[] = [];
  for (const { slot, read, show } of slots) {
    const raw = filled[slot]?.trim();
    if (raw === undefined) continue;
    const current = state.values[slot];
    const value = raw === '' ? null : read(raw);
    if (value !== null) values[slot] = value;
    else if (raw !== '') unreadable[slot] = raw;
    else if (current !== undefined && show(current) !== null) emptied.push(slot);
  }
  const step = fillAll(spec, state, values, [...emptied, ...Object.keys(unreadable)], env);
  return { step: insistOn(Object.keys(unreadable)[0], step), unreadable };
}

/** What could not be read is asked, even where the form could do without it. */
const insistOn = (slot: string | undefined, step: Step): Step =>
  slot === undefined || (step.kind !== 'ask' && step.kind !== 'read-back')
    ? step
    : {
        kind: 'ask',
        slot,
        notes: [],
        state: { ...step.state, phase: 'asking', asked: slot, readBack: null, reopened: [slot] },
      };

/**
 * A form's card as it stands: what is known, what was refused and why.
 *
 * @param sent what could not be read of the card that was just sent; null: none was sent, so nothing is missing yet.
 */
export function sheetOf<E extends FormEnv>(
  dialog: GuidedDialog<E>,
  view: FormView<E>,
  sent: Unreadable | null,
): FormSheet | null {
  const sheet = dialog.sheet?.(view) ?? null;
  const { state, env, scene, values } = view;
  // Between two readings of what she said, or about a slot that has no field, she is asked as elsewhere.
  const inFields = state.asked === null || sheet?.slots.some(({ slot }) => slot === state.asked) === true;
  if (sheet === null || !inFields || Object.keys(state.doubts).length > 0) return null;
  const { words } = scene;
  const { slots } = dialog.spec(env);
  const fields = sheet.slots.map(({ slot, kind, choices = [], show }): SheetField => {
    const specified = slots.find(({ name }) => name === slot);
    const value = values[slot];
    const raw = sent?.[slot];
    const fault = specified === undefined ? 'none' : faultOf(specified, state, values, env);
    const needed = specified?.optional !== true && (specified?.applies?.(values, env) ?? true);
    const wrong = (): string | null => {
      if (raw !== undefined) return words.form.unreadableField;
      if (typeof fault === 'object') return dialog.reason(slot, fault, view);
      return fault === 'missing' && needed && sent !== null ? words.form.cannotSkip : null;
    };
    const shown = raw ?? (value === undefined ? null : show(value));
    return { slot, label: dialog.label(slot, view), kind, choices, value: shown, fault: wrong() };
  });
  return { fields, card: cardOf(view), submit: words.form.submitCard };
}

/** By what a card of a form is known again when it comes back. */
export const cardOf = ({ state, env, scene }: FormView<FormEnv>): FormCard => ({
  form: state.form,
  revision: revisionOf(state),
  day: localDate(scene.turn.now, env.zone),
});

/** Changes whenever what a card of this form shows changes. */
export function revisionOf({ form, version, phase, values, readBack, refusals }: FormState): string {
  const sorted = Object.entries(phase === 'read-back' ? (readBack ?? values) : values).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return createHash('sha256')
    .update(JSON.stringify([form, version, phase === 'read-back', sorted, refusals]))
    .digest('base64url')
    .slice(0, 12);
}
