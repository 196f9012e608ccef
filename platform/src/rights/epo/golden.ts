// The table made by reading the samples.
import { sample } from './testing.ts';

export interface Golden {
  office: string;
  kind: string;
  number: string;
  publications: string[];
  titles: Record<string, string>;
  name: string | null;
  owner: string | null;
  applicants: string[];
  filing_date: string | null;
  grant_date: string | null;
  published_on: string | null;
  ipc: string[];
  cpc: string[];
  uspc: string[];
  priorities: string[];
  family_id: string | null;
  family: string[];
  abstract: string | null;
  claims: number[][];
  events: number;
  statuses: (string | null)[][];
}
export interface GoldenFile {
  file: string;
  sample?: string;
  also?: string[];
  also_samples?: string[];
  records: (Golden & { whole?: Partial<Golden> })[];
}

export const golden = (): GoldenFile[] => (JSON.parse(sample('golden.json').toString('utf8')) as { files: GoldenFile[] }).files;
