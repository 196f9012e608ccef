// What a file says of itself before its rows.
import type { Collected } from './batch.ts';
import { parseDay } from './fields.ts';

export const FACTS: readonly string[] = ['covers', 'known_on'];
export const FACT_LINE = /^#\s*([a-z_]+)\s*[:：=]\s*(.*)$/i;

export const addFact = (out: Collected, name: string, value: string, line: number): void => {
  if (FACTS.includes(name)) out.facts.push({ name, value: value.trim(), line });
};

const LONGEST_TITLE = 2000;

/** How a printed or exported table says of what day it is. */
const DAY_OF_FILE = new RegExp(
  String.raw`(?:^|[\s（(【[,，;；|])(?:` +
    '(?:知悉|获知|查询|检索|导出|打印|下载|制表|快照|数据|数据更新|数据截止|统计截止)(?:日期|时间|日)|数据截[止至]|截至|' +
    '(?:query|search|export|print|retrieval|snapshot)(?:ed)? (?:date|on)|(?:data )?as of|retrieved on' +
    String.raw`)\s*[:：=]?\s*(\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?|\d{8}(?!\d)|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)`,
  'gi',
);

/** What stands above the headings: a fact is one there too, anything else is a title, which may say the day of the file among other things. */
export const addTitle = (out: Collected, cells: readonly string[], line: number): void => {
  const text = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');
  const fact = FACT_LINE.exec(text);
  if (fact) addFact(out, fact[1]!.toLowerCase(), fact[2]!, line);
  else if (text !== '') {
    out.note('title', line, text);
    if (text.length > LONGEST_TITLE) return;
    for (const [, day] of text.matchAll(DAY_OF_FILE))
      if (parseDay(day!.replace(/\s/g, '')) !== null) addFact(out, 'known_on', day!.replace(/\s/g, ''), line);
  }
};
