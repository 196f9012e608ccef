// What a document shows of a run: blocks of code, and whether an excerpt agrees with what was written.

export interface Block {
  /** The comment on the line before: `printed`, `exits 4`, or a file of results and a word of the line that is shown. */
  note: string;
  kind: string;
  text: string;
  commands: string[];
}

const BLOCK = /(?:<!-- (.*) -->\n *)?```(\w+)\n([\s\S]*?)```/g;
const COMMAND = /^ *((?:\.\/zhijian (?:detect|fit|help)|head ).*)/;

/** The fenced blocks of a Markdown text; of blocks of commands those that neither fetch nor test. */
export const blocksIn = (markdown: string): Block[] =>
  [...markdown.matchAll(BLOCK)].map(([, note = '', kind = '', text = '']) => ({
    note,
    kind,
    text,
    commands: kind === 'sh' ? text.split('\n').flatMap((line) => COMMAND.exec(line)?.[1] ?? []) : [],
  }));

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether what is shown is what is there. `…` stands for any text, other keys or other elements; nothing else may be left out. */
export const agrees = (shown: unknown, given: unknown): boolean => {
  if (shown === '…') return true;
  if (typeof shown === 'string' && typeof given === 'string') return new RegExp(`^${shown.split('…').map(literal).join('[\\s\\S]*')}$`).test(given);
  if (typeof shown !== 'object' || shown === null || typeof given !== 'object' || given === null) return shown === given;
  if (Array.isArray(shown) || Array.isArray(given)) return Array.isArray(shown) && Array.isArray(given) && agreeInOrder(shown, given);
  const there = new Map(Object.entries(given));
  const keys = Object.entries(shown).filter(([key]) => key !== '…');
  return ('…' in shown || keys.length === there.size) && keys.every(([key, value]) => there.has(key) && agrees(value, there.get(key)));
};

const agreeInOrder = (shown: readonly unknown[], given: readonly unknown[]): boolean => {
  if (!shown.includes('…')) return shown.length === given.length && shown.every((one, i) => agrees(one, given[i]));
  let from = 0;
  return shown.every((one) => {
    if (one === '…') return true;
    const at = given.findIndex((other, i) => i >= from && agrees(one, other));
    from = at + 1;
    return at >= 0;
  });
};
