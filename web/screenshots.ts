// Pictures of every page for the documents, out of a running house: `node web/screenshots.ts [address] [file of logins]`.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACT_SHORT, type FirstLink } from '@zhijian/contract';
import type { Page } from 'playwright-core';
import { NARROW, openBrowser, openPage, settled, signIn, WIDE } from './e2e/browser.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const [address = 'http://127.0.0.1:8080', logins = join(ROOT, 'data/demo-logins.json')] = process.argv.slice(2);
const [{ login, password }] = JSON.parse(readFileSync(logins, 'utf8')) as [{ login: string; password: string }];
const folder = join(ROOT, 'docs/screens');

/** What stands on each picture, and what is done on the page before it is taken. */
const PAGES: { name: string; path: string; first?: (page: Page) => Promise<void> }[] = [
  {
    name: 'leads',
    path: '/leads',
    // On a telephone a tap would open the lead's own page.
    first: async (page) => {
      const likeness = page.locator('.lead-items .lead-item', { hasText: ACT_SHORT.T2.zh }).first();
      if ((page.viewportSize()?.width ?? 0) > 1000) await likeness.click();
    },
  },
  { name: 'screened', path: '/screened?q=鹮舟', first: (page) => page.locator('.match-head').first().click() },
  { name: 'held', path: '/held' },
  { name: 'rights', path: '/rights' },
  { name: 'right', path: '/rights/CN/utility_model/201829999012.0?on=2025-06-01&as_known=2026-11-20' },
  { name: 'imports', path: '/imports' },
  {
    name: 'preview',
    path: '/imports',
    first: async (page) => {
      await page.setInputFiles('input[type="file"]', join(ROOT, 'examples/offers-with-errors.csv'));
      await page.locator('.map-select').first().waitFor();
    },
  },
  {
    name: 'import',
    path: '/imports',
    first: async (page) => {
      await page.locator('.plain-table a').first().click();
      await page.locator('.tallies').waitFor();
    },
  },
  { name: 'plan', path: '/plan' },
];

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
for (const viewport of [WIDE, NARROW]) {
  const { page } = await openPage(browser, viewport);
  const take = async (name: string) => {
    await settled(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${name}-${viewport.width}.png`) });
    process.stdout.write(`docs/screens/${name}-${viewport.width}.png\n`);
  };
  await page.goto(`${address}/sign-in`);
  await take('sign-in');
  // The house has its accounts, and the link was used: the picture is of the one that is open.
  await page.route('**/api/first-account*', (asked) => asked.fulfill({ json: { open: true } satisfies FirstLink }));
  await page.goto(`${address}/first-account?token=picture`);
  await page.locator('form').waitFor();
  await take('first-account');
  await signIn(page, address, login, password);
  for (const { name, path, first } of PAGES) {
    await page.goto(address + path);
    await settled(page);
    await first?.(page);
    await take(name);
  }
  await page.goto(`${address}/leads?kind=utility_model`);
  await settled(page);
  await page.goto(address + ((await page.locator('.lead-items .lead-item').first().getAttribute('href')) ?? ''));
  await take('lead');
  await page.context().close();
}
await browser.close();
