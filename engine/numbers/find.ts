// Finds patent numbers in page text. A bare number is taken only where words beside it speak of patents: phones,
// bar codes, prices, orders, ICP filings, licences and trademark numbers have the same digits.
import type { Day } from '@zhijian/contract';
import { foreignHits, type ForeignNumber } from './foreign.ts';
import { labelsBefore, labelsOf, type NumberLabel } from './labels.ts';
import { isReject, parseCompact, type PatentNumber, type PatentReject } from './patent.ts';
import { parsePublicationNumber, type PublicationNumber } from './publication.ts';
import { foldSpelling } from './spelling.ts';

interface Place {
  /** UTF-16 offsets of the number with its prefix in the raw text. */
  span: [start: number, end: number];
  text: string;
  prefix: 'ZL' | 'CN' | null;
  /** The word that names the number, as folded: 专利号, 申请号, 公告号, PATENT NO …; null where only a prefix or a list led here. */
  word: string | null;
  word_span: [start: number, end: number] | null;
}
export type FoundNumber = Place &
  (
    | { sort: 'patent'; parsed: PatentNumber | PatentReject }
    | { sort: 'publication'; parsed: PublicationNumber }
    | { sort: 'foreign'; parsed: ForeignNumber }
  );

const END = '(?![\\dA-Z])(?![.,] ?[\\dX])';
const CHECK = '(?: ?[.,] ?[\\dX]|[\\dX])?';
// domain.md 1.1: spaces between year and type, and between type and serial; trade use adds hyphens.
const TWELVE = new RegExp(`\\d{4}[ \\-]{0,2}\\d[ \\-]{0,2}\\d{7}${CHECK}${END}`, 'y');
const TWELVE_SPACED_CHECK = /\d{4}[ -]{0,2}\d[ -]{0,2}\d{7} [\dX](?![\dA-Z.,])/y;
// Behind ZL or 专利号 a number broken anywhere is still meant as one.
const TWELVE_LOOSE = new RegExp(`\\d(?:[ \\-.]{0,2}\\d){11}(?: ?[.,] ?[\\dX]| ?X|\\d)?${END}`, 'y');
const EIGHT = new RegExp(`\\d{2}[ \\-]?\\d[ \\-]?\\d{5}${CHECK}${END}`, 'y');
const ANY_DIGITS = /\d(?:[ \-.]?\d){4,23}(?:\.?X)?(?![\dA-Z])/y;
const PUBLICATION = /(?<![A-Z])CN ?[123]\d{6,8}(?: ?[ABCUYSD]\d?)?(?![\dA-Z])(?!\.\d)/g;
const PREFIX = /(?<![A-Z])(ZL|CN)(?:[ .:#-]|号|NO\.?){0,4}$/;
const ADJACENT = /^[^0-9A-Z\u4e00-\u9fff]{0,12}(?:NO|第|为|是)?[^0-9A-Z\u4e00-\u9fff]{0,6}$/;
const LIST_GAP = /^[ ,;、/|.:()和及与&+-]{0,6}(?:ZL|CN)?[ :.]{0,3}$/;

const WEAK_REACH = 40;
const STRONG_REACH = 20;
const OTHER_REACH = 10;
const AFTER_REACH = 15;

const compact = (read: string) => read.replace(/,/g, '.').replace(/[ -]/g, '');
/** Only the last dot belongs to a number that was broken by dots. */
const compactLoose = (read: string) => {
  const plain = compact(read);
  const digits = plain.replace(/\./g, '');
  return digits.length === 13 ? `${digits.slice(0, 12)}.${digits[12]}` : digits;
};
const match = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

interface Context {
  prefix: 'ZL' | 'CN' | null;
  start: number;
  label: NumberLabel | null;
  /** How sure the surroundings are that a patent number is meant. */
  trust: 'adjacent' | 'strong' | 'weak' | 'list' | 'none';
}

const contextOf = (text: string, at: number, labels: NumberLabel[], last: number, lastEnd: number): Context | null => {
  const before = PREFIX.exec(text.slice(Math.max(0, at - 9), at));
  const prefix = (before?.[1] ?? null) as Context['prefix'];
  const start = before ? at - before[0].length : at;
  if (!before && /[A-Z]/.test(text[at - 1] ?? '') && text.slice(at - 2, at) !== 'NO') return null;
  let label: NumberLabel | null = null;
  for (let i = last; i >= 0; i--) {
    const found = labels[i]!;
    if (start - found.end > WEAK_REACH) break;
    if (found.text === 'ZL' && found.end > start - 1) continue;
    if (found.sort === 'other') {
      if (start - found.end > OTHER_REACH) continue;
      if (prefix !== 'ZL') return { prefix, start, label: found, trust: 'none' };
      continue;
    }
    label = found;
    break;
  }
  const gap = label ? text.slice(label.end, start) : '';
  if (prefix === 'ZL' || (label?.sort === 'strong' && ADJACENT.test(gap))) return { prefix, start, label, trust: 'adjacent' };
  if (lastEnd >= 0 && start >= lastEnd && start - lastEnd < 12 && LIST_GAP.test(text.slice(lastEnd, start)))
    return { prefix, start, label, trust: 'list' };
  if (label?.sort === 'strong' && gap.length <= STRONG_REACH) return { prefix, start, label, trust: 'strong' };
  return { prefix, start, label, trust: label ? 'weak' : 'none' };
};

interface Read {
  end: number;
  parsed: PatentNumber | PatentReject;
}

/** The number that begins at `at`, if what is written and what surrounds it together make one. */
const readAt = (text: string, at: number, context: Context, today: Day | undefined): Read | null => {
  const adjacent = context.trust === 'adjacent';
  // 公告号 and 申请号 stand before numbers of many offices; only a word of patents makes a wrong length worth telling.
  const named = context.prefix === 'ZL' || /专利|PAT/.test(context.label?.text ?? '');
  const spaced = match(TWELVE_SPACED_CHECK, text, at);
  if (spaced && context.trust !== 'none') {
    // 「2018 2 9999002 7」 without a dot: the last figure belongs to the number only if it is the right one.
    const parsed = parseCompact(compact(spaced), today);
    if (!isReject(parsed)) return { end: at + spaced.length, parsed };
  }
  const twelve = match(TWELVE, text, at);
  if (twelve) {
    const parsed = parseCompact(compact(twelve), today);
    const dotted = /[.,]/.test(twelve);
    const whole = !isReject(parsed) && parsed.complete;
    if (adjacent || whole || dotted || (context.trust === 'strong' && !isReject(parsed))) return { end: at + twelve.length, parsed };
    if (context.prefix === 'CN' && !isReject(parsed)) return { end: at + twelve.length, parsed };
    return null;
  }
  const loose = adjacent ? match(TWELVE_LOOSE, text, at) : null;
  // A dot and one figure at the end are the check character: eleven digits before it are a number of the wrong length.
  if (loose && !(loose.replace(/[^\dX]/g, '').length === 12 && /[.,]/.test(loose)))
    return { end: at + loose.length, parsed: parseCompact(compactLoose(loose), today) };
  const eight = match(EIGHT, text, at);
  if (eight) {
    const parsed = parseCompact(compact(eight), today);
    const dotted = /[.,]/.test(eight);
    const wrong = isReject(parsed);
    // Eight or nine bare digits of no possible year are a number of the wrong length, not one of a wrong year.
    if (adjacent && wrong && !dotted && !named) return null;
    if (adjacent && wrong && !dotted) return { end: at + eight.length, parsed: { ...parsed, reject: 'shape', canonical: compact(eight) } };
    if (adjacent || (dotted && !wrong && context.trust !== 'none')) return { end: at + eight.length, parsed };
    return null;
  }
  const any = adjacent && named ? match(ANY_DIGITS, text, at) : null;
  const count = any?.replace(/[^\dX]/g, '').length ?? 0;
  if (!any || count < (context.prefix === 'ZL' ? 7 : 5)) return null;
  const parsed = parseCompact(compact(any), today);
  return isReject(parsed) ? { end: at + any.length, parsed: { ...parsed, reject: 'shape' } } : { end: at + any.length, parsed };
};

/**
 * Patent numbers in a text, in any spelling of domain.md 1.1, with publication and foreign numbers as their own sorts.
 * @param text raw; spans are UTF-16 offsets into it. @param today as in parsePatentNumber.
 * @returns in order, never overlapping; a number that fails its check is returned with its reject. Never throws.
 */
export const findPatentNumbers = (raw: string, today?: Day): FoundNumber[] => {
  if (!/[\d\uff10-\uff19\u{1d7ce}-\u{1d7ff}]/u.test(raw)) return [];
  const { text, from, to } = foldSpelling(raw);
  const labels = labelsOf(text);
  const found: (FoundNumber & { at: number; end: number })[] = [];
  const nearest = (start: number): NumberLabel | null => {
    const near = labelsBefore(labels, start, WEAK_REACH);
    return near.findLast((label) => label.sort !== 'other') ?? null;
  };
  const rawSpan = (start: number, end: number): [number, number] => [from[start]!, to[end - 1]!];
  const place = (start: number, end: number, prefix: Place['prefix'], label: NumberLabel | null) => ({
    span: rawSpan(start, end),
    text: raw.slice(from[start]!, to[end - 1]!),
    prefix,
    word: label?.text ?? null,
    word_span: label ? rawSpan(label.start, label.end) : null,
    at: start,
    end,
  });

  for (const hit of foreignHits(text)) {
    found.push({ ...place(hit.start, hit.end, null, nearest(hit.start)), sort: 'foreign', parsed: hit.parsed });
  }
  for (const hit of text.matchAll(PUBLICATION)) {
    const parsed = parsePublicationNumber(hit[0]);
    const label = nearest(hit.index);
    if (!parsed || (parsed.kind_code === null && !label)) continue;
    found.push({ ...place(hit.index, hit.index + hit[0].length, 'CN', label), sort: 'publication', parsed });
  }
  const taken = found.map(({ at, end }) => [at, end] as const).sort((a, b) => a[0] - b[0]);

  let last = -1;
  let lastEnd = -1;
  let box = 0;
  for (const digit of text.matchAll(/(?<!\d|\d[.,])\d/g)) {
    const at = digit.index;
    while (last + 1 < labels.length && labels[last + 1]!.end <= at) last++;
    while (box < taken.length && taken[box]![1] <= at) box++;
    if (at < lastEnd || (box < taken.length && taken[box]![0] <= at)) continue;
    let context = contextOf(text, at, labels, last, lastEnd);
    if (!context) continue;
    if (context.trust === 'none' && context.label === null) {
      // 「201829999002.7（实用新型专利）」: the word may stand behind the number.
      const after = labels[last + 1];
      if (after && after.sort !== 'other' && after.text !== 'ZL' && after.start - at < AFTER_REACH + 16)
        context = { ...context, label: after, trust: 'weak' };
    }
    const nine = context.trust === 'adjacent' && context.prefix !== 'ZL' ? match(/[123]\d{8}(?![\dA-Z.])/y, text, at) : null;
    if (nine) {
      const end = at + nine.length;
      found.push({ ...place(context.start, end, context.prefix, context.label), sort: 'publication', parsed: parsePublicationNumber(nine)! });
      lastEnd = end;
      continue;
    }
    const read = context.trust === 'none' && context.prefix !== 'CN' ? null : readAt(text, at, context, today);
    if (!read) continue;
    found.push({ ...place(context.start, read.end, context.prefix, context.label), sort: 'patent', parsed: read.parsed });
    lastEnd = read.end;
  }
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  return found.filter((one, i) => i === 0 || found[i - 1]!.end <= one.at).map(({ at: _at, end: _end, ...one }) => one);
};
