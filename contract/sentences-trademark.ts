// Sentences of the trademark model, one or more a row of domain.md 3.6.
export const TRADEMARK_SENTENCE = {} as const;
