import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allEntries, kinshipOf } from './goods-table.ts';
import { compareGoods, goodsOf, type Goods } from './goods.ts';

const here = (path: string) => new URL(path, import.meta.url);
const rowsOf = (file: URL) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split(','));
const title = (text: string, category: string | null = null): Goods => goodsOf({ title: text, category });
const placed = (goods: Goods) => goods.terms.map((t) => `${t.text}:${t.position}`);

const cases = rowsOf(here('../evaluation/cases/goods.csv'));

test('the case table holds at least 80 offers in both languages', () => {
  expect(cases.length).toBeGreaterThanOrEqual(80);
  expect(cases.filter((row) => /[一-鿿]/.test(row[0]!)).length).toBeGreaterThan(30);
});

test.each(cases)('"%s" filed under "%s" sells "%s"', (offered = '', category = '', main = '', niceClass = '') => {
  const goods = goodsOf({ title: offered || null, category: category || null });
  expect([goods.main?.term ?? '', goods.classes[0] ?? '']).toEqual([main, niceClass === '' ? '' : Number(niceClass)]);
});

test('gifts are bundled, purposes are targets', () => {
  expect(placed(title('全新手机，送手机壳+钢化膜'))).toEqual(['手机:main', '手机壳:bundled', '钢化膜:bundled']);
  expect(placed(title('适用于华为手机、平板的充电器'))).toEqual(['手机:target', '平板:target', '充电器:main']);
  expect(placed(title('case for phone, charger included'))).toEqual(['case:main', 'phone:target', 'charger:bundled']);
});

test('an accessory knows its hosts', () => {
  expect(title('手机壳').main).toMatchObject({ role: 'dependent', hosts: ['phone'] });
  expect(title('inkjet printer').main).toMatchObject({ role: 'thing', hosts: ['printer'] });
  expect(title('bluetooth headset').main).toMatchObject({ role: 'companion', kinds: ['headphones'] });
});

test.each([
  ['耳机保护套', '蓝牙耳机'],
  ['headphone case', 'wireless headphones'],
  ['牙刷头', '电动牙刷'],
  ['replacement brush head', 'electric toothbrush'],
  ['滤芯', '净水器'],
  ['滤网', '空气净化器'],
  ['集尘袋', '吸尘器'],
  ['vacuum bag', 'vacuum cleaner'],
  ['剃须刀头', '电动剃须刀'],
  ['鞋带', '运动鞋'],
  ['鞋垫', '皮鞋'],
  ['insole', 'running shoes'],
  ['表带', '手表'],
  ['表链', '机械表'],
  ['刹车片', '汽车'],
  ['自行车坐垫', '山地车'],
  ['压脚', '缝纫机'],
  ['咖啡机滤网', '咖啡机'],
  ['婴儿车雨罩', '婴儿推车'],
  ['软弹', '玩具枪'],
  ['琴弦', '小提琴'],
  ['笔芯', '中性笔'],
])('%s belongs to %s', (part, host) => {
  const accessory = title(part).main;
  const kinds = title(host).main?.kinds ?? [];
  expect(accessory?.role).toBe('dependent');
  expect(accessory?.hosts.filter((kind) => kinds.includes(kind))).not.toEqual([]);
});

test('spans are places in the raw text, also of full-width and mixed text', () => {
  for (const [raw, text, span] of [
    ['ＮＩＫＥ　运动鞋　男', '运动鞋', [5, 8]],
    ['😀正品　Ｔ恤', 'Ｔ恤', [5, 7]],
    ['New USB-Cable, 2 m', 'USB-Cable', [4, 13]],
    ['nice  PHONE   CASES!', 'PHONE   CASES', [6, 19]],
    ['ＰＨＯＮＥ　ＣＡＳＥ', 'ＰＨＯＮＥ　ＣＡＳＥ', [0, 10]],
  ] as const) {
    expect(title(raw).main).toMatchObject({ field: 'title', text, span });
  }
  expect(goodsOf({ title: null, category: '数码 > 手机壳' }).main).toMatchObject({ field: 'category', span: [5, 8] });
});

test('any text is read: every span gives back its text, the same twice', () => {
  const words = fc.constantFrom(
    '手机',
    '壳',
    '适用于',
    '送',
    '的',
    '+',
    ' ',
    '(',
    '】',
    'case',
    'for',
    'with',
    'w/',
    'of',
    '32gb',
    '\ud800',
    '😀',
    'Ａ',
    '-',
    '，',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(words, { maxLength: 15 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, text, (a, b) => {
      const goods = goodsOf({ title: a, category: b });
      expect(goodsOf({ title: a, category: b })).toEqual(goods);
      for (const term of goods.terms) expect((term.field === 'title' ? a : b).slice(...term.span)).toBe(term.text);
      if (goods.main) expect(goods.main.position).toBe('main');
      expect(goods.main === null).toBe(goods.classes.length === 0);
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('names of object properties are no words of trade', () => {
  expect(title('constructor __proto__ toString').terms).toEqual([]);
});

test('a long text takes linear time', () => {
  const text = '适用于手机 case for phone with 充电器 '.repeat(20_000);
  const began = performance.now();
  expect(title(text).terms.length).toBe(80_000);
  expect(performance.now() - began).toBeLessThan(5_000);
});

/** What accessories belong to. */
const KINDS = (
  'phone tablet computer camera printer player watch car console appliance bag tv headphones speaker keyboard toothbrush purifier vacuum shaver bicycle ' +
  'motorcycle shoe sewing coffee stroller toygun instrument glasses pen mop book'
).split(' ');

test('the table has words for all 45 classes in both languages, roles and hosts from closed lists', () => {
  const lines = rowsOf(here('data/goods-terms.csv'));
  for (let niceClass = 1; niceClass <= 45; niceClass++) {
    const languages = new Set(lines.filter((row) => Number(row[2]) === niceClass).map((row) => row[1]));
    expect([niceClass, languages.size]).toEqual([niceClass, 2]);
  }
  for (const [term, language, niceClass, group, role, host, kind] of lines) {
    expect(term).toMatch(/^\S(?:.*\S)?$/);
    expect(['zh', 'en']).toContain(language);
    expect(['thing', 'dependent', 'companion', 'hint', 'block']).toContain(role);
    expect(niceClass === '').toBe(role === 'block');
    if (group) expect(group.slice(0, 2)).toBe(niceClass?.padStart(2, '0'));
    if (kind) expect(role).toBe('companion');
    for (const one of [host, kind].flatMap((kinds) => (kinds ? kinds.split(' ') : []))) expect(KINDS).toContain(one);
  }
});

test('every word of the table is found where it stands alone', () => {
  const lost: string[] = [];
  let words = 0;
  for (const entry of allEntries()) {
    if (entry.rows.length === 0) continue;
    words++;
    if (title(entry.term).main?.term !== entry.term) lost.push(entry.term);
  }
  expect(words).toBeGreaterThan(8_000);
  expect(lost).toEqual([]);
});

test('goods are compared by item, group, class and kinship', () => {
  const phone = title('小米手机');
  const row = (classes: number[], goods: string[], offer = phone) => {
    const { relation, value, by } = compareGoods({ classes, goods }, offer);
    return [relation, value, by];
  };
  expect(row([9], ['手机', '手机壳'])).toEqual(['same', 1, 'item']);
  expect(row([9], ['对讲机'])).toEqual(['same', 0.9, 'group']);
  expect(row([9], ['mobile phones'])).toEqual(['same', 0.9, 'group']);
  // one class, two groups that are both known: 0.3 of domain.md 1.5 (headphones are no fire extinguisher)
  expect(row([9], ['眼镜'])).toEqual(['other', 0.3, 'class']);
  expect(row([9], ['眼镜', '对讲机'])).toEqual(['same', 0.9, 'group']);
  expect(row([9], ['眼镜', 'no such word of trade'])).toEqual(['similar', 0.5, 'class']);
  expect(row([9], ['耳机'])).toEqual(['similar', 0.5, 'kinship']);
  expect(row([9], ['手机壳'])).toEqual(['similar', 0.5, 'class']);
  expect(row([25], ['服装'], title('运动鞋'))).toEqual(['similar', 0.5, 'kinship']);
  expect(row([25], ['雨衣'], title('运动鞋'))).toEqual(['other', 0.3, 'class']);
  expect(row([9], ['灭火器'], title('耳机'))).not.toContain('same');
  expect(row([9], [])).toEqual(['same', 0.8, 'class']);
  expect(row([], ['手机'])).toEqual(['same', 1, 'item']);
  expect(row([9], ['no such word of trade'])).toEqual(['similar', 0.5, 'class']);
  expect(row([42], [])).toEqual(['other', 0.3, 'kinship']);
  expect(row([33], [], title('啤酒'))).toEqual(['similar', 0.5, 'kinship']);
  expect(row([12], [])).toEqual(['other', 0, 'none']);
  expect(row([], [])).toEqual(['unknown', 0, 'unknown']);
  expect(row([9], [], title('iPhone 15'))).toEqual(['unknown', 0, 'unknown']);
  expect(row([5], [], title('奶粉'))).toEqual(['same', 0.8, 'class']);
  expect(compareGoods({ classes: [9], goods: ['电脑', '手机；'] }, phone)).toMatchObject({ nice_class: 9, right_term: '手机；' });
});

test('kinship is symmetric and stays below identity; the retail links of domain.md 1.5 are in it', () => {
  for (const [a, b] of [
    [25, 35],
    [30, 35],
    [9, 42],
    [5, 35],
  ] as const)
    expect([kinshipOf(a, b), kinshipOf(b, a)]).toEqual([0.3, 0.3]);
  const pairs = rowsOf(here('data/class-kinship.csv'));
  for (const [a, b, value, zh, en] of pairs) {
    expect(a).not.toBe(b);
    expect(Number(value)).toBeGreaterThan(0);
    expect(Number(value)).toBeLessThanOrEqual(0.5);
    expect([zh, en].every(Boolean)).toBe(true);
  }
  expect(new Set(pairs.map(([a, b]) => [Number(a), Number(b)].sort((x, y) => x - y).join())).size).toBe(pairs.length);
});

// The word table was written with these two files in view: the shares are of seen data.
const data = join(import.meta.dirname, '../../../shared/data');
const jsonLines = (file: string) =>
  readFileSync(`${data}/${file}`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

// Material outside the project, which no machine can fetch: absent, there is nothing to compare, and nothing is skipped.
if (existsSync(`${data}/listings-en`))
  test('at least 85 % of the real English offers have a class', () => {
    const offers = ['listings-en/amazon-google.jsonl', 'listings-en/walmart-amazon.jsonl'].flatMap(jsonLines);
    const known = offers.filter((offer) => goodsOf({ title: offer.title, category: offer.category ?? null }).main).length;
    console.log(`English offers with a class: ${known} of ${offers.length}`);
    expect(known / offers.length).toBeGreaterThanOrEqual(0.85);
  });

if (existsSync(`${data}/listings-zh-tagged`))
  test('at least 90 % of the product words tagged in real Chinese shopping talk have a class', () => {
    const spans: { kind: string; text: string }[] = ['listings-zh-tagged/train.jsonl', 'listings-zh-tagged/dev.jsonl']
      .flatMap(jsonLines)
      .flatMap((l) => l.spans);
    const products = spans.filter((span) => span.kind === 'cp');
    const known = products.filter((span) => title(span.text).main).length;
    console.log(`Chinese product words with a class: ${known} of ${products.length}`);
    expect(known / products.length).toBeGreaterThanOrEqual(0.9);
  });
