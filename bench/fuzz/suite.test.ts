// 200 mutations of the samples that no reader's own test damages: files of offices that are no register, .xls, pages without scripts, gzip.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { damagedSample, missing, readFileAsImport } from './attempt.ts';
import { allSamples } from './samples.ts';
import { HANG_MS } from './watch.ts';

const MUTATIONS = 200;
const OWN =
  /^uspto-patents\/other\/|^epo\/(?:description|errors|images|messages|search)|^examples\/|^docs\/templates\/|XLS$|^JSON|^网页 (?:microdata|Open)|^gzip/;

const folder = mkdtempSync(join(tmpdir(), 'zhijian-fuzz-suite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'sample');
const read = async (bytes: Buffer) => {
  writeFileSync(path, bytes);
  return await readFileAsImport(path);
};

const samples = (await allSamples()).filter(({ name }) => OWN.test(name));

test.each(samples.map((sample) => [sample.name, sample] as const))(
  `${MUTATIONS} mutations of %s`,
  async (name, sample) => {
    const neighbours = new Map<number, string[]>();
    for (let attempt = 0; attempt < MUTATIONS; attempt++) {
      const { bytes, record } = damagedSample(sample, 1, attempt);
      if (record !== null && !neighbours.has(record)) neighbours.set(record, (await read(sample.without(record))).good);
      const began = performance.now();
      const { good } = await read(bytes);
      expect(performance.now() - began, `${name} ${attempt}`).toBeLessThan(HANG_MS);
      if (record !== null) expect(missing(neighbours.get(record)!, good), `${name} ${attempt}`).toEqual([]);
    }
  },
  120_000,
);
