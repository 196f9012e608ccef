import { expect, test } from 'vitest';
import { golden, readBytes, sample } from './testing.ts';
import { fractions, mutated } from '../../readers/testing-damage.ts';

const names = golden().map((row) => row['sample']!);
const GREEN = 'greenbook/US03937375.greenbook';

/** The smallest of each form: an office's file holds one form. */
const NEIGHBOURS: [begins: string, name: string][] = [
  ['greenbook/US03937375', 'greenbook/US04347903.greenbook'],
  ['greenbook/', GREEN],
  ['sgml/', 'sgml/USD435854S1.xml'],
  ['pap/', 'pap/US20010000943A1.xml'],
  ['xmlApp2004/', 'xmlApp2004/US20050004437A1.xml'],
  ['xml4ip/13962724.2014-11-18.I2NR21P9PXXIFW3.ABST', 'xml4ip/13962724.2014-11-18.I2NR21P9PXXIFW3.ABST.xml'],
  ['xml4ip/', 'xml4ip/12993548.2013-05-30.HHC6R88MPXXIFW3.CLM.xml'],
  ['xml20', 'xml2004/US06970935.xml'],
];

/** Of another number than any sample, so that it is not taken for one. */
const neighbourOf = (name: string): Buffer => {
  const own = NEIGHBOURS.find(([begins]) => name.startsWith(begins))![1];
  const { application = '' } = golden().find((row) => row['sample'] === own)!;
  return own.endsWith('.xml')
    ? Buffer.from(
        sample(own)
          .toString()
          .replaceAll(application, `${application.slice(0, 6)}99`),
      )
    : sample(own);
};
const SLOWEST_MS = 5_000;

const PIECES = [
  '<',
  '>',
  '&',
  '"',
  '&nope;',
  '<!--',
  ']]>',
  '<![CDATA[',
  '</claim>',
  '<claim-text>',
  '\0',
  '\xff\xfe',
  '99999999',
  '20051399',
  '-1',
  '=1+1',
]
  .concat(['\nCLMS\n', '\nNUM  2.\n', '\r', '<?x', '<!DOCTYPE a [', '  '])
  .map((text) => Buffer.from(text, 'latin1'));

test.for(names)('200 mutations of %s cost no neighbour and hang nowhere', { timeout: 300_000 }, async (name) => {
  const next = fractions(names.indexOf(name) + 1);
  const original = sample(name);
  const neighbour = neighbourOf(name);
  const expected = JSON.stringify((await readBytes(neighbour)).records[0]!);
  let slowest = 0;
  let different = 0;
  for (let round = 0; round < 200; round++) {
    const started = performance.now();
    const { records, rejected } = await readBytes(Buffer.concat([mutated(original, PIECES, next), Buffer.from('\n'), neighbour]));
    slowest = Math.max(slowest, performance.now() - started);
    expect(JSON.stringify(records.at(-1)), `round ${round}`).toBe(expected);
    if (rejected.length > 0) different++;
    for (const one of rejected) expect(one).toMatchObject({ file: 'x.xml', line: expect.any(Number), allowed: { zh: expect.any(String) } });
  }
  expect(slowest).toBeLessThan(SLOWEST_MS);
  expect(different).toBeGreaterThan(0);
});

test('a file cut short gives the whole record or none of it', async () => {
  for (const name of names) {
    const bytes = sample(name);
    const whole = JSON.stringify((await readBytes(bytes)).records);
    let none = 0;
    for (let cut = 0; cut < 40; cut++) {
      const { records, rejected, warnings } = await readBytes(bytes.subarray(0, Math.floor((bytes.length * cut) / 40)));
      if (records.length > 0) expect(JSON.stringify(records), `${name} ${cut}`).toBe(whole);
      else none++;
      expect(records.length + rejected.length + warnings.length, `${name} ${cut}`).toBeGreaterThan(0);
    }
    expect(none).toBeGreaterThan(0);
  }
});

test('a cut in the first of two costs that one', async () => {
  for (const name of names) {
    const bytes = sample(name);
    const neighbour = neighbourOf(name);
    const expected = JSON.stringify((await readBytes(neighbour)).records[0]!);
    for (let cut = 1; cut < 20; cut++) {
      const begun = bytes.subarray(0, Math.floor((bytes.length * cut) / 20));
      const { records } = await readBytes(Buffer.concat([begun, Buffer.from('\n'), neighbour]));
      expect(JSON.stringify(records.at(-1)), `${name} ${cut}`).toBe(expected);
    }
  }
});

test('a Green Book record whose first line is damaged is read, and takes nothing of its neighbour', async () => {
  const two = `${sample(GREEN)}${sample('greenbook/US04347903.greenbook')}`;
  const numbers = async (text: string) => (await readBytes(text)).records.map(({ rows }) => rows[0]!.number);
  expect(await numbers(two.replace('PATN', 'P?TN'))).toEqual(['05518454', '06192529']);
  expect(await numbers(two.replace(/\nPATN/, '\nPXTN'))).toEqual(['05518454', '06192529']);
});
