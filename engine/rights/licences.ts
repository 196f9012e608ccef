// A3: may this trader use this right, for these goods, there, on that day?
import { type Day, type HeldCode, type Label, type Licence, LICENCE_SENTENCE, placeName, type Right, say } from '@zhijian/contract';
import { foldLicences } from './fold-licences.ts';
import { legalName } from './trader.ts';

export interface UseFacts {
  /** Day of the act. */
  day: Day | null;
  /** Country or Chinese division code. */
  market: string;
  /** Nice classes of the goods; null where classes do not matter (patents); empty: not known. */
  classes: number[] | null;
  seller: string | null;
  seller_code: string | null;
  shop: string | null;
  platform: string | null;
  maker: string | null;
}

export interface LicenceVerdict {
  result: 'licensed' | 'not_licensed' | 'unclear';
  /** The licence that decided, or the one that came closest. */
  licence: Licence | null;
  held: HeldCode | null;
  /** Why; null when there is no licence for this trader at all. */
  reason: Label | null;
}

/**
 * Weighs the licences of one right for one use: person, day (both ends inclusive), territory, classes.
 * The best answer wins: licensed, then unclear (a named fact is missing), then the licence that failed.
 */
export const weighLicences = (right: Right, use: UseFacts): LicenceVerdict => {
  let best: LicenceVerdict = { result: 'not_licensed', licence: null, held: null, reason: null };
  for (const licence of right.licences) {
    if (!isLicensee(licence, use)) continue;
    const verdict = weigh(licence, use);
    if (verdict.result === 'licensed') return verdict;
    if (best.licence === null || (verdict.result === 'unclear' && best.result === 'not_licensed')) best = verdict;
  }
  return best;
};

const isLicensee = (licence: Licence, use: UseFacts): boolean => {
  // A code that differs settles it: two companies may share a name, never a code.
  if (licence.licensee_code !== null && use.seller_code !== null) return licence.licensee_code.toUpperCase() === use.seller_code.toUpperCase();
  const licensee = legalName(licence.licensee);
  if (licensee !== null && (licensee === legalName(use.seller) || licensee === legalName(use.maker))) return true;
  const shop = legalName(licence.shop);
  if (shop === null || shop !== legalName(use.shop)) return false;
  const platform = legalName(licence.platform);
  return platform === null || platform === legalName(use.platform);
};

const listed = (items: readonly (string | number | Label)[]): Label => {
  const one = (item: string | number | Label, language: 'zh' | 'en') => (typeof item === 'object' ? item[language] : String(item));
  return { zh: items.map((item) => one(item, 'zh')).join('、'), en: items.map((item) => one(item, 'en')).join(', ') };
};

/** A licence may name its licensee by shop or by code alone. */
const nameOf = ({ licensee, shop, licensee_code }: Licence): string => licensee ?? shop ?? licensee_code ?? '';

const termOf = ({ from, to }: Licence) => {
  const S = LICENCE_SENTENCE;
  if (from !== null) return to === null ? S.valid_from : S.valid;
  return to === null ? S.valid_open : S.valid_to;
};

const weigh = (licence: Licence, use: UseFacts): LicenceVerdict => {
  const who = nameOf(licence);
  const fails = (reason: Label): LicenceVerdict => ({ result: 'not_licensed', licence, held: null, reason });
  const unclear = (held: HeldCode, reason: Label): LicenceVerdict => ({ result: 'unclear', licence, held, reason });
  const S = LICENCE_SENTENCE;
  const { from, to } = licence;

  if (use.day !== null) {
    if (to !== null && use.day > to) return fails(say(S.ended, { who, to, day: use.day }));
    if (from !== null && use.day < from) return fails(say(S.not_begun, { who, from, day: use.day }));
  }
  // A platform without a shop limits the place of sale; with a shop it only says which shop is meant (isLicensee).
  const platform = licence.shop === null ? legalName(licence.platform) : null;
  if (platform !== null && use.platform !== null && platform !== legalName(use.platform))
    return fails(say(S.platform, { who, platform: licence.platform!, offered: use.platform }));

  const place = weighTerritory(licence.territory, use.market);
  const territory = listed(licence.territory.map(placeName));
  if (place === 'outside') return fails(say(S.territory, { who, territory, market: placeName(use.market) }));

  const classes = listed(licence.classes);
  const limited = licence.classes.length > 0 && use.classes !== null;
  if (limited && use.classes!.length > 0 && !use.classes!.some((nice) => licence.classes.includes(nice)))
    return fails(say(S.class, { who, classes, goods: listed(use.classes!) }));
  // What is clearly outside fails first; only then is a missing fact worth asking for.
  if (use.day === null && (from !== null || to !== null)) return unclear('act_date', say(S.day_unknown, { who }));
  if (limited && use.classes!.length === 0) return unclear('goods_class', say(S.class_unknown, { who, classes }));
  if (place === 'unclear') return unclear('place_of_sale', say(S.place_unknown, { who, territory }));
  return { result: 'licensed', licence, held: null, reason: say(termOf(licence), { who, from: from ?? '', to: to ?? '' }) };
};

/**
 * As weighLicences, for an act of an unknown day not later than `use.day`: the marking of goods whose day of production is not
 * known. A licence that has ended since may have covered it, so it neither excuses nor accuses; one that begins later cannot have.
 */
export const weighEarlier = (right: Right, use: UseFacts & { day: Day }): LicenceVerdict => {
  const then = weighLicences(right, use);
  if (then.result !== 'not_licensed') return then;
  const ended = right.licences.filter(({ from, to }) => to !== null && to < use.day && (from === null || from <= use.day));
  const before = weighLicences({ ...right, licences: ended }, { ...use, day: null });
  if (before.result !== 'unclear' || before.licence === null) return then;
  // The other question (a place) may still be open; the day is asked first.
  return {
    ...before,
    held: 'production_date',
    reason: say(LICENCE_SENTENCE.production_unknown, { who: nameOf(before.licence), to: before.licence.to ?? '' }),
  };
};

/** Division codes nest by prefix: 44 holds 4403 and 440300. A national offer under a provincial licence is a question, not an answer. */
const weighTerritory = (territory: readonly string[], market: string): 'inside' | 'outside' | 'unclear' => {
  if (territory.length === 0) return 'inside';
  const where = trimDivision(market);
  let unclear = false;
  for (const code of territory) {
    const area = trimDivision(code);
    if (area === where || area === 'WORLD' || (area === 'CN' && isDivision(where))) return 'inside';
    if (isDivision(area) && isDivision(where) && where.startsWith(area)) return 'inside';
    if (isDivision(area) && (where === 'CN' || (isDivision(where) && area.startsWith(where)))) unclear = true;
  }
  return unclear ? 'unclear' : 'outside';
};
const isDivision = (code: string): boolean => /^\d{2,6}$/.test(code);
const trimDivision = (code: string): string => {
  const upper = code.trim().toUpperCase();
  return isDivision(upper) ? upper.replace(/^(\d{2})(?:0000)$/, '$1').replace(/^(\d{4})00$/, '$1') : upper;
};

/** Attaches licences to their rights, what was entered of them later folded in; returns those whose right is not in the register. */
export function attachLicences(rights: readonly Right[], licences: readonly Licence[]): Licence[] {
  const byNumber = new Map<string, Right[]>();
  for (const right of rights) {
    const key = `${right.kind}\n${right.number}`;
    const known = byNumber.get(key);
    if (known) known.push(right);
    else byNumber.set(key, [right]);
  }
  const entered = new Set<Right>();
  const without = licences.filter((licence) => {
    const owners = byNumber.get(`${licence.right_kind}\n${licence.right_number}`) ?? [];
    for (const right of owners) {
      right.licences.push(licence);
      if (licence.entry !== undefined) entered.add(right);
    }
    return owners.length === 0;
  });
  for (const right of entered) right.licences = foldLicences(right.licences);
  return without;
}
