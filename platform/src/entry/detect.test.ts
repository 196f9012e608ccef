// The whole of detect, from files to the folder it writes, through the command line.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Held, Lead, Line, Rejected, Screened } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { afterAll, expect, test, vi } from 'vitest';

// Five whole runs stand in one test, and a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

const root = join(import.meta.dirname, '../../..');
const base = mkdtempSync(join(tmpdir(), 'zhijian-detect-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let count = 0;
const next = (): string => {
  count += 1;
  return String(count);
};

const run = (...words: string[]): Promise<{ code: number; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'platform/src/entry/cli.ts'), 'detect', ...words], { cwd: root }, (error, _, err) =>
      resolve({ code: error ? Number(error.code) : 0, err }),
    );
  });

const file = (name: string, content: string | Buffer): string => {
  const dir = join(base, next());
  mkdirSync(dir);
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};

interface Result {
  code: number;
  err: string;
  out: string;
  leads: Lead[];
  screened: Screened[];
  held: Held[];
  rejected: Rejected[];
  // biome-ignore lint/suspicious/noExplicitAny: the summary is read by name in the tests
  summary: any;
}

const lines = <T>(out: string, name: string): T[] =>
  readFileSync(join(out, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

const detect = async (rights: string | string[], offers: string | string[], ...more: string[]): Promise<Result> => {
  const out = join(base, `out-${next()}`);
  const { code, err } = await run(
    '--rights',
    ...[rights].flat(),
    '--offers',
    ...[offers].flat(),
    '--judged-on',
    '2026-11-24',
    '--threads',
    '1',
    '--out',
    out,
    ...more,
  );
  expect([0, 4], err).toContain(code);
  return {
    code,
    err,
    out,
    leads: lines<Lead>(out, 'leads.jsonl'),
    screened: lines<Screened>(out, 'screened.jsonl'),
    held: lines<Held>(out, 'held.jsonl'),
    rejected: lines<Rejected>(out, 'rejected.jsonl'),
    summary: JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')),
  };
};

const RESULTS = ['leads.jsonl', 'screened.jsonl', 'held.jsonl', 'rejected.jsonl', 'summary.json'];
const bytes = (out: string): string[] => RESULTS.map((name) => readFileSync(join(out, name), 'utf8'));

test('the example files give the same bytes twice, with one and two threads, in UTF-8 and in GB18030 [A4.products]', async () => {
  const names = ['rights', 'licences', 'offers'] as const;
  const utf8 = names.map((name) => join(root, 'examples', `${name}.csv`));
  const gb = names.map((name, i) => file(`${name}.csv`, iconv.encode(readFileSync(utf8[i]!, 'utf8'), 'gb18030')));
  const outs: string[] = [];
  for (const [files, threads] of [
    [utf8, '1'],
    [utf8, '2'],
    [gb, '1'],
    [gb, '2'],
    [utf8, '1'],
  ] as const) {
    const out = join(base, `same-${outs.length}`);
    outs.push(out);
    expect(
      (
        await run(
          '--rights',
          files[0]!,
          '--licences',
          files[1]!,
          '--offers',
          files[2]!,
          '--judged-on',
          '2026-11-24',
          '--threads',
          threads,
          '--out',
          out,
        )
      ).code,
    ).toBe(0);
  }
  const [first, ...rest] = outs.map(bytes);
  expect(first![0]!.length).toBeGreaterThan(1000);
  for (const other of rest) expect(other).toEqual(first);
  expect(readdirSync(outs[0]!).sort()).toEqual([...RESULTS, 'timing.json'].sort());
});

const iphone = () => file('rights.csv', 'kind,number,name,owner,classes\ntrademark,99990003,IPHONE,Apple,9\n');
const listings = join(root, 'engine/evaluation/cases/listings-en');

test('real accessories that name a device are screened with reason and span, planted fakes are leads [B3.online-recognition] [A3.screened-stays-visible]', async () => {
  const sample = join(listings, 'sample.jsonl');
  const says = lines<{ title: string; item_id: string }>(listings, 'sample.jsonl').filter(({ title }) => title.includes('iphone'));
  const { leads, screened, held } = await detect(iphone(), sample);
  const seen = new Set([...leads, ...screened, ...held].flatMap((line: Line) => line.offers.map((offer) => offer.item_id)));
  expect(says.length).toBe(149);
  expect(says.filter(({ item_id }) => !seen.has(item_id))).toEqual([]);
  expect(leads.flatMap((lead) => lead.offers).length).toBeLessThanOrEqual(3);
  for (const line of screened) {
    expect(line.screened_by).toMatchObject({ code: 'N4' });
    const sign = line.matches[0]!.features.find((feature) => feature.name === 'sign')!;
    expect(line.offers[0]!.title!.slice(...sign.span!)).toBe(sign.text);
  }
  const fakes = await detect(iphone(), join(listings, 'fakes.jsonl'));
  expect(fakes.leads.flatMap((lead) => lead.offers.map((offer) => offer.item_id)).sort()).toEqual(['fake-1', 'fake-2', 'fake-3', 'fake-4', 'fake-5']);
});

test('purpose phrases: a device is named, wearers are not [B3.trademark-infringement]', async () => {
  const rights = file(
    'r.csv',
    '种类,号码,名称,权利人,类别\n商标,99990003,iPhone,Apple Inc.,9\n商标,99990001,鲸屿,宁波鲸屿数码科技有限公司,9\n商标,99990004,NIKE,耐克创新有限合伙公司,25\n',
  );
  const offers = file(
    'o.csv',
    '商品编号,标题,品牌,店铺名称\n1,鲸屿手机壳 适用于iPhone,鲸屿,甲店\n2,适用于男女 鲸屿 正品,,乙店\n3,适用于各种脚型 NIKE 正品运动鞋,,丙店\n',
  );
  const { leads, screened } = await detect(rights, offers);
  const of = (list: Line[], number: string) =>
    list
      .filter((line) => line.right?.number === number)
      .flatMap((line) => line.offers.map((offer) => offer.item_id))
      .sort();
  expect(of(screened, '99990003')).toEqual(['1']);
  expect(screened.find((line) => line.right?.number === '99990003')!.screened_by.code).toBe('N4');
  expect(of(leads, '99990001')).toEqual(['1', '2']);
  expect(of(leads, '99990004')).toEqual(['3']);
});

test('a licence screens, an ended one, another territory and another class do not [A3.who] [A3.where] [A3.goods] [A3.until-when] [A3.screens-licensed-seller] [B5.licence-database]', async () => {
  const rights = file('r.csv', 'kind,number,name,owner,classes\ntrademark,99990001,鲸屿,宁波鲸屿数码科技有限公司,9\n');
  const licences = file(
    'l.csv',
    `right_kind,right_number,licensee,territory,classes,from,to
trademark,99990001,甲公司,CN,9,2025-01-01,2026-11-24
trademark,99990001,乙公司,CN,9,2025-01-01,2026-11-23
trademark,99990001,丙公司,HK,9,2025-01-01,2027-11-23
trademark,99990001,丁公司,CN,25,2025-01-01,2027-11-23
`,
  );
  const offers = file(
    'o.csv',
    `item_id,title,brand,category,seller,captured_at\n${['甲', '乙', '丙', '丁'].map((name) => `${name},鲸屿 降噪耳机,鲸屿,耳机,${name}公司,2026-11-24`).join('\n')}\n`,
  );
  const { leads, screened } = await detect(rights, offers, '--licences', licences);
  expect(screened.map((line) => [line.offers[0]!.item_id, line.screened_by.code])).toEqual([['甲', 'licensed']]);
  expect(leads.map((lead) => lead.offers[0]!.item_id).sort()).toEqual(['丁', '丙', '乙'].sort());
  expect(leads.find((lead) => lead.offers[0]!.item_id === '乙')!.reason.zh).toContain('2026-11-23 到期');
});

test('a lapsed patent on the goods and on the page, a wrong check character, a number that no register covers [B1.counterfeit-patent] [B1.online-recognition] [A1.status-history] [A1.in-force-on-day]', async () => {
  const rights = (head = '') =>
    file(
      'r.csv',
      `${head}kind,number,name,owner,status,status_date,published_on\nutility_model,201829999002.7,一种折叠凳,佛山凳里家具有限公司,lapsed_unpaid_fee,2025-03-01,2025-10-15\n`,
    );
  const words = (number: string) => `专利号：${number}`;
  const offers = file(
    'o.csv',
    `item_id,title,description,marking,made_on,captured_at,shop
unknown,折叠凳,,${words('201829999002.7')},,2026-11-24,a
after,折叠凳,,${words('201829999002.7')},2025-06-01,2026-11-24,b
before,折叠凳,,${words('201829999002.7')},2024-12-01,2026-11-24,c
page,折叠凳,${words('201829999002.7')},,,2026-11-24,d
typo,折叠凳,${words('201829999002.8')},,,2026-11-24,e
absent,折叠凳,${words('202029999011.3')},,,2026-11-24,f
`,
  );
  const partial = await detect(rights(), offers);
  const row = (list: Line[], item: string) => list.find((line) => line.offers[0]!.item_id === item)?.matches[0];
  expect(row(partial.leads, 'unknown')).toMatchObject({ row: '13', scope: 'goods' });
  expect(row(partial.leads, 'after')).toMatchObject({ row: '12', act: 'CP1b', scope: 'goods' });
  expect(row(partial.screened, 'before')).toMatchObject({ row: '11', scope: 'goods' });
  expect(row(partial.leads, 'page')).toMatchObject({ row: '12', act: 'CP3a', scope: 'page', law: { article: '第一百零一条', version: '2023' } });
  expect(row(partial.leads, 'typo')).toMatchObject({ row: '4', inner_row: '12', act: 'CP3a' });
  expect([...partial.leads, ...partial.held, ...partial.screened].some((line) => line.offers[0]!.item_id === 'absent')).toBe(false);
  expect(partial.summary.register_not_loaded).toEqual({ mentions: 1, examples: ['202029999011.3'] });
  for (const covered of [
    await detect(rights(), offers, '--covers', 'CN:utility_model:2010-2026'),
    await detect(rights('# covers: CN:utility_model:2010-2026\n'), offers),
  ]) {
    expect(row(covered.leads, 'absent')).toMatchObject({ row: '6', act: 'CP3a' });
    expect(covered.leads.find((lead) => lead.offers[0]!.item_id === 'absent')).toMatchObject({ right: null, claimed_number: '202029999011.3' });
    expect(covered.summary.register_not_loaded.mentions).toBe(0);
  }
});

test('one trader over the change of the law: one lead, two matches, two articles', async () => {
  const rights = file('r.csv', 'kind,number,name,owner,classes\ntrademark,99990001,鲸屿,宁波鲸屿数码科技有限公司,9\n');
  const offers = file(
    'o.csv',
    'platform,item_id,title,brand,shop,captured_at\n甲,1,鲸屿 耳机,鲸屿,某店,2027-01-01\n甲,1,鲸屿 耳机,鲸屿,某店,2026-12-31\n',
  );
  const out = join(base, 'law');
  expect((await run('--rights', rights, '--offers', offers, '--judged-on', '2027-01-02', '--threads', '1', '--out', out)).code).toBe(0);
  const leads = lines<Lead>(out, 'leads.jsonl');
  expect(leads.length).toBe(1);
  expect(leads[0]!.matches.map((match) => [match.acted_on, match.law!.article, match.law!.version])).toEqual([
    ['2026-12-31', '第五十七条', '2019'],
    ['2027-01-01', '第七十二条', '2026'],
  ]);
  for (const match of leads[0]!.matches) expect(match.law!.words).toContain('销售侵犯注册商标专用权的商品');
});

test('a lead keeps its id when the same trader offers more', async () => {
  const rights = file('r.csv', 'kind,number,name,owner,classes\ntrademark,99990001,鲸屿,宁波鲸屿数码科技有限公司,9\n');
  const one = '甲,1,鲸屿 耳机,鲸屿,某店,2026-11-20\n';
  const head = 'platform,item_id,title,brand,shop,captured_at\n';
  const before = await detect(rights, file('o.csv', head + one));
  const after = await detect(rights, file('o.csv', `${head}甲,2,鲸屿 音箱,鲸屿,某店,2026-11-21\n${one}`));
  expect(after.leads.length).toBe(1);
  expect(after.leads[0]!.lead_id).toBe(before.leads[0]!.lead_id);
  expect(after.leads[0]!.offers.map((offer) => offer.item_id)).toEqual(['1', '2']);
});

test('what is wrong is named with its place, the rest goes on, text stays text', async () => {
  const rights = file(
    'r.csv',
    'kind,number,name,owner,classes\ntrademark,99990001,鲸屿,宁波鲸屿数码科技有限公司,9\ntrademark,,空号,某人,9\nbanana,1,错,某人,9\n',
  );
  const broken = Buffer.concat([
    Buffer.from('item_id,title,shop,captured_at\n1,鲸屿 耳机 <script>alert(1)</script> =1+1,a,2026-11-20\n2,鲸屿 '),
    Buffer.from([0xff, 0xfe]),
    Buffer.from(' 耳机,b,2026-11-20\n3,鲸屿 耳机,c,2026-13-40\n4,鲸屿 耳机,d\n5,鲸屿 耳机,e,2026-11-20\n6,"鲸屿 耳机,f,2026'),
  ]);
  const surrogate = file('s.jsonl', '{"item_id":"7","title":"鲸屿 耳机 \\ud800","shop":"g"}\n{"item_id":"8","title":\n');
  const { code, leads, rejected, summary, err } = await detect(rights, [file('o.csv', broken), surrogate, file('empty.csv', '')]);
  expect(code).toBe(4);
  expect(leads.flatMap((lead) => lead.offers.map((offer) => offer.item_id)).sort()).toEqual(['1', '5', '7']);
  expect(leads.some((lead) => lead.offers[0]!.title === '鲸屿 耳机 <script>alert(1)</script> =1+1')).toBe(true);
  expect(rejected.map((one) => [one.line, one.field, one.code])).toEqual([
    [3, 'number', 'required'],
    [4, 'kind', 'vocabulary'],
    [3, null, 'encoding'],
    [4, 'captured_at', 'date'],
    [5, null, 'column_count'],
    [7, null, 'truncated'],
    [2, null, 'json'],
    [1, null, 'empty'],
  ]);
  for (const one of rejected) expect(one.allowed.zh.length).toBeGreaterThan(3);
  expect(summary.set_aside).toEqual({ rights: 2, licences: 0, offers: 6 });
  expect(err).toContain('退回记录 8');
});

test('a broken first object, a long quoted record and a folder in place of a file are named; no record behind them is lost', async () => {
  const rights = file('r.csv', 'kind,number,name,owner,classes\ntrademark,99990001,鲸屿,宁波鲸屿数码科技有限公司,9\n');
  const first = file(
    'o.jsonl',
    Buffer.concat([Buffer.from('{"item_id":"1","title":"'), Buffer.from([0xff]), Buffer.from('"}\n{"item_id":"2","title":"鲸屿 耳机"}\n')]),
  );
  const long = file('o.csv', `item_id,title,shop\n3,"${'鲸屿 耳机\n'.repeat(400_000)}",a\n4,鲸屿 耳机,b\n`);
  const { leads, rejected, summary } = await detect(rights, [first, long]);
  expect(leads.flatMap((lead) => lead.offers.map((offer) => offer.item_id)).sort()).toEqual(['2', '4']);
  expect(rejected.map((one) => [one.line, one.code])).toEqual([
    [1, 'encoding'],
    [2, 'too_long'],
  ]);
  expect(rejected[1]!.allowed.zh).toContain('第 2 至 400002 行');
  expect(summary.read.offers + summary.set_aside.offers).toBe(4);

  const out = join(base, 'none');
  const folder = await run('--rights', rights, '--offers', base, '--threads', '2', '--out', out);
  expect([folder.code, folder.err.includes(`${base} 是目录`)]).toEqual([2, true]);
  expect((await run('--rights', rights, '--offers', join(base, 'absent.csv'), '--out', out)).code).toBe(2);
  const closed = await run('--rights', rights, '--offers', long, '--out', '/proc/zhijian/out');
  expect([closed.code, closed.err.includes('无法写入目录 /proc/zhijian/out')]).toEqual([3, true]);
});

test('other columns of an offer stand in its results, short and whole, with one warning; a day of capture after the day of judging gives one too', async () => {
  const rights = file('r.csv', 'kind,number,name,owner,classes,备注\ntrademark,99990001,鲸屿,宁波鲸屿数码科技有限公司,9,内部\n');
  const offers = file(
    'o.csv',
    'item_id,title,shop,captured_at,颜色,页面\n1,鲸屿 耳机,a,2026-11-24,红,\n2,鲸屿 耳机,b,2026-11-25,,<p>\n3,鲸屿 耳机,c,2027-01-05,,\n',
  );
  const { leads, summary } = await detect(rights, offers);
  const extra = Object.fromEntries(leads.map(({ offers: [offer] }) => [offer!.item_id, offer!.extra]));
  expect(extra).toEqual({ 1: { 颜色: '红' }, 2: { 页面: '<p>' }, 3: undefined });
  expect(summary.warnings.length).toBe(3);
  expect(summary.warnings[0].zh).toContain('也不写入检测结果');
  expect(summary.warnings[1].zh).toContain('颜色, 页面');
  expect(summary.warnings[2].zh).toMatch(/有 2 件产品的采集日期晚于判断日 2026-11-24.*首件在 .*o\.csv 第 3 行（2026-11-25）/);
});

test('a folder in use is refused, one left by a killed run is taken', async () => {
  const rights = iphone();
  const offers = join(listings, 'fakes.jsonl');
  const out = join(base, 'busy');
  mkdirSync(out);
  writeFileSync(join(out, '.lock'), String(process.pid));
  expect((await run('--rights', rights, '--offers', offers, '--out', out)).code).toBe(3);
  writeFileSync(join(out, '.lock'), '999999999');
  expect((await run('--rights', rights, '--offers', offers, '--out', out)).code).toBe(0);
  expect(readdirSync(out)).not.toContain('.lock');
});
