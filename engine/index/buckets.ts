// A multimap from 32-bit keys to entry numbers, in three flat arrays that threads share. Built once, never changed.

export interface Buckets {
  mask: number;
  starts: Uint32Array;
  hashes: Uint32Array;
  entries: Uint32Array;
  /** One bit per key hash: nearly every lookup of an offer misses, and a miss must not leave the cache. */
  present: Uint32Array;
  presentMask: number;
}

const shared = (count: number) => new Uint32Array(new SharedArrayBuffer(Math.max(4, count * 4)));

/** Collects (key, entry) pairs; `build` sorts them into buckets by counting, in insertion order within a bucket. */
export class BucketBuilder {
  #keys = new Uint32Array(1 << 16);
  #entries = new Uint32Array(1 << 16);
  #count = 0;

  add(key: number, entry: number): void {
    if (this.#count === this.#keys.length) {
      this.#keys = grown(this.#keys);
      this.#entries = grown(this.#entries);
    }
    this.#keys[this.#count] = key;
    this.#entries[this.#count] = entry;
    this.#count += 1;
  }

  build(): Buckets {
    const count = this.#count;
    // About one bucket per pair keeps a lookup at one or two cache lines.
    let size = 16;
    while (size < count) size *= 2;
    const mask = size - 1;
    const starts = shared(size + 1);
    for (let i = 0; i < count; i += 1) starts[(this.#keys[i]! & mask) + 1]! += 1;
    for (let b = 0; b < size; b += 1) starts[b + 1]! += starts[b]!;
    const hashes = shared(count);
    const entries = shared(count);
    let bits = 1024;
    while (bits < count * 8) bits *= 2;
    const present = shared(bits >>> 5);
    const presentMask = bits - 1;
    const next = starts.slice(0, size);
    for (let i = 0; i < count; i += 1) {
      const bit = this.#keys[i]! & presentMask;
      present[bit >>> 5]! |= 1 << (bit & 31);
      const at = next[this.#keys[i]! & mask]!++;
      hashes[at] = this.#keys[i]!;
      entries[at] = this.#entries[i]!;
    }
    return { mask, starts, hashes, entries, present, presentMask };
  }
}

const grown = (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
};
