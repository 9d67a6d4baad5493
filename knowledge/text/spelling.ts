import { isOneEditApart } from '../entities/edits';
import { fold } from './fold';

/** A word as it is mostly written, and how often it stands in the phrases. */
export type CountedWord = readonly [form: string, count: number];

const MIN_LENGTH = 4;
const MAX_LENGTH = 20;
/** A word is taken for a slip of another only when that one is this many times as frequent. */
const RATIO = 8;
const MIN_COUNT = 3;

function* shortened(word: string): Generator<string> {
  yield word;
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}

/**
 * Reads a mistyped word as the known word one slip away. It serves the features only: the text itself is never changed, so names stay.
 */
export class Spelling {
  private readonly counts = new Map<string, number>();
  private readonly forms = new Map<string, string>();
  /** Known words by themselves and by themselves less one letter (Garbe's symmetric deletes). */
  private readonly near = new Map<string, string | readonly string[]>();

  /** @param words the words of the phrases and dictionaries. */
  constructor(words: Iterable<CountedWord>) {
    const best = new Map<string, number>();
    for (const [form, count] of words) {
      const plain = fold(form);
      this.counts.set(plain, (this.counts.get(plain) ?? 0) + count);
      if (count > (best.get(plain) ?? 0)) {
        best.set(plain, count);
        this.forms.set(plain, form);
      }
    }
    for (const [plain, count] of this.counts) {
      if (count < MIN_COUNT || plain.length < MIN_LENGTH || plain.length > MAX_LENGTH || /\d/.test(plain))
        continue;
      for (const key of shortened(plain)) {
        const before = this.near.get(key);
        this.near.set(key, before === undefined ? plain : [before, plain].flat());
      }
    }
  }

  /** How often a word without accents stands in the phrases. */
  count(plain: string): number {
    return this.counts.get(plain) ?? 0;
  }

  /** The known word that `word` is a slip of, with its accents; `word` itself when there is none. */
  correct(word: string): string {
    const plain = fold(word);
    if (plain.length < MIN_LENGTH || plain.length > MAX_LENGTH || /\d/.test(plain)) return word;
    const own = this.count(plain);
    let found = '';
    let most = Math.max(MIN_COUNT, RATIO * own) - 1;
    for (const key of shortened(plain)) {
      for (const candidate of [this.near.get(key) ?? []].flat()) {
        const count = this.count(candidate);
        if (count <= most || candidate === plain || !isSlip(plain, candidate)) continue;
        found = candidate;
        most = count;
      }
    }
    return found === '' ? word : (this.forms.get(found) ?? found);
  }
}

/** In a short word the first letter must stand: "pris" is no slip of "gris". */
const isSlip = (a: string, b: string): boolean =>
  isOneEditApart(a, b) && (Math.min(a.length, b.length) >= 6 || a[0] === b[0]);
