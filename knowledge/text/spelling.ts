import { isOneEditApart } from '../entities/edits';
import { fold } from './fold';

/** A word as it is mostly written, and how often it stands in the phrases. */
export type CountedWord = readonly [form: string, count: number];

interface KnownWords {
  readonly counts: ReadonlyMap<string, number>;
  /** The written form of a word without accents. */
  readonly forms: ReadonlyMap<string, string>;
  readonly near: NearWords;
}

const MIN_LENGTH = 4;
const MAX_LENGTH = 20;
/** A word is taken for a slip of another only when that one is this many times as frequent. */
const RATIO = 8;
const MIN_COUNT = 3;

const hashWithout = (word: string, left: number): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1)
    if (at !== left) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
};

/**
 * Words by hashes of themselves and of themselves less one letter (Garbe's symmetric deletes): two words one slip apart share a hash. Lists
 * in typed arrays, for sixty thousand strings would be most of the first message's time.
 */
class NearWords {
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  private readonly owners: Int32Array;

  constructor(private readonly words: readonly string[]) {
    const entries = words.reduce((sum, word) => sum + word.length + 1, 0);
    let size = 16;
    while (size < entries) size *= 2;
    this.heads = new Int32Array(size).fill(-1);
    this.next = new Int32Array(entries);
    this.owners = new Int32Array(entries);
    let entry = 0;
    words.forEach((word, owner) => {
      for (let left = -1; left < word.length; left += 1) {
        const slot = hashWithout(word, left) & (size - 1);
        this.owners[entry] = owner;
        this.next[entry] = this.heads[slot] as number;
        this.heads[slot] = entry;
        entry += 1;
      }
    });
  }

  /** The words that may be one slip from a word, some of them again and some that are not: who asks must look. */
  *candidates(word: string): Generator<string> {
    for (let left = -1; left < word.length; left += 1) {
      let entry = this.heads[hashWithout(word, left) & (this.heads.length - 1)] as number;
      while (entry >= 0) {
        yield this.words[this.owners[entry] as number] as string;
        entry = this.next[entry] as number;
      }
    }
  }
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
    for (const candidate of near.candidates(plain)) {
      const count = counts.get(candidate) ?? 0;
      if (count <= most || candidate === plain || !isSlip(plain, candidate)) continue;
      found = candidate;
      most = count;
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
  const best = new Map<string, number>();
  for (const [form, count] of words) {
    const plain = fold(form);
    counts.set(plain, (counts.get(plain) ?? 0) + count);
    if (count > (best.get(plain) ?? 0)) {
      best.set(plain, count);
      forms.set(plain, form);
    }
  }
  const isTarget = (plain: string, count: number): boolean =>
    count >= MIN_COUNT && plain.length >= MIN_LENGTH && plain.length <= MAX_LENGTH && !/\d/.test(plain);
  const targets = [...counts].flatMap(([plain, count]) => (isTarget(plain, count) ? [plain] : []));
  return { counts, forms, near: new NearWords(targets) };
}

/** In a short word the first letter must stand: "pris" is no slip of "gris". */
const isSlip = (a: string, b: string): boolean =>
  isOneEditApart(a, b) && (Math.min(a.length, b.length) >= 6 || a[0] === b[0]);
