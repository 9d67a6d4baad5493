const FNV_PRIME = 0x01000193;

/** One step of the FNV-1a hash, 32 bits. */
export const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME);

/** FNV-1a of a string over its UTF-16 units, from a seed. */
export function hashString(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = hashStep(hash, text.charCodeAt(i));
  return hash | 0;
}

/** Spreads the bits of a hash, so that its low ones can address a table. */
const mix = (hash: number): number => {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x45d9f3b);
  return h ^ (h >>> 16);
};

/**
 * Numbers 32-bit feature hashes 0, 1, 2... in typed arrays: a tenth of the memory of a Map of strings, and stored as it is in the cache.
 * Two features that share a hash count as one; among 10^5 features that is one pair.
 */
export class FeatureTable {
  private constructor(
    private readonly slots: Int32Array,
    private readonly hashes: Int32Array,
  ) {}

  /** @param hashes distinct hashes; a hash's number is its place. */
  static of(hashes: Int32Array): FeatureTable {
    let size = 16;
    while (size < hashes.length * 2) size *= 2;
    const slots = new Int32Array(size).fill(-1);
    for (let id = 0; id < hashes.length; id += 1) {
      let at = mix(hashes[id] ?? 0) & (size - 1);
      while (slots[at] !== -1) at = (at + 1) & (size - 1);
      slots[at] = id;
    }
    return new FeatureTable(slots, hashes);
  }

  get size(): number {
    return this.hashes.length;
  }

  /** The hashes by number: what `of` needs to make this table again. */
  get contents(): Int32Array {
    return this.hashes;
  }

  /** The number of a hash, -1 when it has none. */
  idOf(hash: number): number {
    const mask = this.slots.length - 1;
    let at = mix(hash) & mask;
    for (;;) {
      const id = this.slots[at] as number;
      if (id === -1 || this.hashes[id] === hash) return id;
      at = (at + 1) & mask;
    }
  }
}

/** Counts in how many rows each feature stands; numbers features in the order in which they come. */
export class FeatureCounter {
  private slots = new Int32Array(1 << 12).fill(-1);
  private hashes = new Int32Array(1 << 11);
  private counts = new Int32Array(1 << 11);
  private lastRow = new Int32Array(1 << 11);
  private size = 0;

  /** Notes a feature of a row; again in the same row counts nothing. @returns the feature's number. */
  count(hash: number, row: number): number {
    const mask = this.slots.length - 1;
    let at = mix(hash) & mask;
    let id = this.slots[at] as number;
    while (id !== -1 && this.hashes[id] !== hash) {
      at = (at + 1) & mask;
      id = this.slots[at] as number;
    }
    if (id === -1) {
      if (this.size === this.hashes.length) {
        this.grow();
        return this.count(hash, row);
      }
      id = this.size;
      this.size += 1;
      this.slots[at] = id;
      this.hashes[id] = hash;
      this.lastRow[id] = -1;
    }
    if (this.lastRow[id] !== row) {
      this.lastRow[id] = row;
      this.counts[id] = (this.counts[id] as number) + 1;
    }
    return id;
  }

  /** Every feature with its count, by number. */
  forEach(visit: (hash: number, count: number, id: number) => void): void {
    for (let id = 0; id < this.size; id += 1) visit(this.hashes[id] as number, this.counts[id] as number, id);
  }

  private grow(): void {
    const room = this.hashes.length * 2;
    const larger = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(room);
      copy.set(array);
      return copy;
    };
    this.hashes = larger(this.hashes);
    this.counts = larger(this.counts);
    this.lastRow = larger(this.lastRow);
    this.slots = new Int32Array(room * 2).fill(-1);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.size; id += 1) {
      let at = mix(this.hashes[id] as number) & mask;
      while (this.slots[at] !== -1) at = (at + 1) & mask;
      this.slots[at] = id;
    }
  }
}
