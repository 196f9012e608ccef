// What an offer says of patents, goods and page apart: each number with the words beside it, or words without a number.
import type { Day, Offer, RightKind, Scope, TextField } from '@zhijian/contract';
import { findPatentNumbers, type FoundNumber, foldSpelling, isReject } from '../../numbers/index.ts';
import { type PlainText, plainText } from '../../text/markup.ts';
import { isBareNoun, isService, type KindWord, kindWords, mayClaim, type PatentWord, patentWords, unreadable } from './words.ts';

/** Words as a reader sees them, at their place in the raw field. */
export interface Said {
  span: [number, number];
  text: string;
}

export interface Statement {
  scope: Scope;
  field: TextField;
  number: FoundNumber;
  /** How the number is spoken of; ZL claims a grant whatever else is said. */
  word: 'zl' | 'patent' | 'pending_statutory' | 'pending_loose';
  /** The words that say so. */
  words: Said | null;
  kind_claim: RightKind | 'technical' | null;
  /** The words that name the kind. */
  kind_words: Said | null;
  /** Called a patent of China or of the state. */
  chinese: PatentWord | null;
  process: boolean;
  /** 专利配方, 专利成分 …: the content is called patented. */
  content: PatentWord | null;
}

export interface ScopeText {
  scope: Scope;
  statements: Statement[];
  /** Numbers of a wrong length: no number at all, but worth naming. */
  misshapen: { field: TextField; number: FoundNumber }[];
  /** Something that stands for a number behind 专利号 and cannot be read. */
  unreadable: (Said & { field: TextField })[];
  /** Claims without looking at numbers. */
  claims: { field: TextField; word: PatentWord }[];
  /** Services around patents are offered: what is said of patents is said of them. */
  service: boolean;
}

const FIELDS: Record<Scope, TextField[]> = { goods: ['marking'], page: ['title', 'description'] };
const KIND_BEFORE = 40;
const KIND_AFTER = 20;
const PENDING_REACH = 30;
const STATUTORY_REACH = 60;
/** 「国家专利、美国专利 US…」: the country that stands nearer names the number. */
const COUNTRY = /美国|欧洲|欧盟|日本|韩国|德国|英国|法国|台湾|香港|国际|PCT|U\.?S\.?|EUROPE|JAPAN|KOREA/;

/** Reads one scope of an offer. A number that stands twice is one statement: the word that claims most counts. */
export const readScope = (offer: Offer, scope: Scope, today: Day): ScopeText => {
  const read: ScopeText = { scope, statements: [], misshapen: [], unreadable: [], claims: [], service: false };
  for (const field of FIELDS[scope]) {
    const raw = offer[field];
    if (raw === null) continue;
    const seen = plainText(raw);
    if (mayClaim(seen.text)) readField(read, seen, field, today);
  }
  // The title may praise a patented formula while the number stands in the description: these two belong to the scope.
  const said = read.claims.map(({ word }) => word);
  const content = said.find((word) => word.sort === 'content') ?? null;
  const process = said.some((word) => word.sort === 'process');
  return { ...read, statements: read.statements.map((statement) => ({ ...statement, content, process })) };
};

const RANK = { zl: 3, patent: 2, pending_loose: 1, pending_statutory: 0 } as const;

const readField = (read: ScopeText, seen: PlainText, field: TextField, today: Day): void => {
  const raw = seen.text;
  const folded = foldSpelling(raw);
  const words = patentWords(folded, raw);
  const kinds = kindWords(folded, raw);
  const numbers = findPatentNumbers(raw, today);
  read.service ||= isService(folded);
  for (const word of words)
    if (!isBareNoun(word) && (word.sort !== 'chinese' || /专利|PATENT/.test(folded.text.slice(word.start, word.end))))
      read.claims.push({ field, word: placed(word, seen) });
  const at = (rawOffset: number) => lowerBound(folded.from, rawOffset);
  const places = numbers.map((number) => ({ start: at(number.span[0]), end: at(number.span[1]) }));
  const wordsNear = windowOver(words);
  const kindsNear = windowOver(kinds);
  const illegible = unreadable(folded).filter(
    (range) => !numbers.some((number, i) => places[i]!.start < range.end && range.start < places[i]!.end && !isMisshapen(number)),
  );
  for (const { start, end } of illegible) {
    const span: [number, number] = [folded.from[start]!, folded.to[end - 1]!];
    read.unreadable.push({ field, ...placed({ span, text: raw.slice(...span) }, seen) });
  }
  const known = new Map(read.statements.map((statement, i) => [statement.number.parsed.canonical, i]));
  numbers.forEach((number, i) => {
    if (isMisshapen(number)) {
      // 「2015****9.2」 has no wrong length, only figures that cannot be seen.
      if (illegible.some((range) => places[i]!.start < range.end && range.start < places[i]!.end)) return;
      read.misshapen.push({ field, number: placed(number, seen) });
      return;
    }
    const place = places[i]!;
    const from = places[i - 1]?.end ?? 0;
    const to = places[i + 1]?.start ?? folded.text.length;
    // CN and a number name an application; without a word of patents nothing is claimed.
    if (number.sort === 'patent' && number.prefix === 'CN' && number.word === null && wordsNear(places[i]!).length === 0) return;
    const statement = inRaw(stateNumber(read.scope, field, number, place, from, to, wordsNear(place), kindsNear(place), folded.text, raw), seen);
    const same = known.get(number.parsed.canonical);
    if (same === undefined) known.set(number.parsed.canonical, read.statements.push(statement) - 1);
    else {
      const other = read.statements[same]!;
      const stronger = RANK[statement.word] > RANK[other.word] ? statement : other;
      read.statements[same] = {
        ...stronger,
        kind_claim: other.kind_claim ?? statement.kind_claim,
        kind_words: other.kind_claim === null ? statement.kind_words : other.kind_words,
        chinese: other.chinese ?? statement.chinese,
      };
    }
  });
};

const isMisshapen = (number: FoundNumber): boolean => number.sort === 'patent' && isReject(number.parsed) && number.parsed.reject === 'shape';

/** From the text as read to its place in the raw field. */
const placed = <T extends Said>(said: T, seen: PlainText): T => ({ ...said, span: seen.span(...said.span) });
const inRaw = (statement: Statement, seen: PlainText): Statement => ({
  ...statement,
  number: { ...placed(statement.number, seen), word_span: statement.number.word_span && seen.span(...statement.number.word_span) },
  words: statement.words && placed(statement.words, seen),
  kind_words: statement.kind_words && placed(statement.kind_words, seen),
  chinese: statement.chinese && placed(statement.chinese, seen),
});

interface Range {
  start: number;
  end: number;
}

/** Words between the numbers before and after belong to this number; of those the nearest, first in front, then behind. */
const nearest = <W extends Range>(words: W[], place: Range, from: number, to: number, before: number, after: number): W | null => {
  const front = words.findLast((word) => word.start >= from && word.end <= place.start && place.start - word.end <= before);
  return front ?? words.find((word) => word.start >= place.end && word.end <= to && word.start - place.end <= after) ?? null;
};

const stateNumber = (
  scope: Scope,
  field: TextField,
  number: FoundNumber,
  place: Range,
  from: number,
  to: number,
  words: PatentWord[],
  kinds: KindWord[],
  text: string,
  raw: string,
): Statement => {
  const of = (sort: PatentWord['sort'], before: number, after: number) =>
    nearest(
      words.filter((word) => word.sort === sort),
      place,
      from,
      to,
      before,
      after,
    );
  const statutory = of('pending_statutory', STATUTORY_REACH, STATUTORY_REACH);
  const loose = of('pending_loose', PENDING_REACH, PENDING_REACH);
  const label = number.word_span ? { span: number.word_span, text: raw.slice(...number.word_span) } : null;
  const chinese = of('chinese', KIND_BEFORE, KIND_AFTER);
  const claim = chinese ?? of('claim', KIND_BEFORE, KIND_AFTER) ?? of('content', KIND_BEFORE, KIND_AFTER);
  // 申请号 alone says no more than that an application exists.
  const applied = number.prefix !== 'ZL' && /申请号|APPLICATION/.test(number.word ?? '');
  const word = number.prefix === 'ZL' ? 'zl' : statutory ? 'pending_statutory' : loose || applied ? 'pending_loose' : 'patent';
  const said = word === 'pending_statutory' ? statutory : word === 'pending_loose' ? (loose ?? label) : (label ?? claim);
  const kind = nearest(kinds, place, from, to, KIND_BEFORE, KIND_AFTER);
  return {
    scope,
    field,
    number,
    word,
    words: said ? { span: said.span, text: said.text } : null,
    kind_claim: kind?.kind ?? null,
    kind_words: kind && { span: kind.span, text: kind.text },
    chinese: chinese && !COUNTRY.test(text.slice(chinese.end, Math.max(chinese.end, place.start))) ? chinese : null,
    process: false,
    content: null,
  };
};

/** The words around a place; places must be asked for in order. Keeps a page of ten thousand numbers linear (25 s before, 0.3 s with it). */
const windowOver = <W extends Range>(words: W[]) => {
  let first = 0;
  return (place: Range): W[] => {
    while (first < words.length && words[first]!.end < place.start - STATUTORY_REACH) first++;
    let last = first;
    while (last < words.length && words[last]!.start <= place.end + STATUTORY_REACH) last++;
    return words.slice(first, last);
  };
};

/** First index of a folded character that begins at or behind a raw offset. */
const lowerBound = (from: number[], rawOffset: number): number => {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle]! < rawOffset) low = middle + 1;
    else high = middle;
  }
  return low;
};
