// One spelling for the characters that numbers are written with, with the way back to the raw text.
// Full width, dots of every kind, × for X, invisible characters: domain.md 1.1 lists them. Enclosed digits (①) are
// list marks, not digits, so this is not NFKC.

export interface Folded {
  text: string;
  /** UTF-16 offset in the raw text of each character of `text`, and of its end. */
  from: number[];
  to: number[];
}

const DOTS = new Set('.．·•。․‧∙・･｡');
const COMMAS = new Set(',，﹐');
const CROSSES = new Set('xX×✕✖╳ⅹⅩХхΧχ');
const DASHES = new Set('-‐‑‒–—―−－﹣_');
const COLONS = new Set(':：﹕∶︰');
// Zero-width characters, soft hyphen, direction marks and the byte order mark are invisible inside a copied number.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/;

/** Traditional characters of the words that stand beside numbers; names are the business of engine/text. */
const TRADITIONAL = '際類關備專號發實觀設計國獲證權產請註冊電話單條碼價標編術級權書檔開佈';
const SIMPLE = '际类关备专号发实观设计国获证权产请注册电话单条码价标编术级权书档开布';
const SIMPLIFIED = new Map([...TRADITIONAL].map((character, i) => [character, SIMPLE[i]!]));

const foldCharacter = (character: string, code: number): string => {
  if (code >= 0x4e00 && code <= 0x9fff) return SIMPLIFIED.get(character) ?? character;
  if (CROSSES.has(character)) return 'X';
  if (code < 0x80 && code > 0x2e) return code === 0x5f ? '-' : character.toUpperCase();
  if (/\s/.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  if (DOTS.has(character)) return '.';
  if (COMMAS.has(character)) return ',';
  if (DASHES.has(character)) return '-';
  if (COLONS.has(character)) return ':';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toUpperCase();
  if (code >= 0x1d400 && code <= 0x1d7ff) return character.normalize('NFKC').toUpperCase();
  return character;
};

// 「专 利 产 品」: single characters set apart are one word. A word beside them (高端专 利润) is left alone.
const SPACED = /(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff] {1,3})*专 {1,3}利(?: {1,3}[\u4e00-\u9fff])*(?![\u4e00-\u9fff])/g;

const closeUp = ({ text, from, to }: Folded): Folded => {
  if (!/专 {1,3}利/.test(text)) return { text, from, to };
  const drop = new Set<number>();
  for (const found of text.matchAll(SPACED)) for (let i = 0; i < found[0].length; i++) if (found[0][i] === ' ') drop.add(found.index + i);
  const kept = (_: unknown, i: number) => !drop.has(i);
  return { text: text.split('').filter(kept).join(''), from: from.filter(kept), to: to.filter(kept) };
};

/** Folds spelling; joins characters only where 专利 is written with spaces. Linear in the text, safe on lone surrogates. */
export const foldSpelling = (raw: string): Folded => {
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  for (let i = 0; i < raw.length; ) {
    const code = raw.codePointAt(i)!;
    const size = code > 0xffff ? 2 : 1;
    const folded = foldCharacter(raw.slice(i, i + size), code);
    for (let k = 0; k < folded.length; k++) {
      from.push(i);
      to.push(i + size);
    }
    text += folded;
    i += size;
  }
  return closeUp({ text, from, to });
};
