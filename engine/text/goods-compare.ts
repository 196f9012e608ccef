/** How near the goods of an offer are to those a right covers. */
import type { GoodsRelation } from '@zhijian/contract';
import { type Goods, read } from './goods-read.ts';
import { entryOf, kinshipOf, type GoodsEntry, type GoodsRow } from './goods-table.ts';

export interface GoodsComparison {
  relation: GoodsRelation;
  /**
   * 0..1 after domain.md 1.5: item 1, group 0.9; class 0.8 where the right lists no goods, 0.5 where it lists goods and a group is not
   * known, 0.3 where the groups are known and differ; kinship as its table.
   */
  value: number;
  /** What agreed. class with `same`: the right lists no goods, and only the class is known to agree. */
  by: 'item' | 'group' | 'class' | 'kinship' | 'none' | 'unknown';
  /** The class of the offer that was compared. */
  nice_class: number | null;
  /** The right's item that decided, as the right writes it. */
  right_term: string | null;
}

interface RightItem {
  written: string;
  entry: GoodsEntry | null;
}

function itemEntry(written: string): GoodsEntry | null {
  const reading = read(written, 'title');
  return (reading.main ?? reading.target ?? reading.hint)?.entry ?? null;
}

/** Rights are compared with many offers: their items are looked up once for each list object. */
const looked = new WeakMap<readonly string[], RightItem[]>();

function itemsOf(goods: readonly string[]): RightItem[] {
  let items = looked.get(goods);
  if (!items) {
    items = goods.map((written) => ({ written, entry: itemEntry(written) }));
    looked.set(goods, items);
  }
  return items;
}

/** Whether all that is listed and offered in this class has a known similar group; by then a common group has been looked for in vain. */
function groupsDiffer(items: readonly RightItem[], rows: readonly GoodsRow[], niceClass: number): boolean {
  const listed = items.flatMap((item) => item.entry?.rows.filter((row) => row.nice_class === niceClass) ?? []);
  const offered = rows.filter((row) => row.nice_class === niceClass);
  return items.every((item) => item.entry) && listed.length > 0 && [...listed, ...offered].every((row) => row.group !== null);
}

const relationOf = (value: number): GoodsRelation => (value >= 0.8 ? 'same' : value >= 0.5 ? 'similar' : 'other');

/**
 * How near the offer's goods are to those a right covers (domain.md 1.5, a reference and not the legal test). `same` from 0.8, `similar`
 * from 0.5; `unknown` where the offer's goods are not known or the right states neither classes nor goods.
 */
export function compareGoods(right: { classes: number[]; goods: string[] }, goods: Goods): GoodsComparison {
  const main = goods.main;
  const items = itemsOf(right.goods);
  const rightClasses = new Set([...right.classes, ...(right.classes.length ? [] : items.flatMap((i) => i.entry?.rows[0]?.nice_class ?? []))]);
  if (!main || rightClasses.size === 0)
    return { relation: 'unknown', value: 0, by: 'unknown', nice_class: main?.nice_class ?? null, right_term: null };
  const rows = entryOf(main.term)?.rows ?? [];
  const best: GoodsComparison = { relation: 'other', value: 0, by: 'none', nice_class: main.nice_class, right_term: null };
  const offer = (value: number, by: GoodsComparison['by'], niceClass: number, rightTerm: string | null) => {
    if (value > best.value) Object.assign(best, { value, by, nice_class: niceClass, right_term: rightTerm });
  };
  for (const item of items) {
    if (item.entry?.term === main.term) offer(1, 'item', main.nice_class, item.written);
    for (const its of item.entry?.rows ?? []) {
      const mine = rows.find((row) => row.group !== null && row.group === its.group);
      if (mine) offer(0.9, 'group', mine.nice_class, item.written);
      for (const row of rows)
        if (row.group !== null && its.group !== null) offer(kinshipOf(Number(row.group), Number(its.group)), 'kinship', row.nice_class, item.written);
    }
  }
  for (const mine of goods.classes) {
    if (rightClasses.has(mine)) offer(items.length === 0 ? 0.8 : groupsDiffer(items, rows, mine) ? 0.3 : 0.5, 'class', mine, null);
    for (const its of rightClasses) offer(kinshipOf(mine, its), 'kinship', mine, null);
  }
  best.relation = relationOf(best.value);
  return best;
}
