/** Which characters outside ASCII are, or are taken for, one ASCII letter or digit. */

/** Forms on which the eye decides otherwise than UTS #39, which folds capital iota and I to l, or which it leaves out. */
const BY_EYE: Record<string, string> = {
  // Cyrillic: a small letter follows its capital, as names are written in capitals
  А: 'a',
  В: 'b',
  Е: 'e',
  Ё: 'e',
  І: 'i',
  Ї: 'i',
  Ј: 'j',
  К: 'k',
  М: 'm',
  Н: 'h',
  О: 'o',
  Р: 'p',
  С: 'c',
  Ѕ: 's',
  Т: 't',
  У: 'y',
  Х: 'x',
  Ү: 'y',
  Ӏ: 'i',
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ү: 'y',
  ӏ: 'l',
  // Greek
  Α: 'a',
  Β: 'b',
  Ε: 'e',
  Ζ: 'z',
  Η: 'h',
  Ι: 'i',
  Κ: 'k',
  Μ: 'm',
  Ν: 'n',
  Ο: 'o',
  Ρ: 'p',
  Τ: 't',
  Υ: 'y',
  Χ: 'x',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ß: 'b',
  ẞ: 'b',
  ı: 'i',
  ł: 'l',
  Ł: 'l',
  // stylised and small capitals
  Λ: 'a',
  Δ: 'a',
  Σ: 'e',
  з: '3',
  ᴀ: 'a',
  ʙ: 'b',
  ᴄ: 'c',
  ᴅ: 'd',
  ᴇ: 'e',
  ꜰ: 'f',
  ɢ: 'g',
  ʜ: 'h',
  ɪ: 'i',
  ᴊ: 'j',
  ᴋ: 'k',
  ʟ: 'l',
  ᴍ: 'm',
  ɴ: 'n',
  ᴏ: 'o',
  ᴘ: 'p',
  ʀ: 'r',
  ꜱ: 's',
  ᴛ: 't',
  ᴜ: 'u',
  ᴠ: 'v',
  ᴡ: 'w',
  ʏ: 'y',
  ᴢ: 'z',
};

/** Scripts of Chinese, Japanese and Korean text, where 一, ー, 丨, 〇 stay what they are, and scripts that run from the right. */
const KEPT_APART =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mende_Kikakui}\u3000-\u33ff]/u;
/** Signs keep their meaning in a title (a divider is no l, a cup is no u); letters set in circles and squares are letters. */
const SIGN = /[\p{P}\p{S}]/u;

export function latinTable(confusables: string): string {
  const table = new Map<string, string>();
  const add = (c: string, to: string | undefined) => {
    if (to && !table.has(c) && (c.codePointAt(0) ?? 0) > 0x7f) table.set(c, to.toLowerCase());
  };
  for (const [c, to] of Object.entries(BY_EYE)) add(c, to);
  for (let code = 0x80; code <= 0x1fbff; code++) {
    if (code >= 0xd800 && code < 0xf900) continue;
    const c = String.fromCodePoint(code);
    const plain = c.normalize('NFKD').replace(/\p{M}/gu, '');
    if (/^[A-Za-z0-9]$/.test(plain)) add(c, plain);
    else if (/^\([a-z0-9]\)$/i.test(plain)) add(c, plain[1]);
    else if (/^[0-9]\.$/.test(plain)) add(c, plain[0]);
  }
  for (let i = 0; i < 26; i++) {
    const letter = String.fromCharCode(97 + i);
    for (const start of [0x1f150, 0x1f170]) add(String.fromCodePoint(start + i), letter);
  }
  for (let i = 1; i <= 9; i++) for (const start of [0x2775, 0x277f, 0x2789, 0x24f4]) add(String.fromCodePoint(start + i), String(i));
  for (const line of confusables.split('\n')) {
    const [from, to] = line
      .replace(/^\ufeff/, '')
      .split(';')
      .map((s) => s.trim());
    if (!from || !to || from.startsWith('#')) continue;
    const c = String.fromCodePoint(Number.parseInt(from, 16));
    if (KEPT_APART.test(c) || SIGN.test(c)) continue;
    const [letter, ...marks] = to.split(' ').map((hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
    if (letter && /^[A-Za-z0-9]$/.test(letter) && marks.every((m) => /\p{M}/u.test(m))) add(c, letter);
  }
  // an accented letter of another script follows its bare letter
  for (let code = 0x370; code <= 0x1fff; code++) {
    const c = String.fromCodePoint(code);
    const bare = c.normalize('NFD').replace(/\p{M}/gu, '');
    if (bare !== c && [...bare].length === 1) add(c, table.get(bare));
  }
  const code = (c: string) => c.codePointAt(0) ?? 0;
  return [...table]
    .sort(([a], [b]) => code(a) - code(b))
    .map(([c, to]) => `${c}\t${to}\n`)
    .join('');
}
