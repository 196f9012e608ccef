// Class codes as the formats write them, mostly in columns of fixed width -> one spelling.
import type { RightDocument } from '@zhijian/contract';

export type PatentClass = RightDocument['classes'][number];

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * `G06F015/16`, `G06F 1516` and `B32B  302` (section to subclass, three columns of the group, subgroup) -> `G06F15/16`, `B32B3/02`.
 * What has another form stays as it stands.
 */
export const ipcCode = (text: string): string => {
  const code = text.trimEnd().toUpperCase();
  const found = /^\s*([A-H]\d\d[A-Z])\s*0*(\d{1,4})\/(\d{1,6})$/.exec(code) ?? /^\s*([A-H]\d\d[A-Z])([ \d]{3})(\d{1,6})$/.exec(code);
  return found === null ? squeeze(text) : `${found[1]}${String(Number(found[2]))}/${found[3]}`;
};

/** `1402`, `D1402` -> `14-02`; null for what is no class and subclass of Locarno. */
export const locarnoCode = (text: string): string | null => {
  const found = /^D?(\d\d)-?(\d\d)$/.exec(text.trim());
  return found === null ? null : `${found[1]}-${found[2]}`;
};

/**
 * Three columns of the class, three of the subclass, then what stands behind its point: `709230` -> `709/230`, `379 8802` -> `379/88.02`,
 * `D14480` -> `D14/480`. Applications write three digits behind the point: `600300000` -> `600/300`.
 */
export const uspcCode = (text: string): string => {
  const [main, sub, rest] = [text.slice(0, 3).replace(/\s/g, ''), text.slice(3, 6).replace(/\s/g, ''), text.slice(6).replace(/\s/g, '')];
  if (main === '' || sub === '') return squeeze(text);
  const tail = /^\d{3}$/.test(rest) ? rest.replace(/0+$/, '') : rest;
  return `${main}/${/^\d+$/.test(sub) ? Number(sub) : sub}${/^\d/.test(tail) ? '.' : ''}${tail}`;
};

/** Without doubles: a symbol may stand alone and again in a combination. */
export const classesOf = (scheme: PatentClass['scheme'], codes: readonly (string | null)[]): PatentClass[] =>
  [...new Set(codes)].filter((code) => code !== null && code !== '').map((code) => ({ scheme, code: code! }));
