// The pages in a real browser against a real house with the demo world: an officer's first hour, and what every page must keep.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWeb, webIsStale } from '../../platform/src/entry/build-web.ts';
import { asSystem } from '../../platform/src/kernel/index.ts';
import { invite } from '../../platform/src/people/index.ts';
import { type TestHouse, testHouse } from '../../platform/src/entry/testing.ts';
import { NARROW, openBrowser, openPage, settled, signIn, still, WIDE } from './browser.ts';
import { chromiumPath } from './chromium.ts';
import { axeFindings, foreignWords, overhang } from './page-checks.ts';
import { ROOT } from '../../test/tree.ts';

const world = (name: string) => readFileSync(join(ROOT, 'demo/world', name));
const TWO_BAD_ROWS = [
  '平台,商品编号,商品标题,价格,采集时间',
  '甲平台,Z1,穗禾师 面条,12,2026-11-24',
  '甲平台,Z2,保温杯,30,2026-13-45',
  '甲平台,Z3,毛巾,8,2026-11-24,多一列',
  '甲平台,Z4,台灯,55,2026-11-24',
].join('\n');

describe.skipIf(chromiumPath() === null)('the pages', () => {
  let house: TestHouse;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    if (webIsStale(ROOT)) await buildWeb(ROOT);
    house = await testHouse();
    address = await house.app.listen({ host: '127.0.0.1', port: 0 });
    const officer = await house.signedIn(house.logins[0]!);
    await officer.import('rights', 'rights.csv', world('rights.csv'));
    await officer.import('licences', 'licences.csv', world('licences.csv'));
    await officer.import('offers', 'offers.csv', world('offers.csv'));
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const enter = async (viewport: typeof WIDE): Promise<{ page: Page; complaints: string[] }> => {
    const opened = await openPage(browser, viewport);
    const { person, password } = house.logins[0]!;
    await signIn(opened.page, address, person.login, password);
    await settled(opened.page);
    return opened;
  };
  const count = (page: Page) => page.locator('.lead-items .lead-item').count();
  const reason = async (page: Page) => (await page.locator('.decision-reason').textContent()) ?? '';
  const leadsOf = async (page: Page) =>
    page.locator('.lead-items .lead-item').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

  test('an officer signs in, judges three leads by keyboard, takes one back, reads why one was screened, imports a file with two bad rows', async () => {
    const { page, complaints } = await enter(WIDE);
    const before = await count(page);
    expect(before).toBeGreaterThan(10);
    const seen: string[] = [];
    for (const [verdict, why] of [
      ['1', '1'],
      ['2', '2'],
      ['3', '1'],
    ] as const) {
      seen.push(await reason(page));
      await page.keyboard.press(verdict);
      await page.locator('.judge-why').waitFor();
      await page.keyboard.press(why);
      await page.waitForFunction((left) => document.querySelectorAll('.lead-items .lead-item').length === left, before - seen.length);
      await page.waitForFunction((old) => document.querySelector('.decision-reason')?.textContent !== old, seen.at(-1));
    }
    expect(new Set(seen).size).toBe(3);

    // Undo brings the last one back, and shows it.
    await page.keyboard.press('u');
    await page.waitForFunction((left) => document.querySelectorAll('.lead-items .lead-item').length === left, before - 2);
    await page.waitForFunction((text) => document.querySelector('.decision-reason')?.textContent === text, seen[2]);

    await page.keyboard.press('j');
    await page.waitForFunction((old) => document.querySelector('.decision-reason')?.textContent !== old, seen[2]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/leads\/[0-9a-f]{16}/);
    expect(await page.locator('.lead-page').textContent()).toContain('状态沿革');
    await page.keyboard.press('Escape');
    await page.waitForURL(/\/leads\?/);

    await page.click('nav a[href="/screened"]');
    await page.locator('.match-head').first().click();
    expect(await page.locator('.match-body').first().textContent()).toContain('成立');

    await page.click('nav a[href="/imports"]');
    await page.setInputFiles('input[type="file"]', { name: '商品.csv', mimeType: 'text/csv', buffer: Buffer.from(TWO_BAD_ROWS) });
    const preview = page.getByRole('region', { name: '商品.csv' });
    await preview.getByText('穗禾师 面条').waitFor();
    expect(await preview.textContent()).toContain('产品或服务信息');
    // The bad rows are marked before they are imported: one in its row, one that has no cells by its line.
    expect(await preview.locator('.row-aside').allTextContents()).toEqual([expect.stringContaining('日期无法识别')]);
    expect(await preview.locator('.cell-aside').textContent()).toBe('2026-13-45');
    await preview.getByText('第 4 行').waitFor();
    // What a column is read as may be chosen, by keyboard too.
    await preview.getByRole('combobox', { name: '“采集时间”一栏读作' }).focus();
    await still(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.getByText('查看线索').waitFor({ timeout: 60_000 });
    const rejected = page.getByRole('region', { name: '退回的记录' }).last();
    const rows = await rejected.locator('tbody tr').allTextContents();
    expect(rows).toHaveLength(2);
    expect(rows.join()).toContain('2026-13-45');
    await page.getByRole('button', { name: '修改第 3 行' }).click();
    const form = page.getByRole('dialog');
    const wrong = form.getByLabel('采集时间');
    await wrong.waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await still(page);
    expect([...(await axeFindings(page)), ...(await foreignWords(page, 'zh'))]).toEqual([]);
    await wrong.fill('2026-02-30');
    await form.getByRole('button', { name: '保存并读入' }).click();
    await page.waitForFunction(() => document.querySelector('[aria-invalid="true"]:focus') !== null);
    await wrong.fill('2026-11-24');
    await form.getByRole('button', { name: '保存并读入' }).click();
    await page.getByText('已读入 1 条改好的记录').waitFor();
    expect(await rejected.locator('tbody tr').count()).toBe(1);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载退回的记录' }).click()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('多一列');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  test('every lead shows its whole decision on one screen, on its own page no word of another language and no code', async () => {
    const { page, complaints } = await enter(WIDE);
    const wrong: string[] = [];
    const links = await leadsOf(page);
    for (let at = 0; at < links.length; at += 1) {
      const over = await page.locator('.desk-body').evaluate((body) => body.scrollHeight - body.clientHeight);
      if (over > 0) wrong.push(`${links[at]} is ${over} px too high: ${await reason(page)}`);
      wrong.push(...(await foreignWords(page, 'zh')));
      await page.keyboard.press('j');
      await settled(page);
    }
    for (const link of links) {
      await page.goto(address + link);
      await page.locator('.decision').waitFor();
      await settled(page);
      wrong.push(...(await foreignWords(page, 'zh')));
    }
    expect(links.length).toBeGreaterThan(10);
    expect([...new Set(wrong)]).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 240_000);

  test('every page speaks the language that was chosen, fits its screen and has no serious finding of axe', async () => {
    const wrong: string[] = [];
    let looked = 0;
    const look = async (page: Page, language: 'zh' | 'en') => {
      await settled(page);
      looked += 1;
      wrong.push(...(await foreignWords(page, language)), ...(await axeFindings(page)));
      const over = await overhang(page);
      if (over > 0) wrong.push(`${page.url()} is ${over} px wider than the screen`);
    };
    const settings = [
      { viewport: WIDE, languages: ['zh', 'en'] },
      { viewport: NARROW, languages: ['zh', 'en'] },
    ] as const;
    for (const { viewport, languages } of settings) {
      const stranger = await openPage(browser, viewport);
      const link = await asSystem(house.pool, invite);
      for (const path of ['/sign-in', `/first-account?token=${link}`]) {
        await stranger.page.goto(address + path);
        await stranger.page.locator('form').waitFor();
        await look(stranger.page, 'zh');
      }
      // A link that was used shows no form, but the way in.
      await stranger.page.goto(`${address}/first-account?token=x`);
      await stranger.page.getByText('这个链接不能使用').waitFor();
      await look(stranger.page, 'zh');
      expect(await stranger.page.locator('form').count()).toBe(0);
      await stranger.page.getByRole('link', { name: '去登录' }).click();
      await stranger.page.waitForURL(/\/sign-in/);
      const { page } = await enter(viewport);
      const [lead = ''] = await leadsOf(page);
      const officer = await house.signedIn(house.logins[0]!);
      const { id } = await officer.import('offers', '退回.csv', TWO_BAD_ROWS);
      for (const language of languages) {
        await page.evaluate((chosen) => localStorage.setItem('zhijian.language', chosen), language);
        for (const path of [
          '/leads',
          '/leads?state=all',
          '/leads?q=nothing-is-called-so',
          lead,
          '/screened',
          '/held',
          '/rights',
          '/rights?q=%E6%8A%98%E5%8F%A0%E5%87%B3',
          '/rights/CN/utility_model/201829999012.0?on=2025-06-01&as_known=2025-08-01',
          '/imports',
          `/imports/${id}`,
          '/plan',
          '/nowhere',
        ]) {
          await page.goto(address + path);
          await look(page, language);
          await page.locator('.match-head, .clause').evaluateAll((closed) => {
            for (const head of closed) if (head instanceof HTMLElement) head.click();
          });
          if (/^\/(screened|held|plan)$/.test(path)) await look(page, language);
        }
        await page.goto(address + lead);
        await page.locator('.decision').waitFor();
        await page.keyboard.press('e');
        await page.locator('.ant-modal-content, .ant-modal-container').first().waitFor();
        await look(page, language);
        await page.keyboard.press('Escape');
        await page.keyboard.press('1');
        await look(page, language);
        await page.goto(`${address}/imports`);
        await page.locator('.plain-table a').first().click();
        await page.locator('.tallies').waitFor();
        await look(page, language);
      }
      await page.context().close();
      await stranger.page.context().close();
    }
    expect(looked).toBeGreaterThan(40);
    expect([...new Set(wrong)]).toEqual([]);
  }, 300_000);

  test('another body does not find the lead by its address', async () => {
    const { page } = await enter(WIDE);
    const [lead = ''] = await leadsOf(page);
    await page.context().close();
    const stranger = await openPage(browser, WIDE);
    const { person, password } = house.logins[1]!;
    await stranger.page.goto(`${address}/sign-in?to=${encodeURIComponent(lead)}`);
    await stranger.page.fill('input[autocomplete="username"]', person.login);
    await stranger.page.fill('input[autocomplete="current-password"]', password);
    await stranger.page.keyboard.press('Enter');
    await stranger.page.getByText('没有这一页').waitFor();
    expect(new URL(stranger.page.url()).pathname).toBe(lead.split('?')[0]);
    await stranger.page.context().close();
  });
});
