// What every reader of a number begins with: one spelling, no blanks, and figures that were typed as letters.
import { foldSpelling } from './spelling.ts';

const LONGEST = 100;

/** One number as folded characters without blanks and brackets; '' for a text that is too long to be one. Never throws. */
export const compactNumber = (text: string): string =>
  text.length > LONGEST ? '' : foldSpelling(text).text.replace(/[\s()[\]<>"'#«»【】（）]/g, '');

/**
 * O typed for 0, I and L for 1, in a piece that can only hold figures. A piece with fewer than four figures stays as it is: it may be a word.
 * @param piece folded characters
 */
export const figures = (piece: string): string =>
  /^[\dOIL]+$/.test(piece) && piece.replace(/\D/g, '').length >= 4 ? piece.replace(/O/g, '0').replace(/[IL]/g, '1') : piece;
