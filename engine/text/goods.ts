/** What an offer sells, as words of trade with Nice classes (domain.md 1.5, 3.5): the head noun, apart from gifts and from purposes. */
import type { Offer } from '@zhijian/contract';
import { type Found, type Goods, headOf, isSingle, kindsOf, overlaps, read, type Reading } from './goods-read.ts';
import type { GoodsEntry, GoodsRow } from './goods-table.ts';

export { compareGoods, type GoodsComparison } from './goods-compare.ts';
export type { Goods, GoodsTerm } from './goods-read.ts';

/** Whether `special` is `general` with more before it: phone case against case, 手机壳 against 壳. */
const isMoreSpecial = (special: string, general: string): boolean => special.length > general.length && special.endsWith(general);
const classOf = (f: Found): number => f.term.nice_class;
const sharesGroup = (a: GoodsEntry, b: GoodsEntry): boolean => a.rows.some((x) => x.group !== null && b.rows.some((y) => x.group === y.group));
const isAccessoryOf = (part: Found, host: Found): boolean => part.term.role !== 'thing' && overlaps(part.term.hosts, kindsOf(host.entry));

const isLatin = (f: Found): boolean => (f.term.term.codePointAt(0) ?? 0) < 0x2e80;

/**
 * The word of the title that the category confirms, where the title's head is another: "挂面 … 宝宝辅食" filed under noodles. The first
 * part of a compound is none (keyboard protector, 手机壳). A common similar group is enough in Chinese, where spaces part the runs; in
 * English it took modifiers for goods.
 */
function confirmed(title: Reading, named: Found, filed: Found): Found | null {
  const same = (f: Found) => f.term.term === filed.term.term || isMoreSpecial(f.term.term, filed.term.term);
  if (same(named)) return null;
  const modifies = (f: Found, next: Found | undefined) => next !== undefined && next.term.span[0] - f.term.span[1] <= (isLatin(f) ? 1 : 0);
  const able = title.found.filter(
    (f, at) => f.term.position === 'main' && f !== named && !isAccessoryOf(named, f) && !modifies(f, title.found[at + 1]),
  );
  const close = classOf(named) === classOf(filed) || sharesGroup(named.entry, filed.entry);
  return (
    headOf(able.filter(same), 'title') ??
    (close
      ? null
      : headOf(
          able.filter((f) => !isLatin(f) && sharesGroup(f.entry, filed.entry)),
          'title',
        ))
  );
}

function choose(title: Reading, category: Reading): Found | null {
  const named = title.main;
  const filed = category.main;
  if (named && filed) {
    if (isMoreSpecial(filed.term.term, named.term.term)) return filed;
    // filed under 手机配件 while the title names only the phone: the goods are the accessory
    if (named.term.role === 'thing' && filed.term.role === 'dependent' && overlaps(filed.term.hosts, kindsOf(named.entry))) {
      return confirmed(title, named, filed) ?? filed;
    }
    return confirmed(title, named, filed) ?? (isSingle(named) && classOf(named) !== classOf(filed) ? filed : named);
  }
  return named ?? filed ?? title.target ?? title.hint ?? category.target ?? category.hint;
}

/**
 * The goods of an offer from its title and category by the table data/goods-terms.csv; words the table lacks are not seen, and then
 * `main` is null. Pure; any text is accepted, time is linear: 15 us for an
 * English title of 50-70 characters, 7 us for a Chinese one of 60 (one busy core of a two-core machine, Node 24).
 */
export function goodsOf(offer: Pick<Offer, 'title' | 'category'>): Goods {
  const title = read(offer.title, 'title');
  const category = read(offer.category, 'category');
  const chosen = choose(title, category);
  const terms = [...title.found, ...category.found].map((f) => f.term);
  if (!chosen) return { terms, main: null, classes: [] };
  const rows = chosen.entry.rows;
  // "notebook" is paper or a computer: the category says which
  const filedClass = chosen.term.field === 'title' ? category.main?.term.nice_class : undefined;
  const row = rows.find((r) => r.nice_class === filedClass) ?? (rows[0] as GoodsRow);
  Object.assign(chosen.term, { nice_class: row.nice_class, group: row.group, role: row.role, hosts: row.hosts, kinds: row.kinds, position: 'main' });
  return { terms, main: chosen.term, classes: [...new Set([row, ...rows].map((r) => r.nice_class))] };
}
