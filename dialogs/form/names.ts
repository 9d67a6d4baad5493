import { fold } from '../text/fold';
import { namedIn } from './name-signs';
import type { FormEnv, Offer } from './types';

/** Somebody or something that she may name. */
export interface Named {
  readonly value: string;
  readonly names: readonly string[];
}

const AROUND_A_NAME =
  /^(?:(?:c est|ce sera|avec|pour|de|la|le|l|famille|eleve|etudiante?|mon|ma|chez|les|it s|for|with|the) )+| (?:svp|stp|merci|please)$/g;

/**
 * The one of hers that a text names. Two that fit equally are both offered. As the whole answer to the question for it, a name is taken
 * even where it is an ordinary word too (Rose, Olive, Retour).
 */
export function readNamed(
  text: string,
  candidates: readonly Named[],
  env: FormEnv,
  isAsked: boolean,
): Offer | null {
  const exact = isAsked ? exactly(text, candidates) : [];
  const matches = namedIn(env.matchNames, text, candidates, ({ names }) => names);
  const best = matches[0];
  const found =
    exact.length > 0
      ? exact
      : matches.filter(({ score }) => score === best?.score).map(({ candidate }) => candidate);
  const [only, ...others] = [...new Set(found.map(({ value }) => value))];
  if (only === undefined) return null;
  return others.length > 0 ? { oneOf: [only, ...others] } : { value: only };
}

function exactly(text: string, candidates: readonly Named[]): readonly Named[] {
  const said = fold(text).replace(AROUND_A_NAME, '').trim();
  const parts = (name: string): readonly string[] => [fold(name), ...fold(name).split(' ')];
  return said === ''
    ? []
    : candidates.filter(({ names }) => names.some((name) => parts(name).includes(said)));
}
