import { fold } from '../text/fold';

/** From calm to in danger: the later, the more a person is needed. */
export type Tone = 'calm' | 'annoyed' | 'insulting' | 'distressed' | 'in-danger';

const IN_DANGER =
  /\b(?:suicid\w*|me tuer|me foutre en l air|(?:envie|veux|voudrais|vais) (?:de |d )?(?:mourir|en finir(?! avec (?:ce|cet|cette|ces|l|la|le|les|mon|ma|mes|vo\w*)\b)|me faire du mal)|plus envie de vivre|mettre fin a mes jours|kill myself|want to die|end my life|hurt myself)\b/;
const DISTRESSED =
  /\b(?:(?:je )?n en peux (?:vraiment )?plus|j en peux (?:vraiment )?plus|(?:je suis|suis) a bout|je craque|je vais craquer|en larmes|je pleure|desespere\w*|plus rien a manger|plus de quoi (?:manger|vivre|payer)|peux? plus payer mon loyer|burn ?out|detresse|je (?:ne )?dors plus|i can t take it|desperate|at my wit s end|in tears)\b/;
const INSULTING =
  /\b(?:connards?|connasses?|encul\w*|batards?|fdp|salopes?|salauds?|abrutis?|debiles?|cretins?|incapables|bande d?e? ?(?:nuls?|voleurs|escrocs|incapables|branleurs)|branleurs?|va te faire|allez vous faire|(?:te|vous) faire foutre|nique|ntm|tg|(?:ta|fermez?(?: la| ta)?) gueule|ferme la|fuck you|idiots?|imbeciles?|stupid (?:bot|robot)|(?:bot|robot|service|boite) de merde|(?:bot|robot) (?:pourri|inutile|debile)|tu sers a rien|vous servez a rien|(?:vous etes|t es|tu es) (?:vraiment )?(?:nuls?|nulle|con|cons|stupide\w*|inutiles?|pourris?|ridicules?))\b/;
const ANNOYED =
  /\b(?:ras le bol|marre|inadmissible|inacceptable|scandaleux|honteux|c est une honte|n importe quoi|foutage de gueule|vous vous moquez|vous vous foutez|jpp|insupportable|enerve\w*|furieu\w+|colere|toujours rien|ca fait \d+ fois|3e fois|troisieme fois|encore une fois|putain|merde|bordel|exaspere\w*|unacceptable|ridiculous|fed up|angry|sick of)\b/;

/** How a message is said, as far as its words tell plainly: enough for one short acknowledgement or for a person, never for a diagnosis. */
export function toneOf(text: string): Tone {
  const folded = fold(text);
  if (IN_DANGER.test(folded)) return 'in-danger';
  if (DISTRESSED.test(folded)) return 'distressed';
  if (INSULTING.test(folded)) return 'insulting';
  if (ANNOYED.test(folded) || /!{2,}/.test(text) || isShouted(text)) return 'annoyed';
  return 'calm';
}

/** Whether a person should read this whatever it is about. */
export const needsCare = (tone: Tone): boolean => tone === 'distressed' || tone === 'in-danger';

const isShouted = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 15 && letters === letters.toUpperCase();
};
