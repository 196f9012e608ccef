// A text that is read like a file.
import type { Input } from './input.ts';

/** @param name what messages call it */
export const textInput = (name: string, text: string): Input => {
  const bytes = Buffer.from(text);
  return {
    name,
    size: bytes.length,
    open: () => {
      let from = 0;
      return Promise.resolve({
        read: (target, at) => {
          const copied = bytes.copy(target, at, from);
          from += copied;
          return Promise.resolve(copied);
        },
        close: () => Promise.resolve(),
      });
    },
  };
};
