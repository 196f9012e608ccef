// A file that is damaged, with where its records stand and what stays of it when one of them is gone.
import type { ImportKind } from '@zhijian/contract';

export const GROUPS = ['trademarks', 'patents', 'epo', 'tables', 'offers', 'containers'] as const;
export type Group = (typeof GROUPS)[number];

export interface Sample {
  group: Group;
  name: string;
  kind: ImportKind;
  bytes: Buffer;
  /** Where the records stand that are damaged one at a time; none where the file is one object. */
  records: readonly (readonly [from: number, to: number])[];
  /** Other parts of the file are found by their offsets: bytes of a record are changed where they stand. */
  inPlace: boolean;
  /** The file as it would be read with the k-th record gone, and with it whatever may go with it. */
  without(k: number): Buffer;
}

/** A file of records one after the other. `only`: which of them are damaged; all where not given. */
export const joined = (
  of: Pick<Sample, 'group' | 'name' | 'kind'>,
  head: Buffer,
  records: readonly Buffer[],
  separator: Buffer = Buffer.from('\n'),
  tail: Buffer = Buffer.alloc(0),
  only: readonly number[] = records.map((_, i) => i),
): Sample => {
  const ends: (readonly [number, number])[] = [];
  let at = head.length;
  for (const record of records) {
    ends.push([at, at + record.length]);
    at += record.length + separator.length;
  }
  const file = (list: readonly Buffer[]) => Buffer.concat([head, ...list.flatMap((record) => [record, separator]), tail]);
  return {
    ...of,
    bytes: file(records),
    records: only.map((k) => ends[k]!),
    inPlace: false,
    without: (k) => file(records.filter((_, i) => i !== only[k])),
  };
};

/** A file of one object. */
export const single = (of: Pick<Sample, 'group' | 'name' | 'kind'>, bytes: Buffer): Sample => ({
  ...of,
  bytes,
  records: [],
  inPlace: false,
  without: () => Buffer.alloc(0),
});
