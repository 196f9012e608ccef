// Progress on stderr: one moving line on a terminal, plain lines elsewhere.
import { CLI_PROGRESS, type Label, say } from '@zhijian/contract';

const EVERY_MS = 500;
const EVERY_MS_PLAIN = 10_000;

export class Progress {
  #last = 0;
  #moving = false;
  readonly #started = performance.now();

  stage(name: 'register' | 'index'): void {
    this.#line(CLI_PROGRESS[name]);
  }

  offers(count: number): void {
    const now = performance.now();
    if (now - this.#last < (process.stderr.isTTY ? EVERY_MS : EVERY_MS_PLAIN)) return;
    this.#last = now;
    const rate = Math.round((count / (now - this.#started)) * 1000);
    const text = both(say(CLI_PROGRESS.offers, { count, rate }));
    if (!process.stderr.isTTY) process.stderr.write(`${text}\n`);
    else {
      process.stderr.write(`\r\u001b[2K${text}`);
      this.#moving = true;
    }
  }

  warn(warning: Label): void {
    this.#line(warning);
  }

  done(counts: { leads: number; screened: number; held: number }, setAside: number, out: string): void {
    this.#line(say(CLI_PROGRESS.done, { ...counts, set_aside: setAside, out }));
  }

  #line(label: Label): void {
    process.stderr.write(`${this.#moving ? '\r\u001b[2K' : ''}${both(label)}\n`);
    this.#moving = false;
  }
}

const both = ({ zh, en }: Label): string => `${zh} / ${en}`;
