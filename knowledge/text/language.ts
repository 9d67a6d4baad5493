import type { Language } from '../types';
import { fold } from './fold';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Little words that one language uses and the other does not, and everyday words of short messages. */
const FRENCH = new Set(
  words(`
  je j tu il elle nous vous ils elles le la les l un une des du de d et est ete etait sont suis ai as avons avez ont avait pas ne n plus
  que qu qui quoi quand comment pourquoi combien quel quelle quels quelles ou pour dans sur avec sans chez mais donc car si ce c cette ces
  mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs moi toi lui eux y en au aux par depuis toujours jamais rien tout tous
  toute toutes bonjour bonsoir salut merci svp oui non peux peut pouvez veux veut voudrais faut faire fait fais dois doit doivent aller
  vais va etre avoir savoir sais marche arrive trouve recu paye payee eleve eleves etudiant etudiante cours facture paiement salaire
  virement compte mot passe heure heures jour jours mois semaine hier demain aujourdhui encore deja apres avant bien tres trop beaucoup
  quelqu quelque chose probleme aide besoin argent saisir mettre changer deposer demande demander famille coupon coupons mission espace
  rendez telephone numero adresse bancaire coordonnees conseillere conseiller perdu oublie bloque mail portail ca cela ceci voila
  repond reponse sans seance seances soutenance parcours projet projets outil erreur dossier dossiers reglement avis fiche sont
  `),
);
const ENGLISH = new Set(
  words(`
  i you he she it we they the a an of to and is are was were be been am have has had do does did not no yes what when where why how who
  which my your his her its our their me him them us this that these those in on at for with without from by about but so because if then
  can could will would should must may might cannot there here any some all every never always ever just still yet again already hello hi
  hey thanks thank please sorry bye good morning evening want need know get got give make take find see look help tell show say said
  money paid pay payment wage salary invoice student students lesson lessons session bank account password login log sign change update
  late missing wrong work works working won isn doesn didn don haven hasn couldn wasn month week day days today tomorrow yesterday
  someone talk speak human robot call phone email meeting book appointment cancel stop start enter upload file files where's i'm it's
  `),
);
const AMBIGUOUS = new Set(
  words('on me a pause message site contact mentor coach session no as son sa si an in an es tu y fit'),
);

const ENGLISH_SHAPE = /(?:ing|tion of|ght|wh|th$|^th|ly$|'[a-z]+$)/;
const FRENCH_SHAPE = /(?:eux|aux|eau|oir|ais$|ait$|aient$|ez$|oi$|oui|tte$|que$|ou$|eur$|ee$|ement$)/;
const ACCENT = /[àâäéèêëîïôöùûüçœ]/;

/** How much a text looks English (positive) or French (negative). 0: nothing tells. */
export function englishness(words: readonly string[]): number {
  let score = 0;
  for (const word of words.slice(0, 200)) {
    const plain = fold(word);
    if (ACCENT.test(word)) score -= 1;
    const weight = AMBIGUOUS.has(plain) ? 0.3 : 1;
    const french = FRENCH.has(plain);
    const english = ENGLISH.has(plain);
    if (french && !english) score -= weight;
    else if (english && !french) score += weight;
    else if (!french && !english && plain.length >= 4) {
      if (ENGLISH_SHAPE.test(plain)) score += 0.3;
      if (FRENCH_SHAPE.test(plain)) score -= 0.3;
    }
  }
  return score;
}

/**
 * The language of a message, from its words.
 *
 * @param fallback what a message is in that shows neither ("Léa ?", "404").
 */
export function languageOf(words: readonly string[], fallback: Language = 'fr'): Language {
  const score = englishness(words);
  if (score === 0) return fallback;
  return score > 0 ? 'en' : 'fr';
}

/** Whether a word is one of the little words of either language, which are never taken apart. */
export const isLittleWord = (word: string): boolean => {
  const plain = fold(word);
  return FRENCH.has(plain) || ENGLISH.has(plain);
};
