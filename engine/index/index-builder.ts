// The index of rights, built right by right: what was added needs no more memory than its part of the index.
import type { Coverage, Day, Right, RightKind } from '@zhijian/contract';
import { type Buckets, BucketBuilder } from './buckets.ts';
import { hanKeys, hashText, KEY, latinKeys, latinSkeleton, takesNear } from './keys.ts';
import { signsOf } from './signs.ts';

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

export const serialKey = (kind: RightKind, year: number) => `${kind}:${year}`;
const PATENT_NUMBER = /^(\d{4}|\d{2})\d(\d{5}|\d{7})\.[0-9X]$/;

/** Address space for the texts of all rights; memory is taken as it fills. A million rights of a table take 0.8 GB. */
const MOST_BYTES = 2 ** 33;
const GROWTH = 1 << 24;
const EXAMPLES = 20;

/** Takes folded rights (engine/rights `foldRights`, licences attached) one by one. Linear in the length of all names. */
export class IndexBuilder {
  #names = new BucketBuilder();
  #numbers = new BucketBuilder();
  #signRight: number[] = [];
  #signFlags: number[] = [];
  #signStart: number[] = [0];
  #signText: string[] = [];
  #json = new SharedArrayBuffer(1, { maxByteLength: MOST_BYTES });
  #bytes = new Uint8Array(this.#json);
  #rightStart: number[] = [0];
  #latest = new Map<string, number>();
  #knownOn: Day | null = null;
  #marks = 0;
  #notSearchable = 0;
  #unsearched: string[] = [];
  #keys = 0;
  #codes = 0;
  #longest = { han: 0, latin: 0, words: 0 };

  /** Throws RangeError where the texts of all rights exceed 8 GB. */
  add(right: Right): void {
    const id = this.#rightStart.length - 1;
    this.#keep(Buffer.from(JSON.stringify(right)));
    this.#numbers.add(hashText(right.number, KEY.number), id);
    for (const { known_on } of right.events) if (known_on !== null && (this.#knownOn === null || known_on > this.#knownOn)) this.#knownOn = known_on;
    if (right.kind === 'trademark') this.#addMark(right, id);
    else this.#addSerial(right);
  }

  #keep(bytes: Buffer): void {
    const from = this.#rightStart.at(-1)!;
    const to = from + bytes.length;
    if (to > this.#json.byteLength) this.#json.grow(to + Math.min(GROWTH, MOST_BYTES - to));
    // Follows the buffer as it grows.
    this.#bytes.set(bytes, from);
    this.#rightStart.push(to);
  }

  #addSerial({ kind, number }: Right): void {
    const patent = PATENT_NUMBER.exec(number);
    if (patent === null) return;
    const year = patent[1]!.length === 4 ? Number(patent[1]) : Number(patent[1]) + (Number(patent[1]) < 80 ? 2000 : 1900);
    const key = serialKey(kind, year);
    this.#latest.set(key, Math.max(this.#latest.get(key) ?? -1, Number(patent[2])));
  }

  #addMark(right: Right, id: number): void {
    this.#marks += 1;
    const signs = right.name === null ? [] : signsOf(right.name);
    if (signs.length === 0) {
      this.#notSearchable += 1;
      if (this.#unsearched.length < EXAMPLES) this.#unsearched.push(`${right.number} ${right.name ?? ''}`.trim());
    }
    const longest = this.#longest;
    for (const sign of signs) {
      const entry = this.#signRight.length;
      const script = sign.han ? 'han' : 'latin';
      longest[script] = Math.max(longest[script], sign.text.length);
      longest.words = Math.max(longest.words, sign.words.length);
      const seen = new Set<number>();
      const add = (key: number) => {
        if (seen.has(key)) return;
        seen.add(key);
        this.#names.add(key, entry);
        this.#keys += 1;
      };
      if (sign.han) hanKeys(sign.text, add);
      else latinKeys(sign.text, latinSkeleton(sign.text), takesNear(sign.text), sign.words, add);
      this.#signRight.push(id);
      this.#signFlags.push(
        (sign.han ? SIGN_HAN : 0) | (sign.part ? SIGN_PART : 0) | (sign.common ? SIGN_COMMON : 0) | (sign.words.length > 1 ? SIGN_SPACED : 0),
      );
      this.#signText.push(sign.text);
      this.#codes += sign.text.length;
      this.#signStart.push(this.#codes);
    }
  }

  /** The index over what was added; nothing can be added any more. */
  build(coverage: readonly Coverage[]): IndexData {
    const rights = this.#rightStart.length - 1;
    const signCodes = new Uint16Array(new SharedArrayBuffer(Math.max(2, this.#codes * 2)));
    this.#signText.forEach((text, sign) => {
      for (let i = 0; i < text.length; i += 1) signCodes[this.#signStart[sign]! + i] = text.charCodeAt(i);
    });
    const signs = this.#signRight.length;
    return {
      names: this.#names.build(),
      numbers: this.#numbers.build(),
      signRight: share(this.#signRight, Uint32Array),
      signFlags: share(this.#signFlags, Uint8Array),
      signStart: share(this.#signStart, Uint32Array),
      signCodes,
      rightStart: share(this.#rightStart, Float64Array),
      rightJson: new Uint8Array(this.#json, 0, Math.max(1, this.#rightStart.at(-1)!)),
      coverage: [...coverage],
      latestSerials: [...this.#latest],
      knownOn: this.#knownOn,
      longest: this.#longest,
      stats: {
        rights,
        marks: this.#marks,
        signs,
        keys: this.#keys,
        marks_not_searchable: this.#notSearchable,
        not_searchable_examples: this.#unsearched,
      },
    };
  }
}

/** The index over rights that are all in memory. */
export function buildIndex(rights: readonly Right[], coverage: readonly Coverage[]): IndexData {
  const builder = new IndexBuilder();
  for (const right of rights) builder.add(right);
  return builder.build(coverage);
}

type Flat = Uint32Array | Uint8Array | Float64Array;
const share = <T extends Flat>(values: readonly number[], Kind: { new (buffer: SharedArrayBuffer): T; BYTES_PER_ELEMENT: number }): T => {
  const array = new Kind(new SharedArrayBuffer(Kind.BYTES_PER_ELEMENT * Math.max(1, values.length)));
  array.set(values);
  return array;
};
