// What a register file says it holds completely.
import type { Coverage } from '@zhijian/contract';
import { parseKind } from './kinds.ts';

/** `CN:utility_model:2010-2026` (kinds in the words of a rights file too); null for anything else. The years are those in the numbers. */
export const parseCoverage = (text: string): Coverage | null => {
  const [, office = '', word = '', from = '', to = ''] =
    /^\s*([A-Z]{2})\s*[:：]([^:：]+)[:：]\s*(\d{4})\s*-\s*(\d{4})\s*$/i.exec(text.normalize('NFKC')) ?? [];
  const kind = parseKind(word);
  if (office === '' || kind === null || kind === 'patent' || Number(from) > Number(to)) return null;
  return { office: office.toUpperCase(), kind, from_year: Number(from), to_year: Number(to) };
};

export const coverageKey = ({ office, kind, from_year, to_year }: Coverage): string => `${office}:${kind}:${from_year}-${to_year}`;
