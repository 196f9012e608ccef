// What is stored of decisions and traders: once for each body, found by right, by case, by code and by name, and by no other body.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision, TraderRecord } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asBody, asSystem, type Tx } from '../kernel/index.ts';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';
import { decisionsByNumber, decisionsOfRight, insertDecisions, readDecisions } from '../rights/index.ts';
import { insertTraders, readTraders, traderByCode, traderByName } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-stores-'));
let house: TestDatabase;
beforeAll(async () => {
  house = await testDatabase();
});
afterAll(async () => {
  await house.drop();
  rmSync(folder, { recursive: true });
});

const bodyOf = async () => {
  const body_id = await asSystem(house.pool, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `INSERT INTO people.body (kind, name, region) VALUES ('local_office', '甲局', '33') RETURNING id`,
    );
    return rows[0]!.id;
  });
  return <T>(use: (tx: Tx) => Promise<T>) => asBody(house.pool, { body_id, region: '33' }, use);
};
const importOf = async (tx: Tx, kind: string): Promise<string> =>
  (await tx.query<{ id: string }>(`INSERT INTO imports.import (file_name, file_path, kind) VALUES ('f', 'f', $1) RETURNING id`, [kind])).rows[0]!.id;

const all = async <T>(content: string, read: (files: string[], a: () => void, b: () => void) => AsyncIterable<T>): Promise<T[]> => {
  const file = join(folder, 'file.csv');
  writeFileSync(file, content);
  const found: T[] = [];
  for await (const one of read(
    [file],
    () => {},
    () => {},
  ))
    found.push(one);
  return found;
};

test('decisions are stored once and found by right and by case number', async () => {
  const content = `决定号,委内编号,决定日,申请(专利)号,审查结论
9912,5W109912,2023-05-06,201829999002.7,全部无效
9913,,2022-05-06,201829999002.7;201829999010.1,部分无效
`;
  const decisions: Decision[] = (await all(content, readDecisions)).map(({ decision }) => decision);
  const inBody = await bodyOf();
  const store = () => inBody(async (tx) => insertDecisions(tx, await importOf(tx, 'decisions'), decisions));
  expect([await store(), await store()]).toEqual([2, 0]);
  const right = { office: 'CN', kind: 'utility_model', number: '201829999002.7' } as const;
  const numbers = (found: Decision[]) => found.map(({ case_number }) => case_number);
  expect(numbers(await inBody((tx) => decisionsOfRight(tx, right)))).toEqual(['第9913号', '第9912号']);
  expect(await inBody((tx) => decisionsOfRight(tx, right))).toContainEqual(decisions[0]);
  expect(numbers(await inBody((tx) => decisionsByNumber(tx, 'WX9912')))).toEqual(['第9912号']);
  expect(numbers(await inBody((tx) => decisionsByNumber(tx, '5w109912')))).toEqual(['第9912号']);
  expect(await (await bodyOf())((tx) => decisionsOfRight(tx, right))).toEqual([]);
});

test('traders: the last known by code, all that had a name by that name in any width', async () => {
  const traders: TraderRecord[] = await all(
    `统一社会信用代码,名称,登记状态,查询日期
91310000MA9999929M,鲸屿（上海）五金,存续,2026-11-01
91310000MA9999929M,鲸屿（上海）五金,注销,2025-11-01
`,
    readTraders,
  );
  const inBody = await bodyOf();
  const store = () => inBody(async (tx) => insertTraders(tx, await importOf(tx, 'traders'), traders));
  expect([await store(), await store()]).toEqual([2, 0]);
  expect(await inBody((tx) => traderByCode(tx, '91310000ma9999929m'))).toEqual(traders[0]);
  expect(await inBody((tx) => traderByCode(tx, '91330100MA9999902B'))).toBeNull();
  expect(await inBody((tx) => traderByName(tx, '鲸屿(上海) 五金'))).toEqual([traders[0]]);
  expect(await inBody((tx) => traderByName(tx, '（）'))).toEqual([]);
  expect(await (await bodyOf())((tx) => traderByCode(tx, '91310000MA9999929M'))).toBeNull();
});
