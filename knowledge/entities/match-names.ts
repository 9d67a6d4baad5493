import { fold } from '../text/fold';
import type { NameMatch } from '../types';
import type { IsCommonWord } from './common-words';
import { isEverydayWord } from './common-words';
import { isOneEditApart } from './edits';

/** Names at least this long may be written with one mistake. */
const TYPO_LENGTH = 5;
const MAX_WORDS = 800;
const WORD = /[\p{L}\p{M}]+/gu;

/** Words of a name that name nobody. */
const PARTICLES = new Set(
  'famille family monsieur madame mademoiselle m mr mme mlle mrs ms les the de du des la le l d et and van von el al ben bin da dos di'.split(
    ' ',
  ),
);
/** Words after which an everyday word is a name after all. */
const CUES = new Set(
  'famille family chez avec with les the monsieur madame mademoiselle m mr mme mlle mrs ms eleve etudiant etudiante student pupil prenom nomme nommee appelle'.split(
    ' ',
  ),
);

interface TextWord {
  readonly plain: string;
  readonly from: number;
  readonly to: number;
  /** Written with a capital although no sentence begins with it. */
  readonly capital: boolean;
  readonly cued: boolean;
}

function wordsIn(text: string): readonly TextWord[] {
  const words: TextWord[] = [];
  let previous = '';
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (words.length >= MAX_WORDS) break;
    const from = match.index;
    const opens = words.length === 0 || /[.!?\n]/.test(text.slice(end, from));
    end = from + match[0].length;
    const plain = fold(match[0]);
    words.push({
      plain,
      from,
      to: end,
      capital: !opens && /^\p{Lu}/u.test(match[0]),
      cued: CUES.has(previous),
    });
    previous = plain;
  }
  return words;
}

interface Token {
  readonly plain: string;
  /** A family is also called in the plural: "les Martins". */
  readonly plural: string;
}

const tokensOf = (name: string): readonly Token[] => {
  const all = [...name.matchAll(WORD)].map((match) => fold(match[0]));
  const telling = all.filter((token) => !PARTICLES.has(token));
  // A name made of particles alone ("Le Du") is still a name.
  const kept = telling.length > 0 ? telling : all;
  return kept.map((plain) => ({ plain, plural: `${plain}s` }));
};

type Closeness = 0 | 0.7 | 1;

/** How well a word of the text is a word of a name: 1 as written, 0.7 with one mistake, 0 not at all. */
function closeness(word: TextWord, token: Token, isCommon: IsCommonWord): Closeness {
  if (word.plain === token.plain || (word.cued && word.plain === token.plural)) {
    const needsSign = token.plain.length <= 2 || isCommon(token.plain);
    return needsSign && !word.cued && !word.capital ? 0 : 1;
  }
  if (token.plain.length < TYPO_LENGTH || word.plain.length < TYPO_LENGTH - 1) return 0;
  if (isCommon(word.plain) || isCommon(token.plain)) return 0;
  return isOneEditApart(word.plain, token.plain) ? 0.7 : 0;
}

/** "Léa D." */
const initialOf = (word: TextWord, token: Token): number =>
  word.plain.length === 1 && token.plain.startsWith(word.plain) ? 0.6 : 0;

interface Found {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

/** The best place where a run of the name's words stands in the text. */
function findName(words: readonly TextWord[], name: string, isCommon: IsCommonWord): Found | null {
  const tokens = tokensOf(name);
  let best: Found | null = null;
  const consider = (score: number, from: number, to: number): void => {
    if (score > 0 && (!best || score > best.score)) best = { score, from, to };
  };
  const joined = { plain: tokens.map(({ plain }) => plain).join(''), plural: '' };
  words.forEach((word, at) => {
    if (tokens.length > 1) consider(closeness(word, joined, isCommon), word.from, word.to);
    tokens.forEach((token, first) => {
      const start = closeness(word, token, isCommon);
      if (start === 0) return;
      let more = 0;
      let last = word;
      for (let step = 1; first + step < tokens.length; step += 1) {
        const next = words[at + step];
        const wanted = tokens[first + step];
        // The second word of "Anna Petit" needs no sign of its own: the first stands before it.
        const near =
          next && wanted
            ? closeness({ ...next, cued: true }, wanted, isCommon) || initialOf(next, wanted)
            : 0;
        if (!next || near === 0) break;
        more += near;
        last = next;
      }
      // One word of a name is enough to mean somebody; each further word makes it surer.
      const score = tokens.length === 1 ? start : 0.8 * start + (0.2 * more) / (tokens.length - 1);
      consider(score, word.from, last.to);
    });
  });
  return best;
}

const covers = (a: Found, b: Found): boolean =>
  a.from <= b.from && a.to >= b.to && a.to - a.from > b.to - b.from;

/**
 * Finds who of some candidates is named in a text: accents, case and one typing error in a name of five letters or more are forgiven. An
 * everyday word ("retour", "rose") is a name only with a capital inside the sentence or after a word such as "famille", "chez", "avec".
 *
 * @param candidates who may be meant.
 * @param nameOf the names of a candidate: full name, first name, "famille Martin".
 * @param isCommon which words are everyday words.
 * @returns best first; candidates that are named equally well ("Léa" of two) have the same score.
 */
export function matchNames<T>(
  text: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => readonly string[],
  isCommon: IsCommonWord = isEverydayWord,
): readonly NameMatch<T>[] {
  const words = wordsIn(text);
  const found: { candidate: T; place: Found }[] = [];
  for (const candidate of candidates) {
    let best: Found | null = null;
    for (const name of nameOf(candidate)) {
      const place = findName(words, name, isCommon);
      if (place && (!best || place.score > best.score)) best = place;
    }
    if (best) found.push({ candidate, place: best });
  }
  return found
    .filter(
      ({ place }) => !found.some((other) => covers(other.place, place) && other.place.score >= place.score),
    )
    .sort((a, b) => b.place.score - a.place.score || a.place.from - b.place.from)
    .map(({ candidate, place }) => ({
      candidate,
      score: Math.round(place.score * 100) / 100,
      span: { from: place.from, to: place.to },
    }));
}
