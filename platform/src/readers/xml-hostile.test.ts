// XML that is made to harm: it must cost neither memory nor time, and nothing outside the file is touched.
import { expect, test } from 'vitest';
import type { Input } from './input.ts';
import { readXmlRecords } from './xml.ts';
import { textOf } from './xml-element.ts';

/** A file of `repeat` times the same bytes between a beginning and an end, never in memory as a whole. */
const streamOf = (begin: string, fill: string, size: number, end: string): Input => ({
  name: 'hostile.xml',
  size: null,
  open: async () => {
    // Whole pieces only: the next read goes on at the beginning.
    const filling = Buffer.from(fill.repeat(Math.floor((1 << 16) / fill.length)));
    const parts = [
      { bytes: Buffer.from(begin), left: Buffer.byteLength(begin) },
      { bytes: filling, left: size },
      { bytes: Buffer.from(end), left: Buffer.byteLength(end) },
    ];
    return {
      read: async (target, at) => {
        const part = parts.find(({ left }) => left > 0);
        if (part === undefined) return 0;
        const from = part.bytes === filling ? 0 : part.bytes.length - part.left;
        const copied = part.bytes.copy(target, at, from, Math.min(part.bytes.length, from + part.left));
        part.left -= copied;
        return copied;
      },
      close: async () => {},
    };
  },
});

const read = async (input: Input) => {
  const texts: (string | null)[] = [];
  const codes: string[] = [];
  const started = performance.now();
  let peak = 0;
  for await (const { records, rejected } of readXmlRecords(input, { records: ['r'] })) {
    texts.push(...records.map(({ element }) => textOf(element)));
    codes.push(...rejected.map(({ code }) => code));
    peak = Math.max(peak, process.memoryUsage().arrayBuffers);
  }
  return { texts, codes, seconds: (performance.now() - started) / 1000, peak };
};
const small = (xml: string) => read(streamOf(xml, ' ', 0, ''));

test('billion laughs, external DTD, parameter entities, file and network entities: set aside by name, nothing expanded', async () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const xml =
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><x><r>a</r><r>&l9;</r><r>b</r></x>` +
    '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/evil.dtd" [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;' +
    '<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY n SYSTEM "http://127.0.0.1:9/n">]><x><r>&f;</r><r a="&n;"/><r>c</r></x>';
  const { texts, codes } = await small(xml);
  expect(texts).toEqual(['a', 'b', 'c']);
  expect(codes).toEqual(['entity', 'entity', 'entity']);
});

test('gigabytes of spaces, outside a record and in one: gone by without being kept', async () => {
  const outside = await read(streamOf('<x>', ' ', 2 ** 31, '<r>a</r></x>'));
  expect(outside).toMatchObject({ texts: ['a'], codes: [] });
  const inside = await read(streamOf('<x><r>', ' ', 10 * 2 ** 30, '</r><r>a</r></x>'));
  expect(inside).toMatchObject({ texts: ['a'], codes: ['too_long'] });
  expect(Math.max(outside.peak, inside.peak)).toBeLessThan(256e6);
}, 60_000);

// Each of these once would have been looked through again from every beginning.
test.each([
  ['comments', '<!--'],
  ['CDATA', '<![CDATA['],
  ['instructions', '<?a '],
  ['document types', '<!DOCTYPE a ['],
  ['tags', '<a '],
  ['brackets', '<'],
  ['end tags', '</r '],
])(
  'millions of %s that never end, outside a record and in one',
  async (_, piece) => {
    const size = Math.floor((1 << 20) / piece.length) * piece.length;
    const outside = await read(streamOf('<x>', piece, size, '--><r>a</r></x>'));
    expect(outside.seconds).toBeLessThan(30);
    const inside = await read(streamOf('<x><r>', piece, size, '</r><r>a</r></x>'));
    expect(inside.seconds).toBeLessThan(30);
    expect(inside.texts.at(-1)).toBe('a');
  },
  120_000,
);

test('depth and number of tags: set aside with the number', async () => {
  const { texts, codes } = await small(`<x><r>${'<a>'.repeat(100_000)}</r><r>a</r></x>`);
  expect(texts).toEqual(['a']);
  expect(codes).toEqual(['xml']);
  const many = await read(streamOf('<x><r>', '<a/>', 4 << 20, '</r><r>a</r></x>'));
  expect(many).toMatchObject({ texts: ['a'], codes: ['xml'] });
}, 60_000);
