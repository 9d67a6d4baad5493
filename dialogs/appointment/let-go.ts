import { parseFormState } from '../form/state';
import type { FormState } from '../form/types';
import type { Scene } from '../scene';
import type { ConversationState, StackEntry } from '../state';
import { parseSlot } from './when';

/** The forms that hold a slot while they are read back. */
const HOLDING: readonly string[] = ['appointment', 'reschedule'];

/**
 * Gives back the slot that was held for a form which is not open any more (cancelled, put aside, another request) or in which another
 * time is chosen now: others can have it at once instead of in five minutes. A form that is taken up again holds it again.
 */
export async function letSlotGo(
  scene: Pick<Scene, 'turn' | 'services'>,
  before: ConversationState,
  after: ConversationState,
): Promise<void> {
  const { person } = scene.turn;
  const chosen = chosenIn(before);
  if (person === null || chosen === null || chosen === chosenIn(after)) return;
  const slot = parseSlot(chosen);
  if (slot === null) return;
  const { advisorId, startsAt } = slot;
  await scene.services.appointments.letGo({ personId: person.id, advisorId, startsAt: new Date(startsAt) });
}

/** The slot that an open form was read back with; null: there is none, or she is choosing another one. */
function chosenIn({ stack }: ConversationState): string | null {
  for (const { id, state } of stack) {
    const form = HOLDING.includes(id) ? formOf(state) : null;
    const slot = form?.readBack?.['slot'];
    if (form && slot !== undefined && isStillWanted(form, String(slot))) return String(slot);
  }
  return null;
}

const isStillWanted = ({ values, reopened }: FormState, slot: string): boolean =>
  (values['slot'] ?? slot) === slot &&
  values['day'] === parseSlot(slot)?.wish &&
  !reopened.some((name) => name === 'slot' || name === 'day');

const formOf = (state: StackEntry['state']): FormState | null =>
  parseFormState(typeof state === 'object' && state !== null && 'form' in state ? state.form : null);
