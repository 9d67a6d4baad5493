import type { Choice } from '../reply';
import { fold, wordCount } from '../text/fold';

const MOST_WORDS = 10;

const COME_BACK =
  /\b(?:reven(?:ez|ir|ons)|reviens|recontact\w*|previen\w*|preven\w*|rappel\w*|relanc\w*|signe|tenez moi|tiens moi|dites (?:le )?moi|come back|remind\w*|let me know|ping me)\b/;
const NOT = /\b(?:ne|n|pas|plus|inutile|don t|no need|not)\b/;
const OFF =
  /^(?:(?:non|merci|finalement|c est bon|c bon|en fait|bonjour|ok|desolee?|tu peux|vous pouvez|peux tu|pouvez vous|je veux|il faut|you can) )*(?:plus (?:la peine|besoin)|pas (?:la peine|besoin)|inutile|ne|annul\w*|laiss\w* tomber|no longer needed|no need|don t|cancel)(?: (?:de |d |me |le |la |mon |ce |cette |the |to |come |my |up )*(?:reven\w*|rappel\w*|recontact\w*|relanc\w*|preven\w*|back|reminder|remind)(?: (?:vers moi|plus|pas|me|merci|back))*)?(?: (?:merci|finalement|svp))*$/;
const SETTLED =
  /^(?:(?:non|merci|finalement|bonjour|ok|ah|super|coucou|hello|c est bon|c bon|cest bon) )*(?:c est (?:regle|arrive|resolu)|j ai (?:bien |enfin )?(?:ete paye\w*|recu|eu)|je l ai (?:bien |enfin )?recue?|l argent est (?:bien )?arrive|(?:le virement|l appel|la facture|le paiement|mon paiement|mon virement) est (?:bien |enfin )?(?:arrive|la|passee?|paye)\w*|it s (?:settled|here|arrived)|i (?:have been|was|got) paid|i received it)(?: (?!pas|rien)\w+){0,5}$/;

/** "Oui, prévenez-moi ce jour-là" under an offer to come back takes it. */
export function typedComeBack(text: string, offered: readonly Choice[]): Choice | undefined {
  const folded = fold(text);
  const isSaid = COME_BACK.test(folded) && !NOT.test(folded) && wordCount(text) <= MOST_WORDS;
  if (!isSaid) return undefined;
  return offered.find(({ action }) => action.type === 'choose' && action.value.startsWith('come-back:'));
}

const STILL_NOT =
  /^(?:bonjour |ben |bah |eh |et )*(?:non|nan|nn|nope|no|toujours|tjr|tjrs|tjs|pas|rien|still|not)\b/;
const IS_SETTLED =
  /^(?:bonjour |ben |bah |merci )*(?:oui|ouais|yes|yep|c est (?:bon|regle|ok)|c bon|reglee?|recue?|arrivee?|paye\w*|it s)\b/;
const NEGATED = /\b(?:pas|rien|toujours|jamais|not|still|tjr|tjrs)\b/;

/** "Non toujours rien" and "oui c'est réglé merci" to a promise that was kept. */
export function typedOutcome(text: string, offered: readonly Choice[]): Choice | undefined {
  const settled = offered.find(({ action }) => action.type === 'choose' && action.value === 'notice:settled');
  const folded = fold(text);
  if (settled === undefined || wordCount(text) > MOST_WORDS) return undefined;
  if (IS_SETTLED.test(folded) && !NEGATED.test(folded)) return settled;
  if (!STILL_NOT.test(folded)) return undefined;
  return offered.find(({ action }) => action.type === 'start-form' && action.form === 'ticket');
}

/** Whether a message calls off what was promised, or says that it has been settled. */
export function calledOff(text: string): 'off' | 'settled' | null {
  const folded = fold(text);
  if (OFF.test(folded)) return 'off';
  return SETTLED.test(folded) ? 'settled' : null;
}
