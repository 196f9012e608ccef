// Damaged records of each sample: they cost themselves at most, never the whole ones before and behind them.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numbers } from '../../readers/testing-damage.ts';
import { bytesInput } from '../../readers/testing-input.ts';
import { readUsptoTrademarks } from './read.ts';

const SAMPLES = new URL('../samples/uspto-trademarks/', import.meta.url);
const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.xml'));
const MUTATIONS = 200;

const INSERTS = [
  '<',
  '>',
  '&',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&x;',
  '&#0;',
  '\0',
  '\xff\xfe',
  '</case-file>',
  '<case-file',
  '<?',
  '"',
  '</',
  '<case-file>',
];

const mutated = (bytes: Buffer, next: (below: number) => number): Buffer => {
  const at = next(bytes.length);
  const length = 1 + next(next(4) === 0 ? 2000 : 20);
  switch (next(6)) {
    case 0: {
      const copy = Buffer.from(bytes);
      copy[at] = next(256);
      return copy;
    }
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 3:
      return bytes.subarray(0, at);
    case 4:
      return bytes.subarray(at);
    default:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(INSERTS[next(INSERTS.length)]!, 'latin1'), bytes.subarray(at)]);
  }
};

const neighbour = (serial: number) => Buffer.from(`<case-file><serial-number>${serial}</serial-number></case-file>\n`);

test.each(names)(
  '%s',
  async (name) => {
    const bytes = readFileSync(new URL(name, SAMPLES));
    const next = numbers(names.indexOf(name) + 1);
    for (let i = 0; i < MUTATIONS; i++) {
      const damaged = mutated(bytes, next);
      const started = performance.now();
      const numbers: string[] = [];
      const file = Buffer.concat([neighbour(10000001), damaged, Buffer.from('\n'), neighbour(10000002), neighbour(10000003)]);
      for await (const batch of readUsptoTrademarks(
        bytesInput(file, 'fuzz.xml'),
        () => {},
        () => {},
      )) {
        numbers.push(...batch.map(({ rows }) => rows[0]!.number));
      }
      expect(performance.now() - started).toBeLessThan(5000);
      // An end cut off before the next record takes nothing of it; an opened comment may be closed by nothing in it either.
      for (const serial of ['10000001', '10000002', '10000003']) expect(numbers, `mutation ${i}`).toContain(serial);
    }
  },
  60_000,
);
