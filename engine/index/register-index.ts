// The index of rights: built once from the register, then read by every thread out of shared memory.
// Candidates for an offer come from here by key, so the work per offer hardly grows with the number of marks (bench/detect).
import type { Coverage, Day, Right, RightKind } from '@zhijian/contract';
import type { Register } from '../models/contract.ts';
import type { Buckets } from './buckets.ts';
import { buildIndex, type IndexData, serialKey } from './index-builder.ts';
import { hashText, KEY } from './keys.ts';

/** Names the way keys are made; a change of keys is a new release. */
export const INDEX_RELEASE = 'index-1';

const DECODED_RIGHTS = 20_000;
const KEPT_SIGNS = 50_000;

/** The register and the names of its marks, read from shared memory. Rights are decoded when first needed and a bounded number is kept. */
export class RegisterIndex implements Register {
  readonly data: IndexData;
  readonly knownOn: Day | null;
  readonly coverage: readonly Coverage[];
  #latest: Map<string, number>;
  #decoded = new Map<number, Right>();
  #signTexts = new Map<number, string>();
  #text = new TextDecoder();

  constructor(data: IndexData) {
    this.data = data;
    this.knownOn = data.knownOn;
    this.coverage = data.coverage;
    this.#latest = new Map(data.latestSerials);
  }

  right(id: number): Right {
    const known = this.#decoded.get(id);
    if (known) return known;
    const { rightStart, rightJson } = this.data;
    // A copy out of shared memory: TextDecoder refuses shared buffers.
    const right = JSON.parse(this.#text.decode(rightJson.slice(rightStart[id]!, rightStart[id + 1]!))) as Right;
    if (this.#decoded.size >= DECODED_RIGHTS) this.#decoded.clear();
    this.#decoded.set(id, right);
    return right;
  }

  findByNumber(kind: RightKind | null, number: string): Right[] {
    const found: Right[] = [];
    this.eachEntry(this.data.numbers, hashText(number, KEY.number), (id) => {
      const right = this.right(id);
      if (right.number === number && (kind === null || right.kind === kind)) found.push(right);
    });
    return found;
  }

  covers(office: string, kind: RightKind, year: number): boolean {
    return this.coverage.some((c) => c.office === office && c.kind === kind && c.from_year <= year && year <= c.to_year);
  }

  latestSerial(kind: RightKind, year: number): number | null {
    return this.#latest.get(serialKey(kind, year)) ?? null;
  }

  /** Text of a sign in normal form. */
  signText(sign: number): string {
    let text = this.#signTexts.get(sign);
    if (text === undefined) {
      const { signCodes, signStart } = this.data;
      text = String.fromCharCode(...signCodes.subarray(signStart[sign]!, signStart[sign + 1]!));
      if (this.#signTexts.size >= KEPT_SIGNS) this.#signTexts.clear();
      this.#signTexts.set(sign, text);
    }
    return text;
  }

  eachEntry(buckets: Buckets, key: number, visit: (entry: number) => void): void {
    const bit = key & buckets.presentMask;
    if ((buckets.present[bit >>> 5]! & (1 << (bit & 31))) === 0) return;
    const bucket = key & buckets.mask;
    const end = buckets.starts[bucket + 1]!;
    for (let at = buckets.starts[bucket]!; at < end; at += 1) if (buckets.hashes[at] === key) visit(buckets.entries[at]!);
  }
}

export const buildRegister = (rights: readonly Right[], coverage: readonly Coverage[] = []): RegisterIndex =>
  new RegisterIndex(buildIndex(rights, coverage));
