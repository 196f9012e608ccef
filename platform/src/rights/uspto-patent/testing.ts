// Samples and inputs for the tests of US patent files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Label, Rejected, RightRecord } from '@zhijian/contract';
import { parse } from 'csv-parse/sync';
import type { Input } from '../../readers/index.ts';
import { bytesInput } from '../../readers/testing-input.ts';
import { readUsptoPatents } from './read.ts';

export const SAMPLES = join(import.meta.dirname, '../samples/uspto-patents');
export const sample = (name: string): Buffer => readFileSync(join(SAMPLES, name));

/** Rows of the golden table, by heading. */
export const golden = (): Record<string, string>[] => parse(readFileSync(join(SAMPLES, 'golden.csv')), { columns: true }) as Record<string, string>[];

export interface Outcome {
  records: RightRecord[];
  rejected: Rejected[];
  warnings: Label[];
}

export const readAll = async (input: Input): Promise<Outcome> => {
  const out: Outcome = { records: [], rejected: [], warnings: [] };
  const batches = readUsptoPatents(
    input,
    (one) => out.rejected.push(one),
    (one) => out.warnings.push(one),
  );
  for await (const batch of batches) out.records.push(...batch);
  return out;
};

export const readBytes = (bytes: Buffer | string, piece?: number): Promise<Outcome> => readAll(bytesInput(bytes, 'x.xml', piece));
