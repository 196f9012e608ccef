// What is packed as a reader of bytes. What was unpacked before a damaged place is handed on: a stream drops it with its error.
import type { Transform } from 'node:stream';
import { READER_SENTENCE, say } from '@zhijian/contract';
import { type ByteReader, ReadFault } from './input.ts';

/** Packed bytes that are handed over at once; all that they unpack to waits in memory, 1,000 times as much at most. */
const PIECE = 16 << 10;
/**
 * Times its packed size that a piece unpacks to where it is filler. Deflate gives 1,032 for one byte over and over; genuine records that are
 * the same but for their numbers gave 140.
 */
const FILLER = 500;
/** Unpacking so much again, to come nearer to a damaged place, takes some tenths of a second. */
const MOST_AGAIN = 64 << 20;

/** An unpacker that is given piece after piece. */
class Feed {
  readonly ready: Buffer[] = [];
  failure: Error | null = null;
  /** Nothing comes any more, whatever is given: what stands behind the end of what is packed is never asked for. */
  over = false;
  private readonly stream: Transform;
  private wake: () => void = () => {};

  constructor(stream: Transform) {
    this.stream = stream;
    stream.on('data', (piece: Buffer) => this.ready.push(piece));
    const over = () => {
      this.over = true;
      this.wake();
    };
    stream.on('end', over);
    stream.on('close', over);
    stream.on('error', (error: Error) => {
      this.failure ??= error;
      over();
    });
  }

  /** Settled when all that `piece` unpacks to is ready, or it is over. Null: nothing follows. */
  give(piece: Buffer | null): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
      if (this.over) resolve();
      else if (piece === null) this.stream.end();
      else this.stream.write(piece, () => resolve());
    });
  }

  destroy(): void {
    this.stream.destroy();
  }
}

/**
 * The bytes that a packed input unpacks to.
 * @param open the packed bytes from their beginning; asked again where they are damaged
 * @param create makes the unpacker, as `createGunzip` does
 * @param faultOf what its error means
 * @param longest bytes of filler in a row, as 10 GB of blanks in a file of 10 MB are; with more of it the reading ends
 */
export const unpacked = async (
  open: () => Promise<ByteReader>,
  create: () => Transform,
  faultOf: (error: Error) => ReadFault,
  longest: number,
): Promise<ByteReader> => {
  const packed = await open();
  const feed = new Feed(create());
  const { ready } = feed;
  let given = 0;
  let made = 0;
  /** Bytes of filler up to here. */
  let run = 0;
  let fault: ReadFault | null = null;
  let ended = false;

  const more = async (): Promise<void> => {
    const piece = Buffer.allocUnsafe(PIECE);
    const got = await packed.read(piece, 0);
    await feed.give(got > 0 ? piece.subarray(0, got) : null);
    ended = feed.over;
    if (feed.failure !== null) {
      if (got > 0 && made <= MOST_AGAIN) ready.push(...(await nearTo(open, create, given, piece.subarray(0, got))));
      fault = faultOf(feed.failure);
    }
    given += got;
    const bytes = ready.reduce((sum, { length }) => sum + length, 0);
    run = bytes > got * FILLER ? run + bytes : 0;
    if (run > longest) fault ??= new ReadFault('limit', say(READER_SENTENCE.unpacked_run, { limit: longest }));
  };

  return {
    async read(target, at) {
      while (ready.length === 0 && fault === null && !ended) {
        await more().catch((error: unknown) => {
          if (!(error instanceof ReadFault)) throw error;
          fault = error;
        });
      }
      const [first] = ready;
      if (first === undefined) {
        if (fault !== null) throw fault;
        return 0;
      }
      const copied = first.copy(target, at);
      made += copied;
      if (copied === first.length) ready.shift();
      else ready[0] = first.subarray(copied);
      return copied;
    },
    async close() {
      feed.destroy();
      await packed.close();
    },
  };
};

/**
 * What a damaged piece behind `given` bytes unpacks to up to the byte that does not fit: an unpacker keeps what it has when it fails, so it is
 * given ever smaller parts, each time from the beginning.
 */
const nearTo = async (open: () => Promise<ByteReader>, create: () => Transform, given: number, piece: Buffer): Promise<Buffer[]> => {
  const found: Buffer[] = [];
  let at = 0;
  for (const step of [256, 16, 1]) {
    const feed = new Feed(create());
    try {
      await giveAgain(feed, open, given, piece.subarray(0, at));
      feed.ready.length = 0;
      for (; at < piece.length; at += step) {
        await feed.give(piece.subarray(at, at + step));
        if (feed.over) break;
      }
      found.push(...feed.ready);
    } finally {
      feed.destroy();
    }
  }
  return found;
};

const giveAgain = async (feed: Feed, open: () => Promise<ByteReader>, given: number, behind: Buffer): Promise<void> => {
  const packed = await open();
  try {
    for (let left = given; left > 0; feed.ready.length = 0) {
      const piece = Buffer.allocUnsafe(Math.min(PIECE, left));
      const got = await packed.read(piece, 0);
      if (got === 0) return;
      await feed.give(piece.subarray(0, got));
      left -= got;
    }
    if (behind.length > 0) await feed.give(behind);
  } finally {
    await packed.close();
  }
};
