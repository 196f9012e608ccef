// The sentences of reasons. One table per model keeps what a person reads out of the code that decides.
import { type Facts, factsIn, fill } from './errors.ts';
import type { Label } from './vocabulary.ts';
import { PATENT_SENTENCE } from './sentences-patent.ts';
import { TRADEMARK_SENTENCE } from './sentences-trademark.ts';

export { EPO_SENTENCE } from './sentences-epo.ts';
export { FEATURE_SENTENCE } from './sentences-feature.ts';
export { LICENCE_SENTENCE, placeName } from './sentences-licence.ts';
export { PATENT_SENTENCE, TRADEMARK_SENTENCE };
export { READER_SENTENCE } from './sentences-readers.ts';

/** Fills a sentence in both languages. */
export const say = (sentence: Label, facts: Facts = {}): Label => ({
  zh: fill(sentence.zh, factsIn('zh', facts)),
  en: fill(sentence.en, factsIn('en', facts)),
});
