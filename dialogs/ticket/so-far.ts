import type { SlotValue } from '../form/types';
import { parseFormState } from '../form/state';
import type { Scene } from '../scene';
import type { Said, StackEntry } from '../state';
import { readSeed } from './env';
import { loadTicketEnv } from './load';
import { CONTACT_NAME, CONTACT_REACH, FILES, MESSAGE } from './spec';
import { displaySlot } from './words';

/** What a request holds that is left half-way, to be carried into another one. */
export interface SoFar {
  readonly topicId: string;
  readonly query: string;
  /** Answers to the article's questions, as the advisor reads them. */
  readonly said: readonly Said[];
  /** Answers that every request takes: her name, how to reach her. */
  readonly values: Readonly<Record<string, SlotValue>>;
}

const ALWAYS_ASKED = [CONTACT_NAME, CONTACT_REACH];

/** Everything that she has answered in an open request; null when it cannot be read. */
export async function answeredSoFar(scene: Scene, entry: StackEntry | undefined): Promise<SoFar | null> {
  const stored = entry?.state;
  const state = parseFormState(
    typeof stored === 'object' && stored !== null && 'form' in stored ? stored.form : null,
  );
  if (state === null) return null;
  const seed = readSeed(state.seed);
  const env = await loadTicketEnv(scene, state);
  const message = state.values[MESSAGE];
  const said = env.slots.flatMap(({ name, label }): readonly Said[] => {
    const value = state.values[name];
    return value === undefined || name === FILES
      ? []
      : [{ key: name, label, value: displaySlot(name, value, env, scene) }];
  });
  return {
    topicId: seed.topicId,
    query: typeof message === 'string' ? message : seed.subject,
    said: [...seed.said, ...said],
    values: Object.fromEntries(Object.entries(state.values).filter(([name]) => ALWAYS_ASKED.includes(name))),
  };
}
