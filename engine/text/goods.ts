/** What an offer sells, as words of trade with Nice classes (domain.md 1.5, 3.5): the head noun, apart from gifts and from purposes. */
import type { GoodsRelation, Offer } from '@zhijian/contract';
import { scanGoods, type Piece } from './goods-scan.ts';
import { entryOf, kinshipOf, type GoodsEntry, type GoodsRole, type GoodsRow } from './goods-table.ts';

export interface GoodsTerm {
  term: string;
  nice_class: number;
  group: string | null;
  role: GoodsRole;
  /** The kinds of host that an accessory belongs to; for a thing, the kinds it is. */
  hosts: string[];
  /** The kinds of host it is itself (phone, shoe, headphones): what an accessory is bought for. */
  kinds: string[];
  /** Only suggests the goods (32gb, unlocked): nothing else in the offer names them. */
  hint: boolean;
  field: 'category' | 'title';
  /** UTF-16 offsets into the raw field. */
  span: [number, number];
  text: string;
  /** main: offered; bundled: a gift or part (送, with); target: what it is for (适用于, for). */
  position: 'main' | 'bundled' | 'target';
}

export interface Goods {
  terms: GoodsTerm[];
  /** The head noun: what is sold. Null where nothing names the goods. */
  main: GoodsTerm | null;
  /** Nice classes of the head noun, the likeliest first; empty where it is null. */
  classes: number[];
}

interface Found {
  term: GoodsTerm;
  entry: GoodsEntry;
  clause: number;
  aside: boolean;
  /** The goods stand before a purpose phrase of the same clause, this word after it. */
  after: boolean;
}

const CONTAINERS = new Set(['bag', 'bottle', 'case', 'cup', 'jar', 'bowl', 'plate', 'sack', 'bucket', 'crate', 'mug', 'bin', 'drawer']);
const LISTING = new Set(['、', '和', '及', '与', '+', '＋', '&', '/']);

function termOf(piece: Piece, entry: GoodsEntry, raw: string, field: 'category' | 'title'): GoodsTerm {
  const row = entry.rows[0] as GoodsRow;
  return {
    term: entry.term,
    nice_class: row.nice_class,
    group: row.group,
    role: row.role,
    hosts: row.hosts,
    kinds: row.kinds,
    hint: entry.hint,
    field,
    span: [piece.start, piece.end],
    text: raw.slice(piece.start, piece.end),
    position: 'main',
  };
}

/** Reads the pieces from left to right and gives every word its position. */
function place(raw: string, field: 'category' | 'title'): Found[] {
  const found: Found[] = [];
  let phrase: 'target' | 'bundled' | 'bundled_one' | null = null;
  let clause = 0;
  let container: Found | null = null;
  let hasMain = false;
  let after = false;
  for (const piece of scanGoods(raw)) {
    if (piece.clause !== clause) {
      clause = piece.clause;
      phrase = null;
      container = null;
      after = false;
    }
    const before = found.at(-1);
    if (piece.mark) {
      const touches = before?.clause === clause && raw.slice(before.term.span[1], piece.start).trim() === '';
      if (piece.mark === 'for') {
        phrase = 'target';
        after = before?.clause === clause && found.some((f) => f.clause === clause && f.term.position === 'main' && !f.entry.hint);
      } else if (piece.mark === 'with') phrase = 'bundled';
      else if (piece.mark === 'with_one') phrase = phrase === 'bundled' ? phrase : 'bundled_one';
      else if (piece.mark === 'stop') phrase = null;
      else if (before && touches) {
        if (piece.mark === 'for_before' && before.term.role === 'thing') before.term.position = 'target';
        if (piece.mark === 'with_before') before.term.position = 'bundled';
        if (piece.mark === 'of' && CONTAINERS.has(before.term.term)) container = before;
      }
      continue;
    }
    const entry = piece.entry as GoodsEntry;
    const term = termOf(piece, entry, raw, field);
    if (container) {
      container.term.position = 'bundled';
      container = null;
    }
    if (phrase === 'bundled' || phrase === 'bundled_one') {
      term.position = 'bundled';
      if (phrase === 'bundled_one' && !LISTING.has(raw[piece.end] ?? '')) phrase = null;
    } else if (phrase === 'target') {
      // "适用于华为手机壳": an accessory in a purpose phrase ends it and is the head, unless the goods were named before ("case for phone charger")
      if (term.role === 'thing' || hasMain) term.position = 'target';
      else phrase = null;
    }
    if (term.position === 'main' && !entry.hint) hasMain = true;
    found.push({ term, entry, clause, aside: piece.aside, after });
  }
  return found;
}

const overlaps = (a: readonly string[], b: readonly string[]): boolean => a.some((host) => b.includes(host));
const kindsOf = (entry: GoodsEntry): string[] => entry.rows.flatMap((row) => row.kinds);
/** Hosts that are sold with the part in them: "gel pen red ink" is a pen. */
const FILLED = ['pen'];

/**
 * The head: Chinese and English noun phrases have it last, so the last word of the first clause that has one (text in brackets only where
 * nothing else names goods, words after a purpose phrase only where none stands before it). "ink cartridge … printers", "手机壳 … 手机":
 * an accessory named before the thing it belongs to is the head.
 */
function headOf(found: readonly Found[], field: 'category' | 'title'): Found | null {
  const open = found.filter((f) => f.term.position === 'main' && !f.aside);
  const mains = open.length > 0 ? open : found.filter((f) => f.term.position === 'main');
  if (mains.length === 0) return null;
  // a category path runs from the general to the special: its last clause
  const clause = (field === 'title' ? mains[0] : mains.at(-1))!.clause;
  const all = mains.filter((f) => f.clause === clause);
  const inClause = all[0]!.after ? all : all.filter((f) => !f.after);
  const last = inClause.at(-1)!;
  // "口红 丝绒雾面 不掉杯": one character in a later run is weaker than a whole word before it
  const whole = isSingle(last) && inClause.findLast((f) => !isSingle(f) && apart(f, last));
  const head = whole || last;
  if (head.term.role === 'dependent' && overlaps(head.term.hosts, FILLED)) {
    const host = inClause.findLast((f) => overlaps(kindsOf(f.entry), FILLED) && apart(f, head));
    if (host) return host;
  }
  const kinds = kindsOf(head.entry).filter((kind) => !FILLED.includes(kind));
  if (head.term.role === 'dependent' || kinds.length === 0) return head;
  const accessory = inClause.findLast((f) => f.term.role !== 'thing' && overlaps(f.term.hosts, kinds) && apart(f, head));
  return accessory ?? head;
}

const isSingle = (f: Found): boolean => f.term.term.length === 1;
/** More than a space lies between them. */
const apart = (first: Found, second: Found): boolean => second.term.span[0] - first.term.span[1] > 1;

interface Reading {
  found: Found[];
  main: Found | null;
  target: Found | null;
  hint: Found | null;
}

const NOTHING: Reading = { found: [], main: null, target: null, hint: null };

function read(raw: string | null, field: 'category' | 'title'): Reading {
  if (!raw) return NOTHING;
  const all = place(raw, field);
  const named = all.filter((f) => !f.entry.hint);
  const main = headOf(named, field);
  const target = main ? null : (named.findLast((f) => f.term.position === 'target') ?? null);
  const hint =
    main || target
      ? null
      : headOf(
          all.filter((f) => f.entry.hint),
          field,
        );
  return { found: main || target ? named : all, main, target, hint };
}

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
