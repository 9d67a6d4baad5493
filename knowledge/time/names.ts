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
  return word !== undefined && BEFORE_NAMES.has(word.text);
}
