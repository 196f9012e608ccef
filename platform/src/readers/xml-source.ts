// An XML file as a stream of bytes in which `<` is `<`: byte order marks taken off, UTF-16 rewritten as UTF-8.
import { ZhijianError } from '@zhijian/contract';
import { fillFrom, type Input } from './input.ts';
import { rewrite } from './source.ts';
import type { XmlEncoding } from './xml-encoding.ts';

export interface XmlSource {
  /** Until a declaration says otherwise. */
  encoding: XmlEncoding;
  /** Bytes before the first one that `read` gives. */
  skipped: number;
  /** The bytes themselves say the encoding, whatever a declaration says. A file in UTF-16 is read as UTF-8, and its bytes are counted so. */
  marked: boolean;
  read(target: Buffer, at: number): Promise<number>;
  close(): Promise<void>;
}

const begins = (bytes: Buffer, ...expected: number[]): boolean => expected.every((byte, i) => bytes[i] === byte);

/** Opens an input. Throws ZhijianError `file_missing` or `file_unreadable`. */
export const openXml = async (input: Input): Promise<XmlSource> => {
  const reader = await input.open();
  try {
    const { bytes, fault } = await fillFrom(reader, Buffer.alloc(4));
    const order =
      begins(bytes, 0xff, 0xfe) || begins(bytes, 0x3c, 0, 0x3f, 0)
        ? 'utf-16le'
        : begins(bytes, 0xfe, 0xff) || begins(bytes, 0, 0x3c, 0, 0x3f)
          ? 'utf-16be'
          : null;
    const skipped = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff) ? 2 : begins(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
    const gb = begins(bytes, 0x84, 0x31, 0x95, 0x33);
    let rest = bytes.subarray(gb ? 4 : skipped);
    const raw: XmlSource['read'] = async (target, at) => {
      if (rest.length === 0) {
        if (fault !== null) throw fault;
        return reader.read(target, at);
      }
      const copied = rest.copy(target, at);
      rest = rest.subarray(copied);
      return copied;
    };
    return {
      encoding: gb ? 'gb18030' : 'utf-8',
      skipped: gb ? 4 : skipped,
      marked: order !== null || skipped > 0 || gb,
      read: order === null ? raw : rewrite(raw, order),
      close: () => reader.close(),
    };
  } catch (error) {
    await reader.close();
    throw error instanceof ZhijianError ? error : new ZhijianError('file_unreadable', { file: input.name, detail: (error as Error).message });
  }
};
