// The index of rights: built once from the register, then read by every thread out of shared memory.
// Candidates for an offer come from here by key, so the work per offer hardly grows with the number of marks (bench/detect).
import type { Coverage, Day, Right, RightKind } from '@zhijian/contract';
import type { Register } from '../models/contract.ts';
import { type Buckets, BucketBuilder } from './buckets.ts';
import { hanKeys, hashText, KEY, latinKeys, latinSkeleton, takesNear } from './keys.ts';
import { signsOf } from './signs.ts';

/** Names the way keys are made; a change of keys is a new release. */
export const INDEX_RELEASE = 'index-1';

export const SIGN_HAN = 1;
export const SIGN_PART = 2;
export const SIGN_COMMON = 4;
/** The mark is written in several words: only then may a near window hold a space. */
export const SIGN_SPACED = 8;

/** Plain data over SharedArrayBuffers: structured clone hands it to a thread without copying. */
export interface IndexData {
  names: Buckets;
  numbers: Buckets;
  signRight: Uint32Array;
  signFlags: Uint8Array;
  signStart: Uint32Array;
  signCodes: Uint16Array;
  rightStart: Float64Array;
  rightJson: Uint8Array;
  coverage: Coverage[];
  latestSerials: [key: string, serial: number][];
  knownOn: Day | null;
  /** Units of the longest sign of each script, words of the wordiest: no window need be longer. */
  longest: { han: number; latin: number; words: number };
  stats: { rights: number; marks: number; signs: number; keys: number; marks_not_searchable: number; not_searchable_examples: string[] };
}

const serialKey = (kind: RightKind, year: number) => `${kind}:${year}`;
const PATENT_NUMBER = /^(\d{4}|\d{2})\d(\d{5}|\d{7})\.[0-9X]$/;

/** Builds the index over folded rights (engine/rights `foldRights`, licences attached). Linear in the length of all names. */
export function buildIndex(rights: readonly Right[], coverage: readonly Coverage[]): IndexData {
  const names = new BucketBuilder();
  const numbers = new BucketBuilder();
  const signRight: number[] = [];
  const signFlags: number[] = [];
  const signStart: number[] = [0];
  const signText: string[] = [];
  const json: Buffer[] = [];
  const rightStart = new Float64Array(new SharedArrayBuffer(8 * (rights.length + 1)));
  const latest = new Map<string, number>();
  let knownOn: Day | null = null;
  let marks = 0;
  let notSearchable = 0;
  const unsearched: string[] = [];
  let keys = 0;
  let codes = 0;
  const longest = { han: 0, latin: 0, words: 0 };

  rights.forEach((right, id) => {
    const bytes = Buffer.from(JSON.stringify(right));
    json.push(bytes);
    rightStart[id + 1] = rightStart[id]! + bytes.length;
    numbers.add(hashText(right.number, KEY.number), id);
    for (const event of right.events) if (event.known_on !== null && (knownOn === null || event.known_on > knownOn)) knownOn = event.known_on;
    const patent = right.kind === 'trademark' ? null : PATENT_NUMBER.exec(right.number);
    if (patent) {
      const year = patent[1]!.length === 4 ? Number(patent[1]) : Number(patent[1]) + (Number(patent[1]) < 80 ? 2000 : 1900);
      const key = serialKey(right.kind, year);
      latest.set(key, Math.max(latest.get(key) ?? -1, Number(patent[2])));
    }
    if (right.kind !== 'trademark') return;
    marks += 1;
    const signs = right.name === null ? [] : signsOf(right.name);
    if (signs.length === 0) {
      notSearchable += 1;
      if (unsearched.length < 20) unsearched.push(`${right.number} ${right.name ?? ''}`.trim());
    }
    for (const sign of signs) {
      const entry = signRight.length;
      const script = sign.han ? 'han' : 'latin';
      longest[script] = Math.max(longest[script], sign.text.length);
      longest.words = Math.max(longest.words, sign.words.length);
      const seen = new Set<number>();
      const add = (key: number) => {
        if (seen.has(key)) return;
        seen.add(key);
        names.add(key, entry);
        keys += 1;
      };
      if (sign.han) hanKeys(sign.text, add);
      else latinKeys(sign.text, latinSkeleton(sign.text), takesNear(sign.text), sign.words, add);
      signRight.push(id);
      signFlags.push(
        (sign.han ? SIGN_HAN : 0) | (sign.part ? SIGN_PART : 0) | (sign.common ? SIGN_COMMON : 0) | (sign.words.length > 1 ? SIGN_SPACED : 0),
      );
      signText.push(sign.text);
      codes += sign.text.length;
      signStart.push(codes);
    }
  });

  const rightJson = new Uint8Array(new SharedArrayBuffer(Math.max(1, rightStart[rights.length]!)));
  json.forEach((bytes, id) => rightJson.set(bytes, rightStart[id]!));
  const signCodes = new Uint16Array(new SharedArrayBuffer(Math.max(2, codes * 2)));
  signText.forEach((text, sign) => {
    for (let i = 0; i < text.length; i += 1) signCodes[signStart[sign]! + i] = text.charCodeAt(i);
  });
  return {
    names: names.build(),
    numbers: numbers.build(),
    signRight: share32(signRight),
    signFlags: shareBytes(signFlags),
    signStart: share32(signStart),
    signCodes,
    rightStart,
    rightJson,
    coverage: [...coverage],
    latestSerials: [...latest],
    knownOn,
    longest,
    stats: { rights: rights.length, marks, signs: signRight.length, keys, marks_not_searchable: notSearchable, not_searchable_examples: unsearched },
  };
}

const share32 = (values: number[]) => {
  const array = new Uint32Array(new SharedArrayBuffer(Math.max(4, values.length * 4)));
  array.set(values);
  return array;
};
const shareBytes = (values: number[]) => {
  const array = new Uint8Array(new SharedArrayBuffer(Math.max(1, values.length)));
  array.set(values);
  return array;
};

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
