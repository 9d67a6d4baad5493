import { fold } from '../text/fold';

/** Words that go with a yes or a no and change nothing. */
const SOFT =
  /\b(?:merci|svp|s il (?:vous|te) plait|je (?:pense|crois)(?: que)?|alors|euh|ben|bah|mais|please|thanks|thank you|madame|monsieur)\b/g;
const YES =
  /^(?:oui|ouais|ouaip|ui|wi|yes|yep|yeah|ok|okay|d accord|dac|dacc|exact|exactement|tout a fait|correct|parfait|bien sur|absolument|evidemment|affirmatif|certainement|volontiers|ca marche|c(?: est)? (?:bien )?(?:ca|cela|exact|bon|correct|juste)|sure|right|that s right|of course|correct)(?: (?:oui|c est (?:bien )?(?:ca|cela|exact|bon)|bien sur|tout a fait|exactement))*$/;
const NO =
  /^(?:non|nan|nn|no|nope|nop|not|pas|du tout|pas (?:du tout|vraiment|encore|d accord)|jamais|surement pas|negatif|aucun|aucune|not (?:really|yet|at all))(?: (?:non|pas|pas du tout|pas encore|pas vraiment|du tout|jamais))*$/;

/**
 * Whether a short answer says yes or no. null when it says neither, or more than that: "non, plutôt 15h" is a correction, not a no.
 */
export function yesOrNo(text: string): boolean | null {
  const plain = fold(text.slice(0, 100))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(SOFT, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (YES.test(plain)) return true;
  return NO.test(plain) ? false : null;
}
