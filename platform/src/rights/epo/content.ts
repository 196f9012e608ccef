// The beginning of a file, to tell what it is, and a whole small one.
import { headOf as bytesOfHead, type Input } from '../../readers/index.ts';

const HEAD = 64 << 10;

const bytesOf = async (input: Input, most: number): Promise<Buffer> => {
  const reader = await input.open();
  try {
    const parts: Buffer[] = [];
    let length = 0;
    while (length < most) {
      const part = Buffer.alloc(Math.min(most - length, 1 << 20));
      const got = await reader.read(part, 0);
      if (got === 0) break;
      parts.push(part.subarray(0, got));
      length += got;
    }
    return Buffer.concat(parts);
  } finally {
    await reader.close();
  }
};

/** The first 64 KiB as text, without its mark; of another encoding than UTF-8 or UTF-16 only the ASCII characters are right. */
export const headOf = async (input: Input): Promise<string> => {
  const bytes = await bytesOfHead(input, HEAD);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
};

/** The whole file as UTF-8 text without its mark; or why not. */
export const wholeOf = async (input: Input, most: number): Promise<string | { fault: 'too_long' | 'encoding' }> => {
  const bytes = await bytesOf(input, most + 1);
  if (bytes.length > most) return { fault: 'too_long' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: 'encoding' };
  }
};
