// A file of lines, written with back pressure.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

export class LineFile {
  readonly #stream: ReturnType<typeof createWriteStream>;
  #failure: Error | null = null;
  count = 0;

  constructor(file: string) {
    this.#stream = createWriteStream(file, { highWaterMark: 1 << 20 });
    this.#stream.on('error', (error) => {
      this.#failure = error;
    });
  }

  async write(line: string): Promise<void> {
    if (this.#failure) throw this.#failure;
    this.count += 1;
    if (!this.#stream.write(`${line}\n`)) await Promise.race([once(this.#stream, 'drain'), once(this.#stream, 'close')]);
  }

  async end(): Promise<void> {
    await new Promise<void>((resolve) => this.#stream.end(() => resolve()));
    if (this.#failure) throw this.#failure;
  }
}
