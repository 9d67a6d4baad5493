import type { TimeReading } from '../../knowledge/types';
import { fold } from '../text/fold';
import { localWall } from './local-time';
import { knownValues } from './settle';
import type { FormEnv, FormSpec, FormState, Heard, Offer, Offers } from './types';

/** A message as the form hears it: its times read once, the slot that it names, what is known so far. */
export function hear<E extends FormEnv>(
  spec: FormSpec<E>,
  state: FormState,
  message: {
    readonly text: string;
    readonly rest: string;
    readonly correcting: boolean;
    readonly files: readonly string[];
  },
  env: E,
): Heard<E> {
  const text = message.rest;
  const readings = new Map<string, TimeReading>();
  const folded = fold(text);
  return {
    text,
    folded,
    whole: message.text,
    said: fold(message.text),
    focus: state.phase === 'asking' ? state.asked : null,
    named: namedSlot(spec, folded),
    values: knownValues(spec, state, env),
    lastFilled: state.lastFilled,
    correcting: message.correcting,
    files: message.files,
    env,
    times(prefer) {
      const known = readings.get(prefer);
      if (known !== undefined) return known;
      const reading = env.readTimes(text, { now: localWall(env.now, env.zone), zone: env.zone, prefer });
      readings.set(prefer, reading);
      return reading;
    },
  };
}

/** The slot that a text names; the longest name wins ("heure de fin" before "heure"). */
function namedSlot<E extends FormEnv>(spec: FormSpec<E>, folded: string): string | null {
  const padded = ` ${folded} `;
  let best: { name: string; length: number } | null = null;
  for (const slot of spec.slots) {
    for (const alias of slot.aliases ?? []) {
      if (padded.includes(` ${alias} `) && alias.length > (best?.length ?? 0)) {
        best = { name: slot.name, length: alias.length };
      }
    }
  }
  return best?.name ?? null;
}

/** What a message offers for each slot; what the form reads as a whole wins over the slots' own parsers. */
export function offersIn<E extends FormEnv>(spec: FormSpec<E>, heard: Heard<E>): Offers {
  const offers: Record<string, Offer> = {};
  // Also what does not apply yet: the answer that makes it apply may come later.
  for (const slot of spec.slots) {
    const offer = slot.parse?.(heard) ?? null;
    if (offer !== null) offers[slot.name] = offer;
  }
  return { ...offers, ...spec.read?.(heard) };
}
