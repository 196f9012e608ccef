// A ZIP read by its central directory. Each member is checked before a byte of it is unpacked, and again while it is.
import { crc32, createInflateRaw } from 'node:zlib';
import { READER_SENTENCE, say } from '@zhijian/contract';
import { Entry, openPromise, type ZipFile } from 'yauzl';
import { type ByteReader, ReadFault } from './input.ts';
import { streamReader } from './streams.ts';
import { unpacked } from './unpacked.ts';
import { isNoFile, isUnsafeName, nameOf } from './zip-names.ts';

export interface Member {
  name: string;
  /** Bytes when unpacked, as the directory states it. */
  size: number;
  packed: number;
  offset: number;
  method: number;
  encrypted: boolean;
  crc: number;
  /** Why it cannot be read, known from the directory alone. */
  fault: ReadFault | null;
}

export interface Directory {
  /** The files, in the order of the directory; folders and what systems put beside the files are not among them. */
  members: Member[];
  /** Why the directory ends before its end. */
  fault: ReadFault | null;
}

const OPTIONS = { autoClose: false, decodeStrings: false, validateEntrySizes: false };

const damaged = (detail: string): ReadFault => new ReadFault('damaged', say(READER_SENTENCE.zip_damaged, { detail }));

const openZip = async (path: string): Promise<ZipFile> => {
  const zip = await openPromise(path, OPTIONS).catch((error: Error) => {
    throw damaged(error.message);
  });
  zip.on('error', () => {});
  return zip;
};

/** The files of a ZIP, at most `most` of them. Throws ReadFault for what is no whole ZIP. */
export const readDirectory = async (path: string, most: number): Promise<Directory> => {
  const zip = await openZip(path);
  const members: Member[] = [];
  const ends: { member: Member; end: number }[] = [];
  const names = new Set<string>();
  let fault: ReadFault | null = null;
  let seen = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (++seen > most) {
        fault = new ReadFault('limit', say(READER_SENTENCE.zip_files, { limit: most, found: zip.entryCount }));
        break;
      }
      const member = memberOf(entry);
      ends.push({ member, end: member.offset + 30 + entry.fileNameRaw.length + member.packed });
      if (isNoFile(member.name) && !isUnsafeName(member.name)) continue;
      member.fault ??= names.has(member.name) ? new ReadFault('unsupported', READER_SENTENCE.zip_twice) : null;
      names.add(member.name);
      members.push(member);
    }
  } catch (error) {
    fault = damaged((error as Error).message);
  } finally {
    zip.close();
  }
  markOverlaps(ends);
  return { members, fault };
};

const memberOf = (entry: Entry): Member => {
  const name = nameOf(entry);
  const { generalPurposeBitFlag: flags, compressionMethod: method } = entry;
  const unix = entry.versionMadeBy >> 8 === 3 ? (entry.externalFileAttributes >>> 16) & 0xf000 : 0;
  const refuse = (allowed: ConstructorParameters<typeof ReadFault>[1]) => new ReadFault('unsupported', allowed);
  let fault: ReadFault | null = null;
  if (isUnsafeName(name)) fault = refuse(READER_SENTENCE.zip_name);
  else if (unix === 0xa000) fault = refuse(READER_SENTENCE.zip_link);
  else if ((flags & 1) !== 0) fault = refuse(READER_SENTENCE.zip_encrypted);
  else if (method !== 0 && method !== 8) fault = refuse(say(READER_SENTENCE.zip_method, { method }));
  const { uncompressedSize: size, compressedSize: packed, relativeOffsetOfLocalHeader: offset, crc32: crc } = entry;
  return { name, size, packed, offset, method, encrypted: (flags & 1) !== 0, crc, fault };
};

/** Bytes that belong to two members are how a small ZIP unpacks to petabytes (D. Fifield 2019): none of those concerned is read. */
const markOverlaps = (ends: { member: Member; end: number }[]): void => {
  ends.sort((a, b) => a.member.offset - b.member.offset);
  let last: (typeof ends)[number] | null = null;
  for (const one of ends) {
    if (last !== null && one.member.offset < last.end) {
      for (const { member } of [last, one]) member.fault ??= new ReadFault('damaged', READER_SENTENCE.zip_overlap);
    }
    if (last === null || one.end > last.end) last = one;
  }
};

/** With the 16 KiB that are usual a quarter of the time goes into handing pieces on. */
const CHUNK = 64 << 10;

/** A member from its beginning. Its reader throws ReadFault where its bytes are not those that the directory states. */
export const openMember = async (path: string, member: Member, longest: number): Promise<ByteReader> => {
  if (member.fault !== null) throw member.fault;
  const faultOf = (error: Error) => damaged(error.message);
  const stored = () => openStored(path, member, faultOf);
  const inner = await (member.method === 8 ? unpacked(stored, () => createInflateRaw({ chunkSize: CHUNK }), faultOf, longest) : stored());
  let length = 0;
  let sum = 0;
  return {
    async read(target, at) {
      if (at === target.length) return 0;
      // What was stated is handed on, and only what is over it is not.
      const got = length > member.size ? 0 : await inner.read(target, at);
      const kept = Math.min(got, member.size - length);
      if (got > kept) length = member.size + 1;
      else length += got;
      if (kept > 0) {
        sum = crc32(target.subarray(at, at + kept), sum);
        return kept;
      }
      if (length !== member.size) {
        const found = length > member.size ? `> ${member.size}` : length;
        throw new ReadFault('damaged', say(READER_SENTENCE.zip_size, { stated: member.size, found }));
      }
      if (sum !== member.crc) throw new ReadFault('damaged', READER_SENTENCE.zip_sum);
      return 0;
    },
    close: () => inner.close(),
  };
};

/** Its bytes as they stand in the file. */
const openStored = async (path: string, member: Member, faultOf: (error: Error) => ReadFault): Promise<ByteReader> => {
  const zip = await openZip(path);
  const raw = await zip.openReadStreamPromise(entryOf(member), { decodeFileData: false }).catch((error: Error) => {
    zip.close();
    throw faultOf(error);
  });
  const { read, close } = streamReader(raw, faultOf);
  return {
    read,
    async close() {
      await close();
      zip.close();
    },
  };
};

const entryOf = ({ size, packed, offset, method, encrypted, crc }: Member): Entry =>
  Object.assign(new Entry(), {
    uncompressedSize: size,
    compressedSize: packed,
    relativeOffsetOfLocalHeader: offset,
    compressionMethod: method,
    generalPurposeBitFlag: encrypted ? 1 : 0,
    crc32: crc,
  });
