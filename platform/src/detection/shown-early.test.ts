// While a long import of offers is detected, its leads are in the list already; ended half-way and taken up again, nothing is lost or told twice.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportKind } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImport, importById, runImport } from '../imports/index.ts';
import { asBody, asSystem, setSetting } from '../kernel/index.ts';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';
import { detectFiles, exportLines } from './index.ts';
import { runDetect } from './run-detect.ts';

const JUDGED_ON = '2026-11-24';
const OFFERS = 2_600;
const dir = mkdtempSync(join(tmpdir(), 'zhijian-early-'));
let house: TestDatabase;
let body = { body_id: '', region: '33' };
beforeAll(async () => {
  house = await testDatabase();
  const body_id = await asSystem(house.pool, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `INSERT INTO people.body (kind, name, region) VALUES ('local_office', '甲局', '33') RETURNING id`,
    );
    return rows[0]!.id;
  });
  body = { body_id, region: '33' };
  await asBody(house.pool, body, (tx) => setSetting(tx, 'judged_on', JUDGED_ON));
});
afterAll(async () => {
  await house.drop();
  rmSync(dir, { recursive: true, force: true });
});

const file = (name: string, lines: readonly string[]): string => {
  const path = join(dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
const RIGHTS = file('rights.csv', [
  '种类,号码,名称,权利人,国际分类,申请日,授权公告日,有效期至,法律状态,法律状态生效日,公告日,查询日',
  '商标,99990001,鲸屿,宁波鲸屿数码科技有限公司,9,2017-01-05,2018-03-14,2028-03-13,注册,2018-03-14,2018-03-14,2026-11-20',
]);
// Every hundredth offer copies the mark, each in a shop of its own; two of one shop, 屿阳小店, stand at both ends.
const SHOP = '屿阳小店';
const offer = (i: number): string => {
  const [sign, shop] = i === 5 || i === OFFERS - 5 ? ['鲸屿', SHOP] : i % 100 === 0 ? ['鲸屿', `${i}号店`] : ['木棉', '木棉数码'];
  return `甲平台,${i},${sign} 蓝牙耳机 ${i},${sign},数码/耳机,${shop},2026-11-20`;
};
const FILE = file('offers.csv', ['平台,商品编号,商品标题,品牌,类目,店铺名称,采集时间', ...Array.from({ length: OFFERS }, (_, i) => offer(i))]);

const begin = async (kind: ImportKind, path: string): Promise<string> => {
  const import_id = await asBody(house.pool, body, (tx) => createImport(tx, body, { file_name: kind, file_path: path, kind, covers: [] }));
  await runImport(house.pool, { ...body, import_id });
  return import_id;
};
interface Row {
  lead_id: string;
  offers: number;
  shop: string;
}
const leads = () =>
  asBody(house.pool, body, async (tx) => (await tx.query<Row>(`SELECT lead_id, offers, trader->>'shop' AS shop FROM detection.lead`)).rows);
const history = (lead: string) =>
  asBody(house.pool, body, async (tx) => {
    const { rows } = await tx.query<{ kind: string }>('SELECT kind FROM detection.lead_event WHERE lead_id = $1 ORDER BY id', [lead]);
    return rows.map(({ kind }) => kind);
  });

test('leads of a long import stand in the list before it ends, and what is ended half-way goes on to the same result', async () => {
  await runDetect(house.pool, { ...body, import_id: await begin('rights', RIGHTS) }, { today: JUDGED_ON, threads: 1 });
  const job = { ...body, import_id: await begin('offers', FILE) };
  const stop = new AbortController();
  const onProgress = ({ done }: { done: number }) => {
    if (done > 2_048) stop.abort();
  };
  await expect(runDetect(house.pool, job, { today: JUDGED_ON, threads: 2, signal: stop.signal, onProgress })).rejects.toThrow();
  expect((await asBody(house.pool, body, (tx) => importById(tx, job.import_id)))!.state).toBe('detecting');
  const early = await leads();
  expect(early).toHaveLength(22);
  expect(early.find(({ shop }) => shop === SHOP)!.offers).toBe(1);

  await runDetect(house.pool, job, { today: JUDGED_ON, threads: 2 });
  const late = await leads();
  expect(late).toHaveLength(27);
  const grown = late.find(({ shop }) => shop === SHOP)!;
  expect(grown.offers).toBe(2);
  for (const { lead_id } of late) expect(await history(lead_id)).toEqual(lead_id === grown.lead_id ? ['opened', 'grew'] : ['opened']);
  const out = join(dir, 'out');
  await detectFiles({ rights: [RIGHTS], licences: [], offers: [FILE], covers: [], judgedOn: JUDGED_ON, threads: 1, out });
  for (const name of ['leads', 'screened', 'held'] as const) {
    let stored = '';
    for await (const line of exportLines(house.pool, body, name)) stored += `${line}\n`;
    expect(stored).toBe(readFileSync(join(out, `${name}.jsonl`), 'utf8'));
  }
});
