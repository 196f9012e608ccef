// Samples, made files and inputs for the tests of files of the EPO.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Label, Rejected, RightRecord } from '@zhijian/contract';
import { bytesInput } from '../../readers/testing-input.ts';
import { readEpo } from './read-epo.ts';

export const SAMPLES = join(import.meta.dirname, '../samples/epo');
export const sample = (name: string): Buffer => readFileSync(join(SAMPLES, name));

export interface Outcome {
  records: RightRecord[];
  rejected: Rejected[];
  warnings: Label[];
}

export const readBytes = async (bytes: Buffer | string): Promise<Outcome> => {
  const out: Outcome = { records: [], rejected: [], warnings: [] };
  const batches = readEpo(
    bytesInput(bytes, 'x'),
    (one) => out.rejected.push(one),
    (one) => out.warnings.push(one),
  );
  for await (const batch of batches) out.records.push(...batch);
  return out;
};

export interface MadeEvent {
  code: string;
  gazette: string;
  effective?: string;
  free?: string;
  owner?: string;
  exchanged?: string;
  created?: string;
}

const legal = (country: string, { code, gazette, effective, free, owner, exchanged = '0001-01-01', created = '0001-01-01' }: MadeEvent): string => `
  <ops:legal code="${code.padEnd(4)}" desc="WORDS OF THE CODE" infl=" " dateMigr="00010101">
    <ops:pre line="00001">${country}0 ${gazette}${code.padEnd(4)} WORDS OF THE CODE Free Format Text ${free ?? ''}</ops:pre>
    <ops:L001EP desc="Country Code">${country}</ops:L001EP>
    <ops:L007EP desc="Gazette DATE">${gazette}</ops:L007EP>
    <ops:L018EP desc="DATE last exchanged">${exchanged}</ops:L018EP>
    <ops:L019EP desc="DATE first created">${created}</ops:L019EP>
    <ops:L500EP>
      ${owner === undefined ? '' : `<ops:L509EP desc="OWNER">${owner}</ops:L509EP>`}
      ${free === undefined ? '' : `<ops:L510EP desc="Free Format Text">${free}</ops:L510EP>`}
      ${effective === undefined ? '' : `<ops:L525EP desc="Effective DATE">${effective}</ops:L525EP>`}
    </ops:L500EP>
  </ops:legal>`;

export interface MadeMember {
  country: string;
  publication: string;
  kind: string;
  published: string;
  application: string;
  filed: string;
  events?: MadeEvent[];
}

/** A family as OPS writes it. */
export const madeFamily = (...members: MadeMember[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<ops:world-patent-data xmlns="http://www.epo.org/exchange" xmlns:ops="http://ops.epo.org"><ops:patent-family legal="true">${members
  .map(
    ({ country, publication, kind, published, application, filed, events = [] }) => `
<ops:family-member family-id="1">
  <publication-reference><document-id document-id-type="docdb"><country>${country}</country><doc-number>${publication}</doc-number><kind>${kind}</kind><date>${published}</date></document-id></publication-reference>
  <application-reference><document-id document-id-type="docdb"><country>${country}</country><doc-number>${application}</doc-number><kind>A</kind><date>${filed}</date></document-id></application-reference>
  ${events.map((event) => legal(country, event)).join('')}
</ops:family-member>`,
  )
  .join('')}
</ops:patent-family></ops:world-patent-data>`;
