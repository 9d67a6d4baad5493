import type { Action } from '../turn';
import type { SlotValue } from './types';

/** A button that gives a slot its value: `coupon:date="2026-11-21"`. The form's name keeps an old button from answering another form. */
export const chooseSlot = (form: string, slot: string, value: SlotValue): Action => ({
  type: 'choose',
  value: `${form}:${slot}=${JSON.stringify(value)}`,
});

/** A button that leaves an optional slot out: `ticket:reason=`. */
export const skipSlot = (form: string, slot: string): Action => ({
  type: 'choose',
  value: `${form}:${slot}=`,
});

/** Reads such a button back; null when it is another kind of choice. `value` null: skip. */
export function readSlotAction(
  value: string,
): { readonly form: string; readonly slot: string; readonly value: SlotValue | null } | null {
  const match = /^([a-z-]+):([A-Za-z0-9_.-]+)=(.*)$/s.exec(value);
  if (match === null) return null;
  const [, form = '', slot = '', json = ''] = match;
  if (json === '') return { form, slot, value: null };
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'string' || typeof parsed === 'number' || typeof parsed === 'boolean'
      ? { form, slot, value: parsed }
      : null;
  } catch {
    return null;
  }
}
