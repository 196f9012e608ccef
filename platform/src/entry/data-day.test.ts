// Of which day a file's data are, said by whoever hands it in: what is old accuses nobody, and a day that the file says goes first.
import { type HeldRow, type ImportDetail, type LeadList, PATH, type RightPage, type RowPage, type StartedImports } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, type TestHouse, testHouse } from './testing.ts';

let house: TestHouse;
let a: Browser;
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
});
afterAll(() => house.close());

const NUMBER = '201829999002.7';
const rights = (known: string) =>
  `种类,号码,名称,权利人,申请日,授权公告日,法律状态,法律状态生效日${known === '' ? '' : ',查询日'}\n实用新型,${NUMBER},手机支架,鲸屿公司,2018-03-01,2019-01-04,未缴年费终止,2023-03-01${known === '' ? '' : `,${known}`}\n`;
const start = async (text: string, known_on: string | null) => {
  const { upload_id } = (await a.upload('rights.csv', text)).body;
  return a.change<StartedImports>('POST', PATH.imports, { upload_id, kind: 'rights', covers: [], known_on });
};
const done = async ({ body }: { body: StartedImports }): Promise<void> => {
  for (;;) {
    const { state } = (await a.get<ImportDetail>(`${PATH.imports}/${body.imports[0]!.id}`)).body;
    if (state === 'done') return;
    await new Promise((go) => setTimeout(go, 50));
  }
};
const known = async () => {
  const { body } = await a.get<RightPage>(PATH.right.replace(':office', 'CN').replace(':kind', 'utility_model').replace(':number', NUMBER));
  return body.right!.events.map(({ known_on }) => known_on);
};

test('[A1.status-history] old data are held, fresh ones accuse; a day in the row goes before the one that is said; no day that is none', async () => {
  expect((await start(rights(''), '2026-02-30')).status).toBe(400);
  await done(await start(rights(''), '2026-01-05'));
  expect(await known()).toContain('2026-01-05');
  const offer = `平台,商品编号,商品标题,店铺名称,采集时间\n甲平台,1,手机支架 实用新型专利号 ZL ${NUMBER} 全新,某店,2026-11-24\n`;
  await a.import('offers', 'offers.csv', offer);
  const held = (await a.get<RowPage<HeldRow>>(PATH.held)).body.rows;
  expect(held.map((row) => row.for.code)).toEqual(['register_stale']);
  expect((await a.get<LeadList>(PATH.leads)).body.rows).toEqual([]);
  // The row says a later day itself: it is that day's.
  await done(await start(rights('2026-11-23'), '2026-01-06'));
  expect(await known()).toContain('2026-11-23');
  expect(await known()).not.toContain('2026-01-06');
  expect((await a.get<LeadList>(PATH.leads)).body.rows.map(({ right }) => right?.number)).toEqual([NUMBER]);
});
