/** Reads one field of an offer: its words of trade, what each does there, and the head noun. */
import { scanGoods, type Piece } from './goods-scan.ts';
import type { GoodsEntry, GoodsRole, GoodsRow } from './goods-table.ts';

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

export interface Found {
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

export const overlaps = (a: readonly string[], b: readonly string[]): boolean => a.some((host) => b.includes(host));
export const kindsOf = (entry: GoodsEntry): string[] => entry.rows.flatMap((row) => row.kinds);
/** Hosts that are sold with the part in them: "gel pen red ink" is a pen. */
const FILLED = ['pen'];

/**
 * The head: Chinese and English noun phrases have it last, so the last word of the first clause that has one (text in brackets only where
 * nothing else names goods, words after a purpose phrase only where none stands before it). "ink cartridge … printers", "手机壳 … 手机":
 * an accessory named before the thing it belongs to is the head.
 */
export function headOf(found: readonly Found[], field: 'category' | 'title'): Found | null {
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

export const isSingle = (f: Found): boolean => f.term.term.length === 1;
/** More than a space lies between them. */
const apart = (first: Found, second: Found): boolean => second.term.span[0] - first.term.span[1] > 1;

export interface Reading {
  found: Found[];
  main: Found | null;
  target: Found | null;
  hint: Found | null;
}

const NOTHING: Reading = { found: [], main: null, target: null, hint: null };

export function read(raw: string | null, field: 'category' | 'title'): Reading {
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
