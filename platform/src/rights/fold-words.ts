// Names and holders as the search of rights compares them.

/** Without differences of width and case. Folded when a right is stored and when words are asked for. */
export const foldWords = (text: string): string => text.normalize('NFKC').toLowerCase();
