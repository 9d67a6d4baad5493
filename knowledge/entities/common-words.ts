import { fold } from '../text/fold';
import { isLittleWord } from '../text/language';

/** Everyday words that are also names, or one letter from a name. Phrases teach more of them (wordsOfPhrases). */
const EVERYDAY = new Set(
  `retour annuler suivant matin midi soir nuit lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
  juillet aout septembre octobre novembre decembre noel semaine minute heure petit grand blanc noir roux rouge vert rose fleur jardin
  marin main mains lettre lettres carte cartes porte port pont mont bois pierre piece dernier derniere premier premiere second seconde
  bonne bon jeune vieux long court simple double juste merci pardon desole adresse telephone message question reponse parent parents
  mere pere maman papa frere soeur enfant enfants fille fils famille eleve professeur maths francais anglais physique chimie histoire
  cinquieme quatrieme troisieme sixieme terminale lycee college ecole bac brevet devoir devoirs exercice note notes moyenne absent
  absente malade vacances rentree page mail lien photo image fichier document envoyer recevoir ouvrir fermer valider modifier corriger
  visio video session soutenance projet parcours mentor coach mission coupon facture salaire virement banque argent euros prime
  marche marcher march marche parler ecrire appeler rappeler attendre attente bientot rendez salle place cadre ligne livre fois
  return back next morning noon night monday tuesday wednesday thursday friday saturday sunday march april may june july august
  `
    .trim()
    .split(/\s+/),
);

/** Tells whether a folded word is an everyday word: such a word is a name only where something says so ("la famille Retour"). */
export type IsCommonWord = (plain: string) => boolean;

export const isEverydayWord: IsCommonWord = (plain) => EVERYDAY.has(plain) || isLittleWord(plain);

const WORD = /[\p{L}\p{M}]+/gu;
const MIN_COUNT = 4;

/**
 * Everyday words as the phrases use them: written small at least four times, and three times as often as with a capital inside a sentence.
 * Names in the phrases are thereby left out.
 */
export function commonWordsOf(texts: Iterable<string>): IsCommonWord {
  const small = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const text of texts) {
    let first = true;
    for (const [word] of text.matchAll(WORD)) {
      const counts = /^\p{Lu}/u.test(word) ? (first ? null : capital) : small;
      first = false;
      if (counts) counts.set(fold(word), (counts.get(fold(word)) ?? 0) + 1);
    }
  }
  const common = new Set<string>();
  for (const [word, count] of small) {
    if (count >= MIN_COUNT && count >= 3 * (capital.get(word) ?? 0)) common.add(word);
  }
  return (plain) => common.has(plain) || isEverydayWord(plain);
}
