// One JSON object a line -> cells of text, headings dotted where objects nest (`offers.price`).
import { uniqueName } from './cells.ts';
import { EXPORTED } from './exported-mark.ts';

const DEEPEST = 3;
/** Seventeen digits do not survive a double: item ids of 19 digits exist, so such a line is parsed again with the digits kept. */
const LONG_NUMBER = /[:[,]\s*-?\d{16}/;

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The object on a line; null where the line is not one JSON object. */
export const parseObject = (line: string): { [key: string]: Json } | null => {
  try {
    const value = JSON.parse(line, LONG_NUMBER.test(line) ? keepDigits : undefined) as Json;
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

const keepDigits = (_key: string, value: Json, context?: { source?: string }): Json =>
  typeof value === 'number' && context?.source !== undefined ? context.source : value;

/** Cells of an object. A list of plain values becomes one value a line; what nests deeper than three stays JSON text; null is not given. */
export const flatten = (object: { [key: string]: Json }): Map<string, string> => {
  const cells = new Map<string, string>();
  add(object, '', 1, cells);
  return cells;
};

const add = (object: { [key: string]: Json }, prefix: string, depth: number, cells: Map<string, string>): void => {
  for (const [key, value] of Object.entries(object)) {
    if (value === null) continue;
    if (typeof value === 'object' && !Array.isArray(value) && depth < DEEPEST && !(depth === 1 && key === EXPORTED)) {
      add(value, `${prefix}${key}.`, depth + 1, cells);
    } else {
      cells.set(uniqueName(`${prefix}${key}`, cells), textOf(value));
    }
  }
};

const textOf = (value: Json): string => {
  if (Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object')) {
    return value
      .filter((item) => item !== null)
      .map(String)
      .join('\n');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
