/** A pattern of LIKE that finds the words anywhere, taken literally. NUL, which no text of the database holds, is left out. */
export const containing = (words: string): string => `%${words.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`;
