import { isKnownWord } from './glue';
import type { Token } from './tokens';

/** Words before a person's name: "Mme Avril", "la famille Lundi", "avec Juin". */
const BEFORE_NAMES = new Set(
  'm mr mme mlle mrs ms miss monsieur madame mademoiselle famille prof professeur docteur dr avec chez eleve etudiant etudiante prenom nomme nommee appelle with'.split(
    ' ',
  ),
);

/** Whether a word in capitals that could name a day or a month is a person's name there. */
export function isName(tokens: readonly Token[], at: number): boolean {
  if (!tokens[at]!.capital) return false;
  let before = at - 1;
  if (tokens[before]?.text === '.') before -= 1;
  if (tokens[before]?.text === 'les' && tokens[before - 1]?.text === 'chez') return true;
  const word = tokens[before];
  return word !== undefined && (BEFORE_NAMES.has(word.text) || isSurname(tokens, at, before));
}

const FRENCH_NAMES =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|noel|toussaint)$/u;

/** "Camille Dimanche a annulé": a first name before it, and no hour or day of the month behind it. French writes its days small. */
function isSurname(tokens: readonly Token[], at: number, before: number): boolean {
  const first = tokens[before]!;
  if (!FRENCH_NAMES.test(tokens[at]!.text) || before !== at - 1 || before === 0) return false;
  if (!first.capital || first.kind !== 'word' || first.text.length < 3 || isKnownWord(first.text))
    return false;
  const next = tokens[at + 1];
  return next?.kind !== 'digits' && !isKnownWord(next?.text ?? '');
}
