// In whose name a command works, and what it remembers of that body's headings, by the command line against a real database.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImport, keepFile } from '../imports/index.ts';
import { asBody, asSystem, hasDatabase } from '../kernel/index.ts';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';
import { demoAccounts, type DemoLogin } from '../people/index.ts';
import { help } from './help.ts';
import { runCommand } from './testing-work.ts';

const dir = mkdtempSync(join(tmpdir(), 'zhijian-whose-'));
const odd = join(dir, 'odd.csv');
let house: TestDatabase;
let logins: DemoLogin[];
beforeAll(async () => {
  house = await testDatabase();
  logins = await asSystem(house.pool, demoAccounts);
  writeFileSync(odd, '货品代号,货品叫法,平台\n1,鲸屿 手机壳,甲平台\n');
});
afterAll(async () => {
  await house.drop();
  rmSync(dir, { recursive: true, force: true });
});

test('a command that is not told the body names the one it took, and how to choose another', async () => {
  const [first, second] = logins.map(({ person }) => person.body_name);
  const { code, out, err } = await runCommand(house, dir, 'export', 'rights');
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(
    new RegExp(`机构：${first}。有多个机构而未写 --body，取第一个；可用 --body 选择：${first}、${second} / body: ${first}\\. .*--body`),
  );
  expect(await runCommand(house, dir, 'export', 'rights', '--body', second!)).toEqual({ code: 0, out: '', err: '' });
  for (const command of ['import', 'export', 'right']) {
    expect(help([command])).toContain('演示世界中省略则取第一个');
    expect(help([command])).toContain('the command names the body it took');
  }
}, 60_000);

test('a dry run reads headings as the body mapped them before; without a database it says that they were not asked, and makes none', async () => {
  const [one, other] = logins.map(({ person }) => person);
  expect(await runCommand(house, dir, 'import', odd, '--dry-run', '--body', one!.body_name)).toMatchObject({ code: 2 });
  const { body_id, region, account_id } = one!;
  const asker = { body_id, region, account_id };
  const mapping = { 货品代号: 'item_id', 货品叫法: 'title' };
  await asBody(house.pool, asker, (tx) =>
    createImport(tx, asker, { file_name: 'odd.csv', file_path: keepFile(dir, odd), kind: 'offers', covers: [], mapping }),
  );
  const mapped = await runCommand(house, dir, 'import', odd, '--dry-run', '--body', one!.body_name);
  expect(mapped).toMatchObject({ code: 0, out: '' });
  expect(mapped.err).toContain('odd.csv (offers): reading …');
  expect(mapped.err).toContain('odd.csv (offers): 1 can be read, 0 would be set aside');
  expect(mapped.err).not.toMatch(/consulted|0 条|0 records/);
  expect(await runCommand(house, dir, 'import', odd, '--dry-run', '--body', other!.body_name)).toMatchObject({ code: 2 });

  const away = join(dir, 'away');
  const offers = join(dir, 'offers.csv');
  writeFileSync(offers, '商品编号,商品标题,平台\n1,鲸屿 手机壳,甲平台\n');
  const alone = await runCommand(null, away, 'import', offers, '--dry-run');
  expect(alone).toMatchObject({ code: 0, out: '', err: expect.stringContaining('what headings were mapped to before was not consulted') });
  expect(alone.err).toContain('offers.csv (offers): 1 can be read');
  // A folder without a database stays one.
  expect(await runCommand(null, dir, 'import', offers, '--dry-run')).toMatchObject({ code: 0, err: expect.stringContaining('not consulted') });
  expect([existsSync(away), hasDatabase(dir)]).toEqual([false, false]);
}, 120_000);
