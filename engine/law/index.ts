// The statutes by date: which clause an act falls under on its day. Data from extract.ts, versions from versions.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, Day, LawCitation, Role } from '@zhijian/contract';
import { LEGAL_TEXTS, type Version } from './versions.ts';

type Articles = Record<string, string[]>;
const WORDS = new Map<string, Articles>();
for (const { versions } of LEGAL_TEXTS) {
  for (const { words } of versions) {
    if (words === null || WORDS.has(words)) continue;
    const file = JSON.parse(readFileSync(join(import.meta.dirname, 'data', `${words}.json`), 'utf8')) as { articles: Articles };
    WORDS.set(words, file.articles);
  }
}

/** `第一款第（二）项` -> the item's words; `第一款` -> the first paragraph; null -> the whole article. */
const wordsOf = (version: Version, article: string, item: string | null): string | null => {
  const paragraphs = version.words === null ? undefined : WORDS.get(version.words)?.[article];
  if (!paragraphs) return null;
  if (item === null) return paragraphs.join('\n');
  const number = /（[一二三四五六七八九十]+）/.exec(item)?.[0];
  return (number ? paragraphs.find((paragraph) => paragraph.startsWith(number)) : paragraphs[0]) ?? null;
};

const CACHE = new Map<string, LawCitation>();

/**
 * The clause of an act by the law in force on the day of the act.
 * @param day the day of the act, YYYY-MM-DD; null for a day before the oldest version in versions.ts: a text that was not yet in force is never cited.
 * @param role a seller of counterfeit or infringing goods is cited under the selling item (CP1x, T1, T2).
 * @returns `words` is null where that version's text is not loaded. @throws Error for an act that no text names.
 */
export const lawFor = (act: Act, day: Day, role: Role): LawCitation | null => {
  for (const { title, versions } of LEGAL_TEXTS) {
    if (!versions.some((version) => version.acts[act])) continue;
    const version = versions.findLast((candidate) => candidate.from <= day);
    if (!version) return null;
    const clause = version.acts[act];
    if (!clause) break;
    const item = role === 'seller' && clause.seller ? clause.seller : clause.item;
    const key = `${title}\n${version.version}\n${clause.article}\n${item}`;
    let citation = CACHE.get(key);
    if (!citation) {
      citation = { text: title, article: clause.article, item, version: version.version, words: wordsOf(version, clause.article, item) };
      CACHE.set(key, citation);
    }
    return citation;
  }
  throw new Error(`no text names the act ${act}`);
};
