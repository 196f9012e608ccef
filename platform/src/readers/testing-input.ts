// For tests: bytes as a file.
import type { Input } from './input.ts';

/** Gives at most `piece` bytes at a time. */
export const bytesInput = (content: Buffer | string, name: string, piece = Number.POSITIVE_INFINITY): Input => {
  const bytes = Buffer.from(content as string);
  return {
    name,
    size: bytes.length,
    open: async () => {
      let position = 0;
      return {
        read: async (target, at) => {
          const copied = bytes.copy(target, at, position, Math.min(position + piece, bytes.length));
          position += copied;
          return copied;
        },
        close: async () => {},
      };
    },
  };
};
