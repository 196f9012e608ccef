// What is wrong with a page as a person gets it: words of another language, codes of machines, faults that axe finds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Letters of a word, also an id or a code, in a page that speaks Chinese; Chinese, its full-width signs too, in one that speaks English. */
const FOREIGN = { zh: '[A-Za-z_]{2,}', en: '[\\u3000-\\u9fff\\uff01-\\uff5e]' };

interface Found {
  text: string;
  near: string;
}

/** Texts, names and titles outside elements marked as data that hold words of another language. */
export const foreignWords = (page: Page, language: 'zh' | 'en'): Promise<string[]> =>
  page.evaluate((pattern) => {
    const foreign = new RegExp(pattern);
    const isData = (element: Element | null) => element === null || element.closest('[data-raw],[aria-hidden="true"],script,style,svg') !== null;
    const found: Found[] = [];
    const look = (text: string | null, element: Element | null) => {
      if (text !== null && foreign.test(text) && !isData(element))
        found.push({ text: text.trim().slice(0, 80), near: element?.className.toString() ?? '' });
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) look(node.textContent, node.parentElement);
    for (const name of ['title', 'aria-label', 'placeholder', 'alt'])
      for (const element of document.body.querySelectorAll(`[${name}]`)) look(element.getAttribute(name), element);
    return found.map(({ text, near }) => `${location.pathname}: “${text}” (${near})`);
  }, FOREIGN[language]);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: object): Promise<{ violations: { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** Serious and critical findings of axe: rule, element and what to do. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html, failureSummary }) => `${location.pathname} ${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
      );
  });
};

/** How far the page is wider than the screen, in pixels. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
