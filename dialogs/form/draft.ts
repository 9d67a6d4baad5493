import type { DraftChange } from './guided';
import type { SlotValues, Step } from './types';

interface Values {
  readonly values: SlotValues;
  readonly state: { readonly values: SlotValues };
}

/**
 * What a message changed: values given or corrected, and values taken back. After "recommencer" everything is taken back, also what was
 * known from an earlier conversation. null: nothing changed.
 */
export function draftChange(before: Values, step: Step, after: Values): DraftChange | null {
  const restarted = 'notes' in step && step.notes.some(({ kind }) => kind === 'restarted');
  const set = Object.fromEntries(
    Object.entries(after.state.values).filter(([name, value]) => before.state.values[name] !== value),
  );
  const gone = Object.keys(restarted ? before.values : before.state.values);
  const clear = gone.filter((name) => after.state.values[name] === undefined);
  return Object.keys(set).length === 0 && clear.length === 0 ? null : { set, clear };
}
