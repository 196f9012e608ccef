// ZIPs made by hand, right ones and wrong ones, for the tests.
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  name: string | Buffer;
  data: Buffer | string;
  stored?: boolean;
  method?: number;
  flags?: number;
  /** What the directory states instead of the truth. */
  size?: number;
  crc?: number;
  /** Offset of another part's local header instead of its own. */
  at?: number;
  /** Upper 16 bits of the attributes of Unix. */
  mode?: number;
}

export const zipOf = (parts: readonly Part[]): Buffer => {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name as string);
    const data = Buffer.from(part.data as string);
    const packed = part.stored ? data : deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? (typeof part.name === 'string' ? 0x800 : 0), 2);
    fields.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 4);
    fields.writeUInt32LE(part.crc ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.size ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    pieces.push(Buffer.from([0x50, 0x4b, 3, 4]), fields, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((((part.mode ?? 0o100644) << 16) | 0) >>> 0, 6);
    tail.writeUInt32LE(part.at ?? offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), fields, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length & 0xffff, 8);
  end.writeUInt16LE(parts.length & 0xffff, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, central, end]);
};
