import type { Day } from '@zhijian/contract';

export interface DetectOptions {
  rights: string[];
  licences: string[];
  offers: string[];
  /** What the rights files together hold completely, as `CN:utility_model:2010-2026`. */
  covers: string[];
  judgedOn: Day;
  threads: number;
  out: string;
}
