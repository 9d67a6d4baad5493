import { LEXICON } from './lexicon';
import type { Roles } from './roles';

/** Words written without the space between them: "demainmatin", "18hannulé", "mai10h12h", "from5". Cut before they are looked up. */

const PARTS_OF_RUN = /[0-9]+|[^0-9]+/gu;
/** More than a date and a range of hours is no time: a serial number. */
const MOST_PARTS = 9;
/** The letters after which a number may follow at once, though no word of the lexicon: "à8h", "h30". */
const LETTERS_BEFORE_NUMBER = /^(?:a|d|h)$/u;
/** "ok17h30", "Léa14h": any short word written onto a clock time; "B12" and "covid19" are none. */
const ONTO_CLOCK = /^\p{L}{2,9}[0-9]{1,2}h(?:[0-9]{2})?(?![0-9])/u;
/** A number with its mark, and the next word written onto it: "18hannulé", "5pmfor", "10hpar". */
const MARK_AND_REST = /^(h|pm|am|min|mn)(\p{L}+)$/u;
/** "1ermars", "19thto": an ordinal, and a word of the lexicon. */
const ORDINAL_AND_REST = /^(er|eme|st|nd|rd|th)(\p{L}+)$/u;

const known = (word: string): Roles | undefined => LEXICON.words.get(word);
/** Whether a folded word stands in the lexicon. */
export const isKnownWord = (word: string): boolean => known(word) !== undefined;

/** Names so long that no other word begins or ends with them by chance: what is written onto them need not be known. */
const SELDOM: ReadonlySet<string> = new Set(
  'lundi mardi mercredi jeudi vendredi samedi dimanche demain aujourdhui janvier fevrier juillet septembre octobre novembre decembre monday tuesday wednesday thursday friday saturday sunday tomorrow yesterday january february september october november december'.split(
    ' ',
  ),
);
/** Words that say a time: one of two known halves must be one of them. Mistyped forms do not count, nor words such as "passe", "tard". */
const NAMING: ReadonlySet<string> = new Set([
  ...SELDOM,
  ...'hier avril juin aout matin matinee soir soiree aprem journee midi minuit heure heures minutes jours mois semaine semaines prochain prochaine dernier derniere onze douze treize quatorze quinze seize vingt trente quarante demie demi quart huit neuf'.split(
    ' ',
  ),
  ...'today morning afternoon evening night noon midnight hours days week weeks month months next last april june july august half quarter before'.split(
    ' ',
  ),
]);
/** One letter is the rest of a slip ("lundii"), but for these. */
const ELIDED = /^[adlcjn]$/u;
const SHORTEST_RUN = 5;
const LONGEST_RUN = 24;

/** Whether both halves are words that can stand side by side in a time expression. */
function areWords(first: string, second: string): boolean {
  if (known(first) === undefined || known(second) === undefined) return false;
  if (first.length === 1) return ELIDED.test(first) && second.length > 3 && NAMING.has(second);
  if (second.length === 1) return second === 'a' && NAMING.has(first);
  return NAMING.has(first) || NAMING.has(second);
}

const cuts = new Map<string, number>();

/** Where an unknown word of letters is cut in two, 0 for nowhere. */
function cutOf(word: string, name: boolean): number {
  if (word.length < SHORTEST_RUN || word.length > LONGEST_RUN || known(word) !== undefined) return 0;
  const key = name ? `${word}!` : word;
  const before = cuts.get(key);
  if (before !== undefined) return before;
  let found = 0;
  for (let at = 1; at < word.length && found === 0; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    // "Juillette": in capitals a name.
    const onto =
      (!name && SELDOM.has(first) && second.length > 1) || (SELDOM.has(second) && first.length > 1);
    if (onto || areWords(first, second)) found = at;
  }
  if (cuts.size < 5000) cuts.set(key, found);
  return found;
}

/** The words of a run of letters that was folded: usually the run itself. */
function wordsOf(folded: string, name = false): readonly number[] {
  const at = cutOf(folded, name);
  return at === 0 ? [folded.length] : [at, folded.length - at];
}

/** The lengths of the parts of a run of letters and digits, as it was folded; null: one thing that is no time ("B12", "4c8a"). */
export function partsOf(folded: string, name: boolean): readonly number[] | null {
  const parts = folded.match(PARTS_OF_RUN) ?? [];
  if (parts.length === 1) return /^[0-9]/u.test(folded) ? [folded.length] : wordsOf(folded, name);
  if (parts.length > MOST_PARTS) return null;
  const lead = parts[0]!;
  if (!/^[0-9]/u.test(lead)) {
    const led =
      LETTERS_BEFORE_NUMBER.test(lead) ||
      (lead.length > 1 && (known(lead) !== undefined || cutOf(lead, false) > 0));
    if (!led && !ONTO_CLOCK.test(folded)) return null;
  }
  return parts.flatMap((part, index) => {
    if (/^[0-9]/u.test(part) || known(part) !== undefined) return [part.length];
    const ordinal = index > 0 ? ORDINAL_AND_REST.exec(part) : null;
    if (ordinal && known(ordinal[2]!) !== undefined) return [ordinal[1]!.length, ordinal[2]!.length];
    const mark = index > 0 ? MARK_AND_REST.exec(part) : null;
    return mark ? [mark[1]!.length, ...wordsOf(mark[2]!)] : wordsOf(part);
  });
}
