// What `up` says while it works, on standard error: one line that is written over on a terminal, else a plain line where the words change.
import { fill, type Label } from '@zhijian/contract';

/** `part` from 0 to 1 draws a bar; a sentence without it stays on the screen. */
export type Say = (sentence: Label, facts?: Record<string, string | number>, part?: number) => void;

const BAR = 24;
const EVERY_MS = 2000;

export const progressLine = (out: NodeJS.WriteStream): Say => {
  let open = false;
  let last = Number.NEGATIVE_INFINITY;
  return (sentence, facts = {}, part) => {
    const words = `${fill(sentence.zh, facts)} / ${fill(sentence.en, facts)}`;
    if (part === undefined) {
      out.write(`${open ? '\n' : ''}${words}\n`);
      open = false;
    } else if (out.isTTY) {
      const full = Math.round(part * BAR);
      out.write(`\r\x1b[2K${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${words}`);
      open = true;
    } else if (Date.now() - last > EVERY_MS) {
      last = Date.now();
      out.write(`${words}\n`);
    }
  };
};
