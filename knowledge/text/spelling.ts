import { isOneEditApart } from '../entities/edits';
import { fold } from './fold';

/** A word as it is mostly written, and how often it stands in the phrases. */
export type CountedWord = readonly [form: string, count: number];

interface KnownWords {
  readonly counts: ReadonlyMap<string, number>;
  /** The written form of a word without accents. */
  readonly forms: ReadonlyMap<string, string>;
  /** Words by themselves and by themselves less one letter (Garbe's symmetric deletes). */
  readonly near: ReadonlyMap<string, string | readonly string[]>;
}

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
  private known: KnownWords | null = null;

  /** @param words the words of the phrases. */
  constructor(private readonly words: readonly CountedWord[]) {}

  /** How often a word without accents stands in the phrases. */
  count(plain: string): number {
    return this.index().counts.get(plain) ?? 0;
  }

  /** The known word that `word` is a slip of, with its accents; `word` itself when there is none. */
  correct(word: string): string {
    const plain = fold(word);
    if (plain.length < MIN_LENGTH || plain.length > MAX_LENGTH || /\d/.test(plain)) return word;
    const { counts, forms, near } = this.index();
    const own = counts.get(plain) ?? 0;
    let found = '';
    let most = Math.max(MIN_COUNT, RATIO * own) - 1;
    for (const key of shortened(plain)) {
      for (const candidate of [near.get(key) ?? []].flat()) {
        const count = counts.get(candidate) ?? 0;
        if (count <= most || candidate === plain || !isSlip(plain, candidate)) continue;
        found = candidate;
        most = count;
      }
    }
    return found === '' ? word : (forms.get(found) ?? found);
  }

  /** Made when the first word is read: a start must not wait for it. */
  private index(): KnownWords {
    this.known ??= indexWords(this.words);
    return this.known;
  }
}

function indexWords(words: readonly CountedWord[]): KnownWords {
  const counts = new Map<string, number>();
  const forms = new Map<string, string>();
  const near = new Map<string, string | readonly string[]>();
  const best = new Map<string, number>();
  for (const [form, count] of words) {
    const plain = fold(form);
    counts.set(plain, (counts.get(plain) ?? 0) + count);
    if (count > (best.get(plain) ?? 0)) {
      best.set(plain, count);
      forms.set(plain, form);
    }
  }
  for (const [plain, count] of counts) {
    if (count < MIN_COUNT || plain.length < MIN_LENGTH || plain.length > MAX_LENGTH || /\d/.test(plain))
      continue;
    for (const key of shortened(plain)) {
      const before = near.get(key);
      near.set(key, before === undefined ? plain : [before, plain].flat());
    }
  }
  return { counts, forms, near };
}

/** In a short word the first letter must stand: "pris" is no slip of "gris". */
const isSlip = (a: string, b: string): boolean =>
  isOneEditApart(a, b) && (Math.min(a.length, b.length) >= 6 || a[0] === b[0]);
