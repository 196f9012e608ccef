// What a file says of itself before its rows.
import type { Collected } from './batch.ts';

export const FACTS: readonly string[] = ['covers', 'known_on'];
export const FACT_LINE = /^#\s*([a-z_]+)\s*[:：=]\s*(.*)$/i;

export const addFact = (out: Collected, name: string, value: string, line: number): void => {
  if (FACTS.includes(name)) out.facts.push({ name, value: value.trim(), line });
};

/** What stands above the headings: a fact is one there too, anything else is a title. */
export const addTitle = (out: Collected, cells: readonly string[], line: number): void => {
  const text = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');
  const fact = FACT_LINE.exec(text);
  if (fact) addFact(out, fact[1]!.toLowerCase(), fact[2]!, line);
  else if (text !== '') out.note('title', line, text);
};
