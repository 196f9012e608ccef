// What a document promises that a reader can try: paths, commands and their options.
import { COMMAND, OPTION } from '@zhijian/contract';
import { dirname, join, normalize } from 'node:path/posix';

interface Piece {
  line: number;
  text: string;
  /** A block of commands, as against a word within a sentence. */
  block: boolean;
}

/** The code of a Markdown text: `spans` and the lines of fenced blocks; a command broken by a backslash is one line. */
export const codeIn = (markdown: string): Piece[] => {
  const pieces: Piece[] = [];
  let fence: string | null = null;
  let broken = '';
  markdown.split('\n').forEach((text, index) => {
    const line = index + 1;
    const mark = /^\s*(```+|~~~+)/.exec(text)?.[1];
    if (fence !== null && mark === fence) fence = null;
    else if (fence === null && mark !== undefined) fence = mark;
    else if (fence !== null) {
      broken += text.endsWith('\\') ? `${text.slice(0, -1)} ` : text;
      if (text.endsWith('\\')) return;
      pieces.push({ line, text: broken, block: true });
      broken = '';
    } else for (const [, span = ''] of text.matchAll(/`([^`]+)`/g)) pieces.push({ line, text: span, block: false });
  });
  return pieces;
};

const PATH = /^\.{0,2}\/?[\p{L}\p{N}_.@-]+(\/[\p{L}\p{N}_.@-]+)*\/?$/u;
const FILE = /\.(ts|json|csv|tsv|jsonl|md|txt|sh|yml)$/;
// Places that a run makes, and places of the reader's own machine.
const MADE = /^(out|DIR|data|node_modules|\.cache|\.runtime|coverage)(\/|$)/;

/** A word that claims to be a path of the tree: it has a folder that exists here, or a folder and the name of a file. */
const isPath = (word: string, exists: (path: string) => boolean): boolean => {
  if (!PATH.test(word) || !word.includes('/') || MADE.test(word.replace(/^\.\//, '')) || word.startsWith('/') || word.startsWith('@')) return false;
  const [first = ''] = word.replace(/^(\.{1,2}\/)+/, '').split('/');
  return FILE.test(word) || word.endsWith('/') || exists(first);
};

/**
 * What does not hold in a document: `file:line: what`.
 * @param exists whether a path relative to the root is there
 */
export const brokenPromises = (file: string, markdown: string, exists: (path: string) => boolean): string[] => {
  const wrong: string[] = [];
  const here = (path: string) => [path, join(dirname(file), path)].some((candidate) => exists(normalize(candidate).replace(/\/$/, '')));
  for (const { line, text, block } of codeIn(markdown)) {
    const note = (what: string) => wrong.push(`${file}:${line}: ${what}`);
    const words = text
      .trim()
      .replace(/\s+#\s.*$/, '')
      .split(/\s+/);
    const start = words.findIndex((word) => word.endsWith('./zhijian'));
    if (start >= 0) for (const what of commandFaults(words.slice(start + 1))) note(what);
    if (!block && words.length > 1 && start < 0) continue;
    for (const word of words) if (word !== './zhijian' && isPath(word, exists) && !here(word)) note(`no such path: ${word}`);
  }
  markdown.split('\n').forEach((text, index) => {
    for (const [, link = ''] of text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
      if (!/^[a-z]+:/.test(link) && !exists(normalize(join(dirname(file), link)).replace(/\/$/, '')))
        wrong.push(`${file}:${index + 1}: no such link: ${link}`);
    }
  });
  return wrong;
};

const commandFaults = ([command, ...words]: readonly string[]): string[] => {
  if (command === undefined || !/^[a-z]/.test(command)) return [];
  if (!Object.hasOwn(COMMAND, command)) return [`no such command: ./zhijian ${command}`];
  const options = OPTION[command as keyof typeof COMMAND];
  const given = words.map((word) => /^\[?(--[a-z-]+)/.exec(word)?.[1]).filter((option) => option !== undefined);
  return given.filter((option) => !Object.hasOwn(options, option)).map((option) => `no such option: ./zhijian ${command} ${option}`);
};
