// A Chromium of the machine, for the tests of the pages and for the pictures in the documents.
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

/** Throws where the machine has none; ask `chromiumPath` first. */
export const openBrowser = (): Promise<Browser> => {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('no Chromium on this machine');
  // Root has no sandbox of its own; the other switches keep the browser from calling home.
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args });
};

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** A page at a desk or on a telephone; `complaints` gathers what the page writes as an error. */
export const openPage = async (browser: Browser, viewport: { width: number; height: number }): Promise<{ page: Page; complaints: string[] }> => {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Refusals of the API that a test provokes are the browser's words, not the page's.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints };
};

export const signIn = async (page: Page, address: string, login: string, password: string): Promise<void> => {
  await page.goto(`${address}/sign-in`);
  await page.fill('input[autocomplete="username"]', login);
  await page.fill('input[autocomplete="current-password"]', password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lead-item');
};

/** Until nothing is loading any more: the page stands, and no skeleton does. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('h1,h2') !== null && document.querySelector('.waiting') === null);
};

/** Until no colour or place is on its way: a word halfway to its colour has no contrast of its own. */
export const still = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
};
