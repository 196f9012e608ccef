// A workbook that is longer than a sheet goes on in the next one, and is read as one table.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileInput, readTable, type TableForm, xlsxBytes } from './index.ts';

const FORM: TableForm<'number' | 'name'> = { columns: { number: '号码', name: '名称' }, required: ['number'], oneOf: [] };

test('each sheet begins with the headings, the first with what the file says of itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-sheets-'));
  try {
    const rows = [['号码', '名称'], ...Array.from({ length: 25 }, (_, i) => [String(i), i % 2 === 0 ? '=1+1' : `名 ${i}`])];
    const pieces: Uint8Array[] = [];
    for await (const piece of xlsxBytes(rows, '权利', { above: [['# covers: CN:design:2010-2020'], ['# known_on: 2026-01-02']], mostRows: 7 }))
      pieces.push(piece);
    const file = join(folder, 'x.xlsx');
    writeFileSync(file, Buffer.concat(pieces));
    const facts: string[] = [];
    const seen: string[][] = [];
    const told: unknown[] = [];
    const onFacts = (all: readonly { name: string; value: string }[]) => void facts.push(...all.map(({ name, value }) => `${name}=${value}`));
    const tell = (one: unknown) => void told.push(one);
    for await (const batch of readTable(await fileInput(file), FORM, ({ given }) => [given.number ?? '', given.name ?? ''], tell, tell, { onFacts }))
      seen.push(...batch);
    expect(seen).toEqual(rows.slice(1));
    expect(facts).toEqual(['covers=CN:design:2010-2020', 'known_on=2026-01-02']);
    expect(told).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
