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
