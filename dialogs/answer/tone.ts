import { fold } from '../text/fold';

export type Tone = 'calm' | 'annoyed' | 'insulting' | 'distressed';

const DISTRESSED =
  /\b(?:je n en peux plus|j en peux plus|je suis a bout|je craque|je vais craquer|en larmes|je pleure|desespere\w*|suicid\w*|en finir|plus rien a manger|plus de quoi (?:manger|vivre|payer)|burn ?out|detresse|je dors plus|i can t take it|desperate|at my wit s end)\b/;
const INSULTING =
  /\b(?:connards?|connasses?|enculs?|encules?|batards?|fdp|salopes?|salauds?|abrutis?|debiles?|cretins?|incapables de merde|va te faire|allez vous faire|nique|ntm|tg|ta gueule|fuck you|idiots?|stupid (?:bot|robot)|bot de merde|robot de merde)\b/;
const ANNOYED =
  /\b(?:ras le bol|marre|inadmissible|inacceptable|scandaleux|honteux|c est une honte|n importe quoi|foutage de gueule|vous vous moquez|vous vous foutez|jpp|insupportable|enerve\w*|furieu\w+|colere|toujours rien|ca fait \d+ fois|3e fois|troisieme fois|encore une fois|putain|merde|bordel|exaspere\w*|unacceptable|ridiculous|fed up|angry|sick of)\b/;

/** How a message is said, as far as its words tell plainly: enough for one short acknowledgement, never for a decision. */
export function toneOf(text: string): Tone {
  const folded = fold(text);
  if (DISTRESSED.test(folded)) return 'distressed';
  if (INSULTING.test(folded)) return 'insulting';
  if (ANNOYED.test(folded) || /!{2,}/.test(text) || isShouted(text)) return 'annoyed';
  return 'calm';
}

const isShouted = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 15 && letters === letters.toUpperCase();
};
