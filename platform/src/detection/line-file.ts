// A file of lines, written with back pressure.
import { createWriteStream } from 'node:fs';
import { ZhijianError } from '@zhijian/contract';

export class LineFile {
  readonly #stream: ReturnType<typeof createWriteStream>;
  #failure: ZhijianError | null = null;
  /** One for all who wait: a listener for each would grow with the lines. */
  #full: { promise: Promise<void>; resolve: () => void } | null = null;
  count = 0;

  constructor(file: string) {
    this.#stream = createWriteStream(file, { highWaterMark: 1 << 20 });
    const go = () => {
      this.#full?.resolve();
      this.#full = null;
    };
    this.#stream.on('drain', go);
    this.#stream.on('error', ({ message }) => {
      this.#failure = new ZhijianError('out_not_writable', { dir: file, detail: message });
      go();
    });
  }

  /** @throws ZhijianError `out_not_writable` where the disk refused this line or one before it */
  async write(line: string): Promise<void> {
    if (this.#failure) throw this.#failure;
    this.count += 1;
    if (this.#stream.write(`${line}\n`)) return;
    this.#full ??= Promise.withResolvers<void>();
    await this.#full.promise;
    if (this.#failure) throw this.#failure;
  }

  async end(): Promise<void> {
    await new Promise<void>((resolve) => this.#stream.end(() => resolve()));
    if (this.#failure) throw this.#failure;
  }
}
