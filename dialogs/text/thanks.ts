import { fold } from './fold';

const THANKS = /^(?:merci+|mrc|mci|thanks?|thx|tks|cheers)$/;

/** What stands around a thank-you without saying anything of its own: how much, for what, to whom, the good wishes after it. */
const AROUND = new Set(
  [
    'beaucoup bcp bien infiniment encore mille fois grand grande immense un une tres vraiment so very much many you u a lot',
    'pour de du d la le les l votre vos ton ta tes cette ce ces for the your this that',
    'reponse reponses aide retour reactivite rapidite message explication explications precision precisions patience ecoute attention',
    'info infos information informations renseignement renseignements travail help reply answer quick support advance avance tout',
    'et and a vous toi aussi egalement too bonne bon belle journee soiree week end weekend wk apres midi fin semaine continuation',
    'nice good have day evening bientot au revoir bye cordialement bien cdlt sincerement',
    'ok okay d accord dac super parfait top nickel genial impeccable c est cest gentil sympa note great perfect',
    'madame monsieur mme mr',
  ].flatMap((words) => words.split(' ')),
);

/**
 * Whether a whole message is nothing but a thank-you ("merci beaucoup pour votre réponse, bonne journée"). One word that says something
 * else ("merci mais...", "oui merci", "merci de me rappeler"), a figure or a question, and it is not.
 */
export function isPlainThanks(text: string): boolean {
  if (text.includes('?')) return false;
  const words = fold(text)
    .split(' ')
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  return (
    words.some((word) => THANKS.test(word)) && words.every((word) => THANKS.test(word) || AROUND.has(word))
  );
}

/** Words with which people close a conversation without thanking. */
const CLOSING = new Set(
  'oui voila note compris recu entendu noted understood got it alright fine cool merveilleux excellent regle'.split(
    ' ',
  ),
);

/**
 * Whether a whole message only closes a conversation: a thank-you, or nothing but courtesy ("ok super !", "parfait, bonne journée",
 * "c'est noté"). To a request that is settled it adds nothing, and does not open it again.
 */
export function isCourtesy(text: string): boolean {
  if (text.includes('?')) return false;
  const words = fold(text)
    .split(' ')
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  return (
    words.length > 0 &&
    words.length <= MOST_WORDS_OF_COURTESY &&
    words.every((word) => THANKS.test(word) || AROUND.has(word) || CLOSING.has(word))
  );
}

const MOST_WORDS_OF_COURTESY = 12;
