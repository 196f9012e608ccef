import { setTimeout as pause } from 'node:timers/promises';
import type { Offer } from '@zhijian/contract';
import { buildIndex } from '@zhijian/engine';
import { expect, test } from 'vitest';
import type { BatchResult } from './batch.ts';
import { startDetector } from './workers.ts';

const offer = (item: number): Offer => ({
  kind: 'online',
  platform: null,
  item_id: String(item),
  url: null,
  title: `鲸屿 耳机 ${item}`,
  description: '专利号：201829999002.7',
  brand: null,
  maker: null,
  category: null,
  price: null,
  currency: null,
  sales: null,
  shop: null,
  seller: null,
  seller_code: null,
  ship_from: null,
  market: 'CN',
  images: [],
  made_on: null,
  captured_at: '2026-11-20',
  language: null,
  marking: null,
  extra: {},
});

test('results come back in the order given, though a later thread is done first', async () => {
  const setup = { index: buildIndex([], []), judged_on: '2026-11-24', stale_days: 180 };
  // One long batch keeps its thread busy while the other runs through many short ones.
  const sizes = [3000, 1, 2, 3, 700, 4, 5, 6];
  const run = async (threads: number): Promise<BatchResult[]> => {
    const results: BatchResult[] = [];
    const detector = startDetector(setup, threads, async (result) => {
      results.push(result);
    });
    for (const size of sizes) await detector.push(Array.from({ length: size }, (_, i) => offer(i)));
    await detector.finish();
    return results;
  };
  const inThreads = await run(2);
  expect(inThreads.map((result) => result.offers)).toEqual(sizes);
  expect(inThreads).toEqual(await run(1));
});

test('an error in a thread ends the run instead of losing its offers', async () => {
  const setup = { index: buildIndex([], []), judged_on: '2026-11-24', stale_days: 180 };
  const detector = startDetector(setup, 2, async () => {
    throw new Error('the disk is full');
  });
  const fill = async () => {
    for (let i = 0; i < 20; i += 1) await detector.push([offer(i)]);
    await detector.finish();
  };
  await expect(fill()).rejects.toThrow('the disk is full');
});

test('finish waits until the last result is written', async () => {
  const setup = { index: buildIndex([], []), judged_on: '2026-11-24', stale_days: 180 };
  let written = 0;
  const detector = startDetector(setup, 2, async (result) => {
    await pause(100);
    written += result.offers;
  });
  await detector.push([offer(1)]);
  await detector.push([offer(2)]);
  // The results are there and being written.
  while (written === 0) await pause(5);
  await pause(20);
  await detector.finish();
  expect(written).toBe(2);
});
