import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { fileInput, type ReadOptions, readRows } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = async (content: string | Buffer, options?: ReadOptions) => {
  const file = join(folder, 'table');
  writeFileSync(file, content);
  const seen = {
    rows: [] as [number, string[]][],
    rejected: [] as [number, string, string][],
    facts: [] as [string, string][],
    format: '',
    encoding: '',
  };
  for await (const batch of readRows(await fileInput(file), options)) {
    Object.assign(seen, { format: batch.format, encoding: batch.encoding, facts: batch.facts.map(({ name, value }) => [name, value]) });
    for (const { line, cells } of batch.rows) seen.rows.push([line, Object.values(cells)]);
    for (const { line, code, given } of batch.rejected) seen.rejected.push([line, code, given]);
  }
  return seen;
};

describe('the form comes from the content', () => {
  test.each([
    ['csv', 'a,b\n1,2\n'],
    ['csv', 'a;b\r\n1;2\r\n'],
    ['tsv', 'a\tb\n1\t2\n'],
    ['csv', '\uFEFFa,b\n1,2'],
    ['csv', 'a,b\r1,2\r'],
    ['jsonl', '{"a":1,"b":2}\n'],
    ['jsonl', '\n  {"a":1,"b":"2"}'],
    ['csv', '"a","b"\n"1","2"\n'],
  ])('%s of %j', async (format, content) => {
    const seen = await read(content);
    expect(seen.format).toBe(format);
    expect(seen.rows.map(([, cells]) => cells)).toEqual([['1', '2']]);
    expect(seen.rejected).toEqual([]);
  });

  test('facts stand before the headings, also as a spreadsheet leaves them', async () => {
    const facts = [
      ['covers', 'CN:utility_model:2010-2026'],
      ['covers', 'CN:design:2015-2026'],
      ['known_on', '2026-11-01'],
    ];
    const table = await read('# covers: CN:utility_model:2010-2026\n"# covers：CN:design:2015-2026",,\n# a remark\n#known_on=2026-11-01\na,b\n1,2\n');
    expect(table.facts).toEqual(facts);
    expect(table.rows).toEqual([[6, ['1', '2']]]);
    const lines = await read('{"covers":["CN:utility_model:2010-2026","CN:design:2015-2026"],"known_on":"2026-11-01"}\n{"a":1}\n');
    expect(lines.facts).toEqual(facts);
    expect(lines.rows).toEqual([[2, ['1']]]);
  });
});

describe('quotes', () => {
  test('a quoted cell holds delimiters, quotes and line breaks; lines are the physical ones', async () => {
    const { rows, rejected } = await read('a,b,c\n1,"x, ""y""\nz",3\n4,"",6\r\n7,8,9');
    expect(rows).toEqual([
      [2, ['1', 'x, "y"\nz', '3']],
      [4, ['4', '', '6']],
      [5, ['7', '8', '9']],
    ]);
    expect(rejected).toEqual([]);
  });

  test('a quote that never closes costs no row behind it', async () => {
    const behind = Array.from({ length: 5000 }, (_, i) => `${i},"ok ""${i}""",z`).join('\n');
    const { rows, rejected } = await read(`a,b,c\n1,2,3\n4,"bad,6\n${behind}\n`);
    expect(rows).toHaveLength(5002);
    expect(rows[1]).toEqual([3, ['4', '"bad', '6']]);
    expect(rows.at(-1)).toEqual([5003, ['4999', 'ok "4999"', 'z']]);
    expect(rejected).toEqual([]);
  });

  test('inch marks and words in quotes stay text', async () => {
    const { rows } = await read('a,b,c\n1,"5" screen, black",3\n4,24" TV,6\n7,"Foo" bar,9\n');
    expect(rows.map(([, cells]) => cells[1])).toEqual(['5" screen, black', '24" TV', '"Foo" bar']);
  });

  test('lines that may be one record or several are set aside together, with both ends named', async () => {
    const { rows, rejected } = await read('a,b,c\n1,"x,3\n2,y",4\n5,6,7\n');
    expect(rows).toEqual([[4, ['5', '6', '7']]]);
    expect(rejected.map(([line, code]) => [line, code])).toEqual([[2, 'quote']]);
  });

  test('broken quotes that fit no reading are set aside alone', async () => {
    const { rows, rejected } = await read('a,b,c\n1,"x" y "z\n4,5,6\n');
    expect(rows).toEqual([[3, ['4', '5', '6']]]);
    expect(rejected).toEqual([[2, 'quote', '1,"x" y "z']]);
  });
});

describe('what cannot be read is set aside with its place', () => {
  test.each([
    ['nothing', '', [[1, 'empty']]],
    ['blank lines', '\n \n\n', [[1, 'empty']]],
    ['only facts', '# covers: CN:design:2010-2026\n', [[1, 'empty']]],
    ['headings only', 'a,b\n', []],
    [
      'rows of other lengths',
      'a,b\n1\n2,3\n4,5,6\n7,8,,\n,,\n',
      [
        [2, 'column_count'],
        [4, 'column_count'],
      ],
    ],
    ['a cut last row', 'a,b,c\n1,2,3\n4,5', [[3, 'truncated']]],
    ['a cut quoted cell', 'a,b,c\n1,2,3\n4,5,"a text\nthat goes', [[3, 'truncated']]],
    ['a cut object', '{"a":1}\n{"a":', [[2, 'truncated']]],
    [
      'no object',
      '{"a":1}\nnull\n[1]\n"x"\n{"a":2}\n',
      [
        [2, 'json'],
        [3, 'json'],
        [4, 'json'],
      ],
    ],
    ['a workbook', Buffer.from('504b0304140000', 'hex'), [[1, 'encoding']]],
    ['UTF-16 without a mark', Buffer.from('a,b\n1,2\n', 'utf16le'), [[1, 'encoding']]],
  ])('%s', async (_, content, expected) => {
    expect((await read(content as string | Buffer)).rejected.map(([line, code]) => [line, code])).toEqual(expected);
  });

  test('a record over the limit, in one line or many; what stands before and after it is kept', async () => {
    const long = 'x'.repeat(3000);
    const many = `"${'y\n'.repeat(1500)}`;
    const { rows, rejected } = await read(`a,b\n1,2\n${long},3\n4,5\n${many}\n6,7\n`, { maxRecordBytes: 1000 });
    expect(rows).toEqual([
      [2, ['1', '2']],
      [4, ['4', '5']],
      [1506, ['6', '7']],
    ]);
    expect(rejected[0]).toEqual([3, 'too_long', `${'x'.repeat(60)}…`]);
    expect(rejected.slice(1).map(([line, code]) => [line, code])).toEqual([[5, 'too_long']]);
    const lines = await read(`{"a":1}\n{"a":"${long}"}\n{"a":2}\n`, { maxRecordBytes: 1000 });
    expect(lines.rows.map(([line]) => line)).toEqual([1, 3]);
    expect(lines.rejected.map(([line, code]) => [line, code])).toEqual([[2, 'too_long']]);
  });

  test('a quoted record over the limit is one reject that names its lines, whether its quotes close or a row follows', async () => {
    const file = join(folder, 'long');
    const rejects = async (content: string) => {
      writeFileSync(file, content);
      const rows: number[] = [];
      const seen: [number, string, string][] = [];
      for await (const batch of readRows(await fileInput(file), { maxRecordBytes: 1000 })) {
        rows.push(...batch.rows.map(({ line }) => line));
        seen.push(...batch.rejected.map(({ line, code, allowed }): [number, string, string] => [line, code, allowed.en]));
      }
      return { rows, seen };
    };
    const text = 'some, words ""quoted""\n'.repeat(200);
    const closed = await rejects(`a,b,c\n1,2,3\n4,"${text}",5\n6,7,8\n`);
    expect(closed.rows).toEqual([2, 204]);
    expect(closed.seen).toEqual([[3, 'too_long', `a record of at most 1000 bytes, this one has ${3 + text.length + 3 + 1}; lines 3 to 203`]]);
    // Never closed, and rows behind it: they are not lost.
    const open = await rejects(`a,b,c\n1,2,3\n4,"${'words\n'.repeat(200)}6,7,8\n9,10,11\n`);
    expect(open.rows).toEqual([2, 203, 204]);
    expect(open.seen.map(([line, code]) => [line, code])).toEqual([[3, 'too_long']]);
    // A stray quote in a row that is whole, with thousands of rows behind it and no other quote.
    const stray = await rejects(`a,b,c\n1,"2,3\n${'4,5,6\n'.repeat(1000)}`);
    expect([stray.rows.length, stray.seen]).toEqual([1001, []]);
    const ends = await rejects(`a,b,c\n1,2,3\n4,"${'words\n'.repeat(400)}`);
    expect(ends.rows).toEqual([2]);
    expect(ends.seen.map(([line, code]) => [line, code])).toEqual([[3, 'too_long']]);
    // A line inside the quotes that is itself over the limit.
    const inside = await rejects(`a,b,c\n4,"x\n${'y'.repeat(5000)}\nz",5\n6,7,8\n`);
    expect(inside.rows).toEqual([5]);
    expect(inside.seen.map(([line, code]) => [line, code])).toEqual([[2, 'too_long']]);
  });

  test('whatever is wrong with the first object, the ones behind it are read', async () => {
    const rest = '{"a":1}\n{"a":2}\n';
    const seen = async (first: string | Buffer) => {
      const { rows, rejected, format } = await read(Buffer.concat([Buffer.from(first), Buffer.from(`\n${rest}`)]), { maxRecordBytes: 1000 });
      expect(format).toBe('jsonl');
      expect(rows.map(([line]) => line)).toEqual([2, 3]);
      return rejected.map(([line, code]) => [line, code]);
    };
    expect(await seen(Buffer.from('{"a":"\xff\xff"}', 'latin1'))).toEqual([[1, 'encoding']]);
    expect(await seen(`{"a":"${'x'.repeat(3_000_000)}"}`)).toEqual([[1, 'too_long']]);
    expect(await seen(`{"a":"${'x'.repeat(1500)}"}`)).toEqual([[1, 'too_long']]);
    expect(await seen('{"a":')).toEqual([[1, 'json']]);
  });

  test('a remark before the headings that cannot be read costs no row', async () => {
    const { rows, rejected } = await read(
      Buffer.concat([Buffer.from('# caf\xe9\n', 'latin1'), Buffer.from(`# ${'x'.repeat(3_000_000)}\na,b\n1,2\n`)]),
      { maxRecordBytes: 1000 },
    );
    expect(rows).toEqual([[4, ['1', '2']]]);
    expect(rejected.map(([line, code]) => [line, code])).toEqual([
      [1, 'encoding'],
      [2, 'too_long'],
    ]);
  });

  test('double headings, empty headings and one named __proto__ keep their cells', async () => {
    const file = join(folder, 'odd');
    writeFileSync(file, 'a,a,,__proto__\n1,2,3,4\n');
    for await (const { rows } of readRows(await fileInput(file))) {
      for (const { cells } of rows)
        expect(Object.entries(cells)).toEqual([
          ['a', '1'],
          ['a (2)', '2'],
          ['#3', '3'],
          ['__proto__', '4'],
        ]);
    }
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

test('text stays text: formulas, HTML, NUL, lone surrogates', async () => {
  const { rows } = await read('{"a":"=HYPERLINK(\\"x\\")","b":"<b onclick=1>","c":"\\u0000","d":"\\ud800"}\n');
  expect(rows[0]?.[1]).toEqual(['=HYPERLINK("x")', '<b onclick=1>', '\0', '\ud800']);
  expect((await read('a,b\n=1+1,x\0y\n')).rows[0]?.[1]).toEqual(['=1+1', 'x\0y']);
});

test('nested JSON becomes dotted cells, lists lines, and long numbers keep their digits', async () => {
  const file = join(folder, 'nested');
  writeFileSync(
    file,
    '{"id":12345678901234567890,"offers":{"price":9.90,"seller":{"name":"甲"}},"images":["a","b"],"sku":[{"x":1}],"none":null,"on":true}\n',
  );
  for await (const { rows } of readRows(await fileInput(file))) {
    for (const { cells } of rows) {
      expect(cells).toEqual({
        id: '12345678901234567890',
        'offers.price': '9.90',
        'offers.seller.name': '甲',
        images: 'a\nb',
        sku: '[{"x":"1"}]',
        on: 'true',
      });
    }
  }
});

describe('encodings', () => {
  const text = '权利种类,号码,名称\n商标,99990001,鲸屿😀\n商标,99990002,"含逗号,与\n换行"\n商标,99990003,café\n';

  test('UTF-8, UTF-8 with a mark, GB 18030, GB 18030 with a mark and UTF-16 give the same rows', async () => {
    const { rows } = await read(text);
    expect(rows).toHaveLength(3);
    const swapped = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    for (const content of [
      `\uFEFF${text}`,
      iconv.encode(text, 'gb18030'),
      iconv.encode(`\uFEFF${text}`, 'gb18030'),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      swapped,
    ]) {
      const seen = await read(content as string | Buffer);
      expect(seen.rows).toEqual(rows);
      expect(seen.rejected).toEqual([]);
    }
    expect((await read(iconv.encode(text, 'gb18030'))).encoding).toBe('gb18030');
  });

  test.each(['gb18030', 'utf8'])('%s is seen behind megabytes of ASCII, with characters cut at every border of a piece', async (encoding) => {
    const ascii = 'x,1\n'.repeat(800_000);
    const han = Array.from({ length: 2000 }, (_, i) => `${'磁吸手机支架'.repeat(90)}${'x'.repeat(i % 3)},${i}\n`).join('');
    const seen = await read(iconv.encode(`a,b\n${ascii}${han}`, encoding));
    expect(seen.encoding).toBe(encoding === 'utf8' ? 'utf-8' : encoding);
    expect(seen.rejected).toEqual([]);
    expect(seen.rows).toHaveLength(802_000);
    expect(seen.rows.at(-1)?.[1]).toEqual([`${'磁吸手机支架'.repeat(90)}x`, '1999']);
  });

  test('one broken byte in UTF-8 sets its row aside, wherever it stands, and the file stays UTF-8', async () => {
    const broken = Buffer.concat([
      Buffer.from('a,b\n1,'),
      Buffer.from([0xb5, 0xe7]),
      Buffer.from('\n2,手机壳\n3,鲸屿\n4,'),
      Buffer.from([0xe9, 0xb2]),
      Buffer.from('\n5,支架\n'),
    ]);
    const seen = await read(broken);
    expect(seen.encoding).toBe('utf-8');
    expect(seen.rows.map(([line, cells]) => [line, cells[1]])).toEqual([
      [3, '手机壳'],
      [4, '鲸屿'],
      [6, '支架'],
    ]);
    expect(seen.rejected).toEqual([
      [2, 'encoding', '1,\\xB5\\xE7'],
      [5, 'encoding', '4,\\xE9\\xB2'],
    ]);
  });

  test('a broken byte in GB 18030 sets its row aside', async () => {
    const seen = await read(
      Buffer.concat([
        iconv.encode('品牌,标题\n鲸屿,手机壳\n', 'gb18030'),
        Buffer.from([0xff, 0x2c, 0x31, 0x0a]),
        iconv.encode('鲸屿,支架\n', 'gb18030'),
      ]),
    );
    expect(seen.encoding).toBe('gb18030');
    expect(seen.rows).toHaveLength(2);
    expect(seen.rejected.map(([line, code]) => [line, code])).toEqual([[3, 'encoding']]);
  });

  test('Latin-1 is not read as Chinese: its rows are named', async () => {
    const seen = await read(Buffer.from('a,b\n1,café\n2,plain\n3,Müller Straße\n', 'latin1'));
    expect(seen.rows.map(([line]) => line)).toEqual([3]);
    expect(seen.rejected.map(([line, code]) => [line, code])).toEqual([
      [2, 'encoding'],
      [4, 'encoding'],
    ]);
  });

  test('half a surrogate pair in UTF-16 is named, not replaced', async () => {
    const seen = await read(Buffer.from('\uFEFFa,b\n1,x\ud800\n2,好\n', 'utf16le'));
    expect(seen.rows).toEqual([[3, ['2', '好']]]);
    expect(seen.rejected.map(([line, code]) => [line, code])).toEqual([[2, 'encoding']]);
  });
});

test('any table comes back as it was written, in every encoding', async () => {
  const cell = fc
    .array(fc.constantFrom('鲸', '屿', 'é', 'ß', '😀', '𠀀', '｜', ' ', '"', ',', ';', '\n', 'a', '1', '=', '\t'), { maxLength: 6 })
    .map((parts) => parts.join(''));
  const table = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 });
  const quoted = (text: string) => (/[",;\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const kept = rows.filter((row) => row.some((one) => one.trim() !== ''));
      const text = `标题甲,标题乙,标题丙,标题丁,标题戊\n${rows.map((row) => `${row.map(quoted).join(',')}\n`).join('')}`;
      for (const content of [text, iconv.encode(text, 'gb18030'), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
        const seen = await read(content as string | Buffer);
        expect(seen.rejected).toEqual([]);
        expect(seen.rows.map(([, cells]) => cells)).toEqual(kept);
      }
    }),
    { seed: 20261124, numRuns: 60 },
  );
});
