import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZhijianError } from '@zhijian/contract';
import { afterAll, expect, test } from 'vitest';
import { LineFile } from './line-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'zhijian-lines-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('a thousand writers wait for one disk: every line is there in order, and no listener is left for each', async () => {
  const warned: Error[] = [];
  const listen = (warning: Error) => void warned.push(warning);
  process.on('warning', listen);
  const file = new LineFile(join(dir, 'lines'));
  const lines = Array.from({ length: 1000 }, (_, i) => `${i} ${'鲸'.repeat(5000)}`);
  await Promise.all(lines.map((line) => file.write(line)));
  await file.end();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  expect(warned).toEqual([]);
  expect(file.count).toBe(1000);
  expect(readFileSync(join(dir, 'lines'), 'utf8')).toBe(`${lines.join('\n')}\n`);
});

test('a disk that refuses ends the writing instead of losing lines', { timeout: 10_000 }, async () => {
  const file = new LineFile(join(dir, 'no', 'such', 'folder'));
  const fill = async () => {
    for (let i = 0; i < 1000; i += 1) await file.write('x'.repeat(10_000));
    await file.end();
  };
  await expect(fill()).rejects.toThrow(ZhijianError);
});
