// The sentences of reasons. One table per model keeps what a person reads out of the code that decides.
import { fill } from './errors.ts';
import type { Label } from './vocabulary.ts';
import { PATENT_SENTENCE } from './sentences-patent.ts';
import { TRADEMARK_SENTENCE } from './sentences-trademark.ts';

export { EPO_SENTENCE } from './sentences-epo.ts';
export { FEATURE_SENTENCE } from './sentences-feature.ts';
export { LICENCE_SENTENCE, placeName } from './sentences-licence.ts';
export { PATENT_SENTENCE, TRADEMARK_SENTENCE };
export { READER_SENTENCE } from './sentences-readers.ts';

/** Fills a sentence in both languages. A fact that differs by language is given as a Label. */
export const say = (sentence: Label, facts: Record<string, string | number | Label> = {}): Label => {
  const pick = (language: 'zh' | 'en') =>
    Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? fact[language] : fact]));
  return { zh: fill(sentence.zh, pick('zh')), en: fill(sentence.en, pick('en')) };
};
