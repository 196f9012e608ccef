// Text for a column of the database, which takes neither NUL nor half a surrogate pair. For finding and showing only: the whole
// record is kept as JSON text, where both survive.

/** The text with each NUL and each lone surrogate replaced by U+FFFD; null stays null. */
export const plainText = <T extends string | null>(text: T): T => (text === null ? text : (text.toWellFormed().replaceAll('\0', '\uFFFD') as T));

/** JSON text that jsonb takes: every text in it plain. */
export const plainJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? plainText(inner) : inner));
