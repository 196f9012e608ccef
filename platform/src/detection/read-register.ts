// Rights and licences from files to one index.
import type { Coverage, Label, Licence, Rejected, RightRow } from '@zhijian/contract';
import { attachLicences, buildIndex, foldRights, type IndexData } from '@zhijian/engine';
import { readLicences, readRights } from '../rights/index.ts';
import type { DetectOptions } from './options.ts';
import type { Progress } from './progress.ts';

export interface ReadRegister {
  index: IndexData;
  rightRows: number;
  licences: number;
  /** Licences for rights that no rights file holds. */
  licencesWithoutRight: number;
  coverage: Coverage[];
}

export async function readRegister(
  options: DetectOptions,
  reject: (kind: 'rights' | 'licences') => (one: Rejected) => Promise<void>,
  warn: (warning: Label) => void,
  progress: Progress,
): Promise<ReadRegister> {
  progress.stage('register');
  const reading = readRights(
    options.rights.map((file) => ({ file, covers: options.covers })),
    reject('rights'),
    warn,
  );
  const rows: RightRow[] = [];
  for await (const record of reading) rows.push(...record.rows);
  const licences: Licence[] = [];
  for await (const record of readLicences(options.licences, reject('licences'), warn)) {
    rows.push(...record.rows);
    if (record.licence !== null) licences.push(record.licence);
  }
  const rights = foldRights(rows);
  const without = attachLicences(rights, licences).length;
  progress.stage('index');
  const { coverage } = reading;
  return { index: buildIndex(rights, coverage), rightRows: rows.length, licences: licences.length, licencesWithoutRight: without, coverage };
}
