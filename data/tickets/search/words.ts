/** Nobody means more words than this; a pasted page would make the search slow for everybody. */
const MOST_TERMS = 16;

/** A shorter beginning fits half of the dictionary. */
const SHORTEST_PREFIX = 2;

/** One thing that has to be there: words that follow each other. */
export interface SearchTerm {
  /** Words of letters and digits, in their order. */
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly open: boolean;
}

/**
 * What somebody looks for. Whatever is no letter and no digit only separates; what stands in double quotes, or is glued together as in
 * G-2611-0001 and l'élève, has to stand together. Nothing in it is an operator. The last word may be unfinished, unless it is quoted.
 *
 * @returns no term when there is no word in it.
 */
export function searchTerms(text: string): readonly SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const [, quoted, glued] of text.normalize('NFC').matchAll(/["«“]([^"»”]*)["»”]|([^\s"«“»”]+)/gu)) {
    const words = (quoted ?? glued ?? '').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    if (words.length > 0) terms.push({ words, open: quoted === undefined });
    if (terms.length === MOST_TERMS) break;
  }
  return terms.map((term, index) => ({
    ...term,
    open: term.open && index === terms.length - 1 && [...(term.words.at(-1) ?? '')].length >= SHORTEST_PREFIX,
  }));
}
