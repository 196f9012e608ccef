// A text cut at the borders of the spans that features point at.
import type { Feature, TextField } from '@zhijian/contract';

/** `sign`: what accuses; `goods`: what is sold; `context`: what speaks of origin or purpose. */
export type Tone = 'sign' | 'goods' | 'context';

export interface Segment {
  start: number;
  text: string;
  tone: Tone | null;
  /** Keys of FEATURE, for the words on hover. */
  names: string[];
}

const TONE: Readonly<Record<string, Tone>> = {
  sign: 'sign',
  mark: 'sign',
  patent_number: 'sign',
  patent_word: 'sign',
  registered_sign: 'sign',
  goods: 'goods',
  accessory: 'goods',
  origin_claim: 'context',
  purpose_phrase: 'context',
  other_brand: 'context',
};
const RANK: readonly Tone[] = ['sign', 'context', 'goods'];
// `mark` and `sign` point at the same letters; one name is enough.
const SAME: Readonly<Record<string, string>> = { mark: 'sign', place: 'sign' };

interface Span {
  start: number;
  end: number;
  name: string;
}

const spansOf = (text: string, field: TextField, features: readonly Feature[]): Span[] =>
  features.flatMap(({ name, field: own, span }) => {
    if (own !== field || span === null || TONE[name] === undefined) return [];
    const [start, end] = [Math.max(0, span[0]), Math.min(text.length, span[1])];
    return start < end ? [{ start, end, name: SAME[name] ?? name }] : [];
  });

/** The whole text, in order, as marked and unmarked pieces. Spans may overlap, repeat or reach beyond the text. */
export const segmentsOf = (text: string, field: TextField, features: readonly Feature[]): Segment[] => {
  const spans = spansOf(text, field, features);
  const borders = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? text.length;
    const names = [...new Set(spans.filter((span) => span.start <= start && end <= span.end).map(({ name }) => name))];
    const tone = RANK.find((one) => names.some((name) => TONE[name] === one)) ?? null;
    return { start, text: text.slice(start, end), tone, names };
  });
};

const AROUND = 30;

/** For a long text: the marked pieces with some words around them, and an ellipsis where something is left out. */
export const excerptOf = (segments: readonly Segment[], most: number): Segment[] => {
  const length = segments.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= most) return [...segments];
  const last = segments.length - 1;
  return segments.map((segment, index) => {
    const { tone, text } = segment;
    if (tone !== null) return segment;
    if (last === 0) return { ...segment, text: `${text.slice(0, most)}…` };
    const head = index === 0 ? '' : text.slice(0, AROUND);
    const tail = index === last ? '' : text.slice(-AROUND);
    return head.length + tail.length >= text.length ? segment : { ...segment, text: `${head}…${tail}` };
  });
};
