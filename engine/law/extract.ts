// Writes data/*.json: the words of the cited articles, read from the collected texts of the laws.
//   node engine/law/extract.ts DIR     (DIR = the texts: repositories LawRefBook/Laws and ImCa0/just-laws)
// Texts of laws are outside copyright (Copyright Law of China, Article 5).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Wanted {
  key: string;
  file: string;
  articles: string[];
}

export const WANTED: Wanted[] = [
  { key: 'trademark-2019', file: '现行及未来文本/商标法(2019).md', articles: ['第五十二条', '第五十七条'] },
  { key: 'trademark-2026', file: '现行及未来文本/商标法(2026修订,2027-01-01施行).md', articles: ['第六十二条', '第七十二条'] },
  { key: 'patent-rules-2010', file: '行政法规/专利法实施细则(2010-01-09).md', articles: ['第八十三条', '第八十四条'] },
  { key: 'patent-rules-2023', file: '行政法规/专利法实施细则(2023-12-11).md', articles: ['第九十九条', '第一百零一条'] },
  { key: 'advertising-2021', file: '现行及未来文本/广告法.md', articles: ['第十二条'] },
  { key: 'competition-2019', file: '经济法/反不正当竞争法(2019-04-23).md', articles: ['第六条'] },
  { key: 'competition-2025', file: '现行及未来文本/反不正当竞争法(2025).md', articles: ['第七条'] },
];

/** The paragraphs of one article as printed, without its number. @throws Error where the text has no such article. */
export const articleOf = (text: string, article: string): string[] => {
  const paragraphs: string[] = [];
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    const heading = /^(?:\*\*)?(第[一二三四五六七八九十百零]+条)(?:\*\*)?[\s\u3000]+(.*)$/.exec(line);
    if (heading) inside = heading[1] === article;
    else if (/^#/.test(line)) inside = false;
    const words = heading ? heading[2]! : line;
    // One source prints item numbers in ASCII brackets.
    if (inside && words.trim() !== '')
      paragraphs.push(
        words
          .trim()
          .replace(/^\(([一二三四五六七八九十]+)\)/, '（$1）')
          .replace(/第\(([一二三四五六七八九十]+)\)项/g, '第（$1）项'),
      );
  }
  if (paragraphs.length === 0) throw new Error(`no ${article} in the text`);
  return paragraphs;
};

/** The file of one text, as bytes: article -> paragraphs. */
export const extracted = (directory: string, wanted: Wanted): string => {
  const text = readFileSync(join(directory, wanted.file), 'utf8');
  const articles = Object.fromEntries(wanted.articles.map((article) => [article, articleOf(text, article)]));
  return `${JSON.stringify({ source: wanted.file, articles }, null, 1)}\n`;
};

if (import.meta.main) {
  const directory = process.argv[2];
  if (!directory) throw new Error('usage: node engine/law/extract.ts DIR');
  for (const wanted of WANTED) writeFileSync(join(import.meta.dirname, 'data', `${wanted.key}.json`), extracted(directory, wanted));
}
