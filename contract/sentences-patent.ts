// Sentences of the patent-marking model, one or more a row of domain.md 2.4.
export const PATENT_SENTENCE = {} as const;
