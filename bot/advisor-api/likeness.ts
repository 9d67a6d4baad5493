import { stem } from '../../knowledge/text/stem';
import { wordsOf } from '../../knowledge/text/words';
import { isLittleWord } from '../../knowledge/text/language';

/** How much alike two texts are: 0 nothing in common, 1 the same words. */
export type Likeness = (one: string, other: string) => number;

const NO_ABBREVIATIONS = new Map<string, readonly string[]>();
const LETTERS = 4;
/** Texts whose marks are remembered: a topic's tickets are compared each with each. The oldest is forgotten first. */
const MOST_REMEMBERED = 5_000;
const remembered = new Map<string, ReadonlySet<string>>();

/**
 * Likeness by the stems of their words and by groups of letters, which mistyped words share: of the two texts' marks, those that both
 * have. Words that every message has do not count.
 */
export const textLikeness: Likeness = (one, other) => {
  const [a, b] = [marksOf(one), marksOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const mark of a) if (b.has(mark)) shared += 1;
  return (2 * shared) / (a.size + b.size);
};

function marksOf(text: string): ReadonlySet<string> {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const marks = readMarks(text);
  const [oldest] = remembered.keys();
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(text, marks);
  return marks;
}

function readMarks(text: string): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const word of wordsOf(text, NO_ABBREVIATIONS)) {
    if (word.length < 2 || isLittleWord(word)) continue;
    marks.add(stem(word, 'fr'));
    for (let from = 0; from + LETTERS <= word.length; from += 1)
      marks.add(`#${word.slice(from, from + LETTERS)}`);
  }
  return marks;
}
