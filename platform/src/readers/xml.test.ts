import { expect, test } from 'vitest';
import { type Input, ReadFault } from './input.ts';
import { bytesInput } from './testing-input.ts';
import { readXmlRecords, type XmlOptions } from './xml.ts';
import { at, attr, child, children, textOf } from './xml-element.ts';

const read = async (content: string | Buffer, options: Partial<XmlOptions> = {}, piece?: number) => {
  const records = [];
  const rejected = [];
  for await (const batch of readXmlRecords(bytesInput(content, 'x.xml', piece), { records: ['r'], ...options })) {
    records.push(...batch.records);
    rejected.push(...batch.rejected);
  }
  return { records, rejected };
};

/** Names of the records that came, and what was set aside, briefly. */
const brief = async (content: string | Buffer, options: Partial<XmlOptions> = {}, piece?: number) => {
  const { records, rejected } = await read(content, options, piece);
  return { texts: records.map(({ element }) => textOf(element)), faults: rejected.map(({ code, record, line }) => `${code} ${record} line ${line}`) };
};

test('a record with its place, its context and its tree', async () => {
  const xml = '<?xml version="1.0"?>\n<root><made>2024\n 01</made>\n<p:r xmlns:p="u" p:id=" 7 "><a>1</a><b><c>x <i>y</i>\n z</c></b><a>2</a></p:r>';
  const { records } = await read(xml, { context: ['made'] });
  const { element, aside, ...place } = records[0]!;
  expect(aside).toBeTypeOf('function');
  expect(place).toEqual({ line: 4, byte: xml.indexOf('<p:r'), sequence: 1, context: { made: '2024 01' } });
  expect(element.name).toBe('r');
  expect(attr(element, 'id')).toBe('7');
  expect(children(element, 'a').map(textOf)).toEqual(['1', '2']);
  expect(textOf(at(element, 'b/c'))).toBe('x y z');
  expect(child(element, 'none')).toBeUndefined();
});

test('a broken record costs itself, wherever the pieces of the file are cut', async () => {
  const cases: [broken: string, fault: string][] = [
    ['<r>bad & worse</r>', 'xml 2 line 2'],
    ['<r><a>b</r>', 'xml 2 line 2'],
    ['<r>&nope;</r>', 'entity 2 line 2'],
    ['<r>&#xD800;</r>', 'xml 2 line 2'],
    ['<r>&#0;</r>', 'xml 2 line 2'],
    ['<r>b', 'truncated 2 line 2'],
    ['<r>b</s>', 'truncated 2 line 2'],
    ['<r><!-- open </r>', 'xml 2 line 2'],
    ['<r><!-- open', 'truncated 2 line 2'],
    ['<r><![CDATA[ open </r>', 'xml 2 line 2'],
    ['<r><? open </r>', 'xml 2 line 2'],
    ['<r a="open>b</r>', 'xml 2 line 2'],
    ['<r><!DOCTYPE x></r>', 'xml 2 line 2'],
    ['b</r>', 'xml 2 line 2'],
    ['<r>\u0001</r>', 'xml 2 line 2'],
    [`<r>${'<a>'.repeat(600)}${'</a>'.repeat(600)}</r>`, 'xml 2 line 2'],
    [`<r ${Array.from({ length: 1100 }, (_, i) => `a${i}="1"`).join(' ')}/>`, 'xml 2 line 2'],
    [`<r>${'b'.repeat(3000)}</r>`, 'too_long 2 line 2'],
  ];
  for (const [broken, fault] of cases) {
    const limit = fault.startsWith('too_long') ? { maxRecordBytes: 100 } : {};
    const xml = `<x><r>a</r>\n${broken}\n<r>c</r><r>d</r></x>`;
    const expected = { texts: ['a', 'c', 'd'], faults: [fault] };
    for (const piece of [1 << 20, 1, 7]) expect(await brief(xml, limit, piece), broken.slice(0, 60)).toEqual(expected);
  }
});

test('the end of the file in a record, a comment in it, or a tag', async () => {
  for (const end of ['<r>b', '<r', '<r><!-- b', '<r>b</r']) {
    const { texts, faults } = await brief(`<r>a</r>${end}`, {}, 3);
    expect(texts, end).toEqual(['a']);
    expect(faults, end).toHaveLength(1);
  }
  expect(await brief('<r>a</r><r><!-- b </r>')).toEqual({ texts: ['a'], faults: ['xml 2 line 1'] });
});

test('tags of records in comments, CDATA and document types are none', async () => {
  const xml =
    '<!DOCTYPE x [<!-- it\'s <r>0</r> --><!ELEMENT r (#PCDATA)><!ENTITY e "<r>0</r>">]><x><!-- <r>0</r> --><r>a<!-- </r> --></r>' +
    '<r><![CDATA[<r>b</r>]]></r><r><?pi <r> ?>c</r><r/><r />';
  expect(await brief(xml, {}, 5)).toEqual({ texts: ['a', '<r>b</r>', 'c', null, null], faults: [] });
});

test('what is left open between records is said, and the records behind it are read', async () => {
  for (const open of ['<!--', '<![CDATA[', '<!DOCTYPE x [', '<?pi']) {
    const xml = `<x><r>a</r>${open}<r>b</r><r>c</r></x>`;
    expect(await brief(xml), open).toEqual({ texts: ['a', 'b', 'c'], faults: ['xml undefined line 1'] });
  }
});

test('several documents, each with its own declaration and context', async () => {
  const one = Buffer.from('<?xml version="1.0"?><x><made>1</made><r>é</r>');
  const two = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><x><r>\xe9</r></x>', 'latin1');
  const three = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="GBK"?><x><r>'), Buffer.from([0xb5, 0xe7]), Buffer.from('</r></x>')]);
  const { records, rejected } = await read(Buffer.concat([one, two, three]), { context: ['made'] });
  expect(records.map(({ element, context }) => [textOf(element), context['made']])).toEqual([
    ['é', '1'],
    ['é', undefined],
    ['电', undefined],
  ]);
  expect(rejected).toEqual([]);
  const cut = await brief('<?xml version="1.0"?><x><r>a<?xml version="1.0"?><x><r>b</r></x>');
  expect(cut).toEqual({ texts: ['b'], faults: ['truncated 1 line 1'] });
});

test('the same records in every encoding; bytes that do not fit set their record aside', async () => {
  const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><x><r>a</r><r>电饭煲</r></x>`;
  const utf16 = Buffer.from(`\ufeff${xml('UTF-16')}`, 'utf16le');
  const plain = Buffer.from(xml('UTF-16'), 'utf16le');
  const big = Buffer.from(utf16).swap16();
  for (const bytes of [Buffer.from(xml('UTF-8')), Buffer.from(`\ufeff${xml('GBK')}`), utf16, plain, big]) {
    expect(await brief(bytes, {}, 3)).toEqual({ texts: ['a', '电饭煲'], faults: [] });
  }
  const broken = Buffer.concat([Buffer.from('<x><r>a</r><r>'), Buffer.from([0xff]), Buffer.from('</r><r>c</r></x>')]);
  expect(await brief(broken)).toEqual({ texts: ['a', 'c'], faults: ['encoding 2 line 1'] });
  expect((await brief(xml('US-ASCII'))).faults).toEqual(['encoding 2 line 1']);
  const unknown = await read(xml('EUC-KR'));
  expect(unknown.records).toHaveLength(1);
  expect(unknown.rejected[0]?.allowed.en).toContain('EUC-KR');
});

test('characters by name and number, and nothing else', async () => {
  expect((await brief('<r a="&lgr;">&lt;&amp;&#x7535;&#29;</r>')).faults).toEqual(['xml 1 line 1']);
  expect((await brief('<r>&lt;&amp;&#x7535;&rsquo;&lgr;&minus;&eacute;</r>')).texts).toEqual(['<&电’λ−é']);
  const { rejected } = await read(
    '<!DOCTYPE x [<!ENTITY own "text"><!ENTITY file SYSTEM "file:///etc/passwd">]><x><r>&own;</r>\n<r>\n&file;</r></x>',
  );
  expect(rejected.map(({ code, given, allowed }) => [code, given, allowed.en.includes('line')])).toEqual([
    ['entity', '&own;', true],
    ['entity', '&file;', true],
  ]);
  expect(rejected[1]!.allowed.en).toContain('line 3');
});

test('a record over the limit goes by unkept, with its size', async () => {
  const { records, rejected } = await read(`<r>a</r><r><![CDATA[${'x'.repeat(5 << 20)}]]></r><r>c</r>`, { maxRecordBytes: 1000 }, 65536);
  expect(records.map(({ sequence }) => sequence)).toEqual([1, 3]);
  expect(rejected[0]).toMatchObject({ code: 'too_long', record: 2, byte: 8 });
  expect(rejected[0]!.allowed.en).toContain(String((5 << 20) + 19));
});

test('a document without records, an empty one, and one that is no XML', async () => {
  for (const content of ['', '<x/>', 'a,b\n1,2', '<', '<r', '</', '<!', '<?', '<!DOCTYPE', '\ufeff', '<<<<>>>>'])
    expect((await brief(content)).texts).toEqual([]);
});

test('what cannot be unpacked further: the records before it count, and it is said why', async () => {
  const content = Buffer.from('<x><r>a</r><r>b');
  const allowed = { zh: '至多 1 字节', en: 'at most 1 byte' };
  const input: Input = {
    name: 'w.zip/x.xml',
    size: null,
    open: async () => {
      let position = 0;
      return {
        read: async (target, offset) => {
          if (position === content.length) throw new ReadFault('limit', allowed);
          const copied = content.copy(target, offset, position);
          position += copied;
          return copied;
        },
        close: async () => {},
      };
    },
  };
  const rejected = [];
  let records = 0;
  for await (const batch of readXmlRecords(input, { records: ['r'] })) {
    records += batch.records.length;
    rejected.push(...batch.rejected);
  }
  expect(records).toBe(1);
  expect(rejected.map(({ code }) => code)).toEqual(['truncated', 'limit']);
  expect(rejected[1]!.allowed).toEqual(allowed);
});
