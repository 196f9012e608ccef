// A stream of Node as a reader of bytes.
import type { Readable } from 'node:stream';
import type { ByteReader, ReadFault } from './input.ts';

/** @param faultOf what an error of the stream means; the stream is only ever one that unpacks */
export const streamReader = (stream: Readable, faultOf: (error: Error) => ReadFault): ByteReader => {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  let ended = false;
  return {
    async read(target, at) {
      while (rest.length === 0 && !ended) {
        const next = await pieces.next().catch((error: Error) => {
          ended = true;
          throw faultOf(error);
        });
        if (next.done) ended = true;
        else rest = next.value;
      }
      const copied = rest.copy(target, at);
      rest = rest.subarray(copied);
      return copied;
    },
    async close() {
      stream.on('error', () => {});
      stream.destroy();
    },
  };
};
