// A page as a whole, in the characters that it was written in.
import { READER_SENTENCE, say } from '@zhijian/contract';
import { fillFrom, type Input, ReadFault } from './input.ts';

/** Labels of the encoding standard that a page may name; what it names wrongly is told by its bytes. */
const CHARSET = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,30})/i;
const HEAD = 8 << 10;

const decoderOf = (label: string): InstanceType<typeof TextDecoder> | null => {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a page of at most `limit` bytes: by its byte order mark, else UTF-8 where it is that, else by the charset that its head names,
 * else GB18030. A byte that does not fit becomes U+FFFD. Throws ReadFault over the limit, and where what is packed cannot be unpacked.
 */
export const readPage = async (input: Input, limit: number): Promise<string> => {
  const reader = await input.open();
  try {
    const size = input.size === null ? limit + 1 : Math.min(input.size + 1, limit + 1);
    const { bytes, fault } = await fillFrom(reader, Buffer.allocUnsafe(size));
    if (fault !== null) throw fault;
    if (bytes.length > limit) throw new ReadFault('limit', say(READER_SENTENCE.file_bytes, { limit, found: input.size ?? `> ${limit}` }));
    return pageText(bytes);
  } finally {
    await reader.close();
  }
};

const pageText = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return utf8.decode(bytes);
  } catch {
    const named = CHARSET.exec(bytes.toString('latin1', 0, HEAD))?.[1]?.toLowerCase();
    // One broken byte does not make a page of UTF-8 another's.
    const label = named === undefined || /^utf-?16/.test(named) ? 'gb18030' : named;
    return (decoderOf(label) ?? new TextDecoder('gb18030')).decode(bytes);
  }
};
