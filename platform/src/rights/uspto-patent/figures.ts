// What a patent says of its figures. A sheet holds several and no format says which, so the sheets come first, then the words.
import type { Figure } from '@zhijian/contract';

/** `FIG. 1 is …`, `FIGS. 2a and 2b are …`, at the beginning of a text or behind the end of the description before. */
const FIGURE = /^FIG(?:URE)?S?\b\.?\s*\d/i;
const BETWEEN = /[;.]\s+(?:and,?\s+)?(?=FIG(?:URE)?S?\b\.?\s*\d)/i;

/** Descriptions out of the paragraphs that describe the drawings; a design has all of them in one. */
export const describedFigures = (paragraphs: readonly string[]): Figure[] =>
  paragraphs
    .flatMap((paragraph) => paragraph.split(BETWEEN))
    .map((text) => text.trim().replace(/[\s;,]+(?:and[\s,;]*)?$/i, ''))
    .filter((text) => FIGURE.test(text))
    .map((description) => ({ file: null, description }));

export const sheets = (files: readonly (string | null)[]): Figure[] =>
  [...new Set(files)].filter((file) => file !== null).map((file) => ({ file, description: null }));
