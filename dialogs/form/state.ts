import { z } from 'zod';
import type { JsonValue } from '../../data/conversations/types';
import type { FormSpec, FormState, SlotValue } from './types';

const value = z.union([z.string(), z.number(), z.boolean()]);
const reason = z.object({ code: z.string() }).catchall(z.json());

const schema = z.object({
  form: z.string(),
  version: z.number().int(),
  phase: z.enum(['asking', 'read-back', 'choosing-slot']).catch('asking'),
  values: z.record(z.string(), value).catch({}),
  readBack: z.record(z.string(), value).nullable().catch(null),
  saidIn: z.record(z.string(), z.string()).optional().catch(undefined),
  skipped: z.array(z.string()).catch([]),
  reopened: z.array(z.string()).catch([]),
  doubts: z.record(z.string(), z.array(value)).catch({}),
  refusals: z.record(z.string(), reason).catch({}),
  asked: z.string().nullable().catch(null),
  given: z.array(z.string()).catch([]),
  lastFilled: z.array(z.string()).catch([]),
  misses: z.number().int().catch(0),
  seed: z.record(z.string(), z.json()).catch({}),
  touchedAt: z.string().catch(new Date(0).toISOString()),
});

/** A form that has just been opened. `values` are what is already said or known about her request. */
export function newFormState(
  spec: Pick<FormSpec, 'id' | 'version'>,
  start: {
    seed?: Readonly<Record<string, JsonValue>>;
    values?: Readonly<Record<string, SlotValue>>;
    now: Date;
  },
): FormState {
  return {
    form: spec.id,
    version: spec.version,
    phase: 'asking',
    values: start.values ?? {},
    readBack: null,
    skipped: [],
    reopened: [],
    doubts: {},
    refusals: {},
    asked: null,
    given: [],
    lastFilled: [],
    misses: 0,
    seed: start.seed ?? {},
    touchedAt: start.now.toISOString(),
  };
}

/** Reads a stored form state; null when it is not one. Damaged parts are dropped, the rest is kept. */
export function parseFormState(stored: unknown): FormState | null {
  const parsed = schema.safeParse(stored);
  return parsed.success ? (parsed.data as FormState) : null;
}

/**
 * Brings a state that another release stored to the form of this one: answers are kept under their slots' names, also where a slot was
 * renamed; answers to slots that are gone are dropped, and a slot that is new is simply asked. A read-back is made again, since it may
 * show more than before. Values beside the slots (a clock time that is not yet a start or an end) go.
 */
export function migrateFormState(
  state: FormState,
  spec: Pick<FormSpec, 'version' | 'renamed'> & { readonly slots: readonly { readonly name: string }[] },
): FormState {
  if (state.version === spec.version) return state;
  const known = new Set(spec.slots.map((slot) => slot.name));
  const nameNow = (name: string): string => {
    const renamed = known.has(name) ? undefined : spec.renamed?.[name];
    return renamed ?? name;
  };
  const keep = <T>(entries: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(entries)
        .map(([name, value]) => [nameNow(name), value] as const)
        .filter(([name]) => known.has(name)),
    );
  const keepNames = (names: readonly string[]) => names.map(nameNow).filter((name) => known.has(name));
  const asked = state.asked === null ? null : nameNow(state.asked);
  return {
    ...state,
    version: spec.version,
    phase: 'asking',
    values: keep(state.values),
    doubts: keep(state.doubts),
    refusals: {},
    readBack: null,
    skipped: keepNames(state.skipped),
    reopened: keepNames(state.reopened),
    given: keepNames(state.given),
    lastFilled: keepNames(state.lastFilled),
    asked: asked !== null && known.has(asked) ? asked : null,
  };
}

/** Whether a migration lost an answer that she had given: worth one sentence, once. */
export const lostAnswers = (before: FormState, after: FormState): boolean =>
  after.given.length < before.given.length;
