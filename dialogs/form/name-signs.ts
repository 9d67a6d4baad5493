import type { Knowledge, NameMatch } from '../../knowledge/types';
import { fold } from '../text/fold';

/** Words that are also a time: such a name needs a plainer sign than a capital. */
const TIMES = new Set(
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre noel lundi mardi mercredi jeudi vendredi samedi dimanche april may june august'.split(
    ' ',
  ),
);
/** What stands before a thing or a time, not before a person. */
const BEFORE_A_THING =
  /(?:^|\s)(?:le|la|les|l|un|une|du|des|en|au|aux|ce|cet|cette|debut|fin|mi|mois|par|chaque|depuis|jusqu|jusque|des|\d+|1er|the|in|of|last|next|this|every|since|de|d)\s*$/;
/** What is done to or with a person, right before the name. */
const DONE_TO =
  /(?:^|\s)(?:transfer\w*|relanc\w*|contact\w*|previen\w*|preven\w*|appel\w*|joindre|rejoindre|confi\w*|signal\w*|remplac\w*|coach\w*|mentor\w*|inform\w*|(?:session|seance|rdv|absence|transfert|dossier|soutenance|parcours|projet) (?:de|d)|avec|with|contacted|student|pupil)\s*$/;
/** What only a person does or is, right after the name or a few words further. */
const DONE_BY =
  /^(?:\s+\p{L}+){0,4}?\s+(?:repon\w*|absente?s?|present\w*|vien\w*|venue?|pas la|abandonn\w*|decroch\w*|malade|motiv\w*|en retard|injoignable|connect\w*|ecri\w*|previen\w*|prevenue?|au courant|transfer\w*|ghost\w*|(?:s|se) \w+|m a|answer\w*|reply\w*|replies|missing|gone|show\w*)(?=\s|$)/u;
/** A verb whose subject stands before it. */
const ACTS =
  /^\s+(?:ne|n|est|etait|a|avait|sera|va|veut|voudrait|peut|doit|me|m|se|s|et|refuse|galere|souhaite|demande|has|is|was|does|doesn|did|didn|will|won|never|keeps|hasn|isn)(?=\s|$)/;

interface Word {
  readonly plain: string;
  readonly from: number;
  readonly to: number;
  readonly capital: boolean;
}

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].map((match) => ({
    plain: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
    capital: /^\p{Lu}\p{Ll}/u.test(match[0]),
  }));

/** Whether a word that is also an everyday word stands where only a person's name can. */
function standsForAPerson(text: string, word: Word): boolean {
  const before = fold(text.slice(Math.max(0, word.from - 40), word.from));
  const after = ` ${fold(text.slice(word.to, word.to + 60))}`;
  if (DONE_TO.test(before)) return true;
  if (BEFORE_A_THING.test(before)) return false;
  if (DONE_BY.test(after)) return true;
  return !TIMES.has(word.plain) && ACTS.test(after) && (word.capital || before === '');
}

/** "en Avril": a capital does not make a person of a month. */
const isTime = (text: string, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  TIMES.has(fold(text.slice(from, to))) &&
  BEFORE_A_THING.test(fold(text.slice(Math.max(0, from - 40), from)));

/** A first name alone, where nothing better says who is meant. */
const SCORE = 0.8;

/**
 * Who of hers is named in a text. Beyond what any text can tell (`matchNames`), her records make an everyday word a name where it does
 * what only people do: "rose ne répond plus", "Avril a encore été absente", but neither "absent en avril" nor "au retour".
 */
export function namedIn<T>(
  matchNames: Knowledge['matchNames'],
  text: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => readonly string[],
): readonly NameMatch<T>[] {
  const plain = matchNames(text, candidates, nameOf).filter(({ span }) => !isTime(text, span));
  const words = wordsOf(text);
  const others = candidates.filter((one) => !plain.some(({ candidate }) => candidate === one));
  const more = others.flatMap((candidate): readonly NameMatch<T>[] => {
    const firstNames = nameOf(candidate).map((name) => fold(name).split(' ')[0] ?? '');
    const word = words.find((one) => firstNames.includes(one.plain) && standsForAPerson(text, one));
    return word === undefined ? [] : [{ candidate, score: SCORE, span: { from: word.from, to: word.to } }];
  });
  return [...plain, ...more].sort((a, b) => b.score - a.score || a.span.from - b.span.from);
}

/** A text in which those names are blanked, letter for letter: what is read in it is no name, and stands where it stood. */
export function withoutNames<T>(text: string, found: readonly NameMatch<T>[]): string {
  return found.reduce(
    (rest, { span }) => rest.slice(0, span.from) + '_'.repeat(span.to - span.from) + rest.slice(span.to),
    text,
  );
}
