// ZIP and gzip around other samples.
import { gzipSync } from 'node:zlib';
import { type Part, zipOf } from '../../platform/src/readers/testing-zip.ts';
import { joined, type Sample, single } from './sample.ts';

/** Bytes of one member, its header too, changed where they stand: the directory at the end of the file still finds the others. */
const zipByMember = (of: Pick<Sample, 'name' | 'kind'>, parts: readonly Part[]): Sample => {
  const bytes = zipOf(parts);
  const ends = parts.map((_, i) => zipOf(parts.slice(0, i + 1))).map((zip) => zip.readUInt32LE(zip.length - 6));
  const records = ends.map((end, i): [number, number] => [ends[i - 1] ?? 0, end]);
  return { group: 'containers', ...of, bytes, records, inPlace: true, without: (k) => zipOf(parts.filter((_, i) => i !== k)) };
};

/** The members are damaged before they are packed. */
const whole = (name: string, bytes: Buffer): Sample => single({ group: 'containers', name, kind: 'rights' }, bytes);

/** @param samples by their names */
export const containerSamples = (samples: ReadonlyMap<string, Sample>): Sample[] => {
  const bytesOf = (name: string): Buffer => samples.get(name)!.bytes;
  const marks = ['60146682-invalid-nationality', '98763166-new-application', '98186103-revival-before'].map((name) => `uspto-trademarks/${name}.xml`);
  const xml = marks.map((name) => ({ name, data: samples.get(name)!.bytes.subarray(...samples.get(name)!.records[0]!) }));
  const page = bytesOf('网页 JSON-LD');
  const tables = [1, 2, 3].map((n) => ({ name: `${n}.csv`, data: bytesOf('examples/offers.csv').toString().replaceAll('A10', `B${n}0`) }));
  const zip = zipOf(xml);
  return [
    zipByMember({ name: 'ZIP: XML', kind: 'rights' }, xml),
    zipByMember(
      { name: 'ZIP: XML, stored', kind: 'rights' },
      xml.map((part) => ({ ...part, stored: true })),
    ),
    zipByMember({ name: 'ZIP: CSV', kind: 'offers' }, tables),
    zipByMember(
      { name: 'ZIP: pages', kind: 'offers' },
      [0, 1, 2].map((n) => ({ name: `${n}.html`, data: page.toString().replaceAll('90000', `9${n}000`) })),
    ),
    zipByMember({ name: 'ZIP: ZIP and gzip', kind: 'rights' }, [
      { name: 'a.zip', data: zip },
      { name: 'b.gz', data: gzipSync(xml[1]!.data) },
      xml[2]!,
    ]),
    whole('gzip: XML', gzipSync(xml[0]!.data)),
    whole('gzip: CSV', gzipSync(bytesOf('examples/rights.csv'))),
    joined(
      { group: 'containers', name: 'gzip: two members', kind: 'rights' },
      Buffer.alloc(0),
      [gzipSync(xml[0]!.data), gzipSync(xml[1]!.data)],
      Buffer.alloc(0),
      Buffer.alloc(0),
      [1],
    ),
  ];
};
