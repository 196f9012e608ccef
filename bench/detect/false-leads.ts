// False leads: what the engine says of lawful real offers, against what they really sell.
import type { Lead } from '@zhijian/contract';
import { DEFAULT_STALE_DAYS, detectOffer, type RegisterIndex } from '@zhijian/engine';
import type { RealOffer } from './offers.ts';
import { JUDGED_ON } from './scans.ts';

export interface FalseLeads {
  offers: number;
  /** Leads on offers of the mark's own brand: right by the rules, since no licence is on file. */
  own_brand: number;
  wrong: number;
  by_variant: Record<string, number>;
  by_row: Record<string, number>;
  examples: { mark: string; sign: string; title: string; count: number }[];
}

const EXAMPLES = 10;
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const wordsOf = (text: string) =>
  text
    .split(/[\s,.-]+/)
    .map(bare)
    .filter((word) => word !== '');
/** The words of `text` begin with `name` as whole words. */
const beginsWith = (text: string, name: string) => {
  let joined = '';
  for (const word of wordsOf(text)) {
    joined += word;
    if (joined === name) return true;
  }
  return false;
};

/**
 * The brand field is the very mark or begins with it (sony computer entertainment), or the title begins with it and no brand field says
 * otherwise; in Chinese, a person tagged it as the brand. Told from the offer alone, without the engine's reading of it.
 */
function isOwnBrand(mark: string, { offer, brands }: RealOffer): boolean {
  const names = [mark, ...mark.split(/[/;|]/), ...(mark.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])]
    .map(bare)
    .filter((name) => name.length > 1);
  if (brands !== null) return brands.some((brand) => names.includes(bare(brand)));
  const { brand, title } = offer;
  return names.some((name) => (brand === null ? beginsWith(title ?? '', name) : bare(brand) === name || beginsWith(brand, name)));
}

const signOf = (lead: Lead): { text: string; variant: string } => {
  const features = lead.matches[0]!.features;
  const text = features.find(({ name }) => name === 'mark')?.text ?? '';
  const sign = features.find(({ name, text: one }) => name === 'sign' && one === text) ?? features.find(({ name }) => name === 'sign');
  return { text, variant: String(sign?.value ?? 'none') };
};

export function countFalseLeads(offers: readonly RealOffer[], register: RegisterIndex): FalseLeads {
  const counts: FalseLeads = { offers: offers.length, own_brand: 0, wrong: 0, by_variant: {}, by_row: {}, examples: [] };
  const examples = new Map<string, FalseLeads['examples'][number]>();
  for (const real of offers) {
    for (const lead of detectOffer(real.offer, { register, judged_on: JUDGED_ON, stale_days: DEFAULT_STALE_DAYS }).leads) {
      const mark = lead.right?.name ?? lead.claimed_number ?? '';
      if (lead.right !== null && isOwnBrand(mark, real)) {
        counts.own_brand += 1;
        continue;
      }
      const { text, variant } = signOf(lead);
      const row = `${lead.matches[0]!.model} ${lead.matches[0]!.row}`;
      counts.wrong += 1;
      counts.by_variant[variant] = (counts.by_variant[variant] ?? 0) + 1;
      counts.by_row[row] = (counts.by_row[row] ?? 0) + 1;
      const key = `${mark}\n${text}`;
      const known = examples.get(key);
      if (known) known.count += 1;
      else examples.set(key, { mark, sign: text, title: real.offer.title ?? '', count: 1 });
    }
  }
  counts.examples = [...examples.values()].sort((a, b) => b.count - a.count || (a.mark < b.mark ? -1 : 1)).slice(0, EXAMPLES);
  return counts;
}

export interface IphoneCounts {
  titles: number;
  leads: number;
  screened: number;
  held: number;
  nothing: number;
  /** Leads on offers whose title does not say iphone. */
  elsewhere: number;
}

/** One right, IPHONE in class 9, against all English offers (issue "Detect", case 2). */
export function countIphone(offers: readonly RealOffer[], register: RegisterIndex): IphoneCounts {
  const counts: IphoneCounts = { titles: 0, leads: 0, screened: 0, held: 0, nothing: 0, elsewhere: 0 };
  for (const { offer } of offers) {
    const { leads, screened, held } = detectOffer(offer, { register, judged_on: JUDGED_ON, stale_days: DEFAULT_STALE_DAYS });
    if (!/iphone/i.test(offer.title ?? '')) {
      counts.elsewhere += leads.length;
      continue;
    }
    counts.titles += 1;
    if (leads.length > 0) counts.leads += 1;
    else if (held.length > 0) counts.held += 1;
    else if (screened.length > 0) counts.screened += 1;
    else counts.nothing += 1;
  }
  return counts;
}
