// The parts of an XLSX: its sheets in order, its shared texts, and which styles show days.
import { READER_SENTENCE, say } from '@zhijian/contract';
import { isDayFormat, unescaped } from './cell-values.ts';
import { type ByteReader, ReadFault } from './input.ts';
import type { Limits } from './limits.ts';
import { type Handlers, xmlPieces } from './xlsx-xml.ts';
import { type Member, openMember, readDirectory } from './zip.ts';

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Null for a sheet without cells (a chart), or one whose part is not there. */
  part: Member | null;
}

export interface Package {
  path: string;
  date1904: boolean;
  sheets: Sheet[];
  texts: readonly string[];
  /** By the number of a style: whether it shows a day. */
  days: readonly boolean[];
}

const damaged = (detail: string): ReadFault => new ReadFault('damaged', say(READER_SENTENCE.workbook_damaged, { detail }));

/** A part as XML, yielding after each piece. */
export async function* partPieces(path: string, part: Member, handlers: Handlers, limits: Limits): AsyncGenerator<void, void, undefined> {
  const reader: ByteReader = await openMember(path, part, limits.recordBytes);
  try {
    yield* xmlPieces(reader, handlers, limits.recordBytes);
  } finally {
    await reader.close();
  }
}

const readPart = async (path: string, part: Member, handlers: Handlers, limits: Limits): Promise<void> => {
  for await (const _ of partPieces(path, part, handlers, limits));
};

const NOTHING: Handlers = { open: () => {}, text: () => {}, close: () => {} };

/** Throws ReadFault for what is no whole workbook, and for one over a limit. */
export const openPackage = async (path: string, limits: Limits): Promise<Package> => {
  const { members, fault } = await readDirectory(path, limits.zipFiles);
  if (fault !== null) throw fault;
  const total = members.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.expandedBytes) {
    throw new ReadFault('limit', say(READER_SENTENCE.expanded_bytes, { limit: limits.expandedBytes, found: total, left: limits.expandedBytes }));
  }
  // Names in a package are the same in any case (ECMA-376 part 2); of two the first counts.
  const parts = new Map(members.toReversed().map((member) => [member.name.toLowerCase(), member]));
  const part = (name: string) => parts.get(name.toLowerCase()) ?? null;
  const relations = async (of: string): Promise<Relation[]> => {
    const found = part(of.replace(/([^/]*)$/, '_rels/$1.rels'));
    return found === null ? [] : await readRelations(path, found, of, limits);
  };
  const book = (await relations('')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const bookPart = part(book);
  if (bookPart === null) throw damaged(book);
  const { sheets, date1904 } = await readBook(path, bookPart, limits);
  const related = await relations(book);
  const sharedPart = related.find(({ type }) => type === 'sharedStrings');
  const stylePart = related.find(({ type }) => type === 'styles');
  const shared = sharedPart === undefined ? null : part(sharedPart.target);
  const styles = stylePart === undefined ? null : part(stylePart.target);
  return {
    path,
    date1904,
    sheets: sheets.map(({ name, hidden, id }) => {
      const relation = related.find((one) => one.id === id && one.type === 'worksheet');
      return { name, hidden, part: relation === undefined ? null : part(relation.target) };
    }),
    texts: shared === null ? [] : await readTexts(path, shared, limits),
    days: styles === null ? [] : await readDayStyles(path, styles, limits),
  };
};

interface Relation {
  id: string;
  /** The last part of the type: transitional and strict packages differ in what stands before it. */
  type: string;
  target: string;
}

const readRelations = async (path: string, found: Member, of: string, limits: Limits): Promise<Relation[]> => {
  const relations: Relation[] = [];
  const open = (name: string, { Id: id = '', Type: type = '', Target: target = '' }: Readonly<Record<string, string>>) => {
    if (name === 'Relationship') relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(of, target) });
  };
  await readPart(path, found, { ...NOTHING, open }, limits);
  return relations;
};

/** A target as a name in the package, `..` followed within it. */
const resolved = (of: string, target: string): string => {
  const names = target.startsWith('/') ? [] : of.split('/').slice(0, -1);
  for (const name of target.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
};

const readBook = async (path: string, found: Member, limits: Limits) => {
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === 'workbookPr') date1904 = /^(?:1|true|on)$/.test(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    sheets.push({ name: attributes['name'] ?? '', hidden: /hidden/i.test(attributes['state'] ?? ''), id });
  };
  await readPart(path, found, { ...NOTHING, open }, limits);
  return { sheets, date1904 };
};

/** The shared texts. A phonetic reading beside a text (rPh) is no part of it. */
const readTexts = async (path: string, found: Member, limits: Limits): Promise<string[]> => {
  const texts: string[] = [];
  let bytes = 0;
  let text = '';
  let inside = false;
  let phonetic = false;
  const handlers: Handlers = {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inside = !phonetic;
    },
    text(piece) {
      if (inside) text += piece;
    },
    close(name) {
      if (name === 't') inside = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        // A copy: a piece of the XML would else stay in memory with each text that was cut out of it.
        const copy = Buffer.from(unescaped(text), 'utf16le');
        bytes += copy.length + 16;
        if (bytes > limits.sharedTextBytes) {
          throw new ReadFault('limit', say(READER_SENTENCE.shared_texts, { limit: limits.sharedTextBytes }));
        }
        texts.push(copy.toString('utf16le'));
      }
    },
  };
  await readPart(path, found, handlers, limits);
  return texts;
};

const readDayStyles = async (path: string, found: Member, limits: Limits): Promise<boolean[]> => {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inside = false;
  const handlers: Handlers = {
    ...NOTHING,
    open(name, attributes) {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inside = true;
      else if (name === 'xf' && inside) ids.push(id);
    },
    close(name) {
      if (name === 'cellXfs') inside = false;
    },
  };
  await readPart(path, found, handlers, limits);
  return ids.map((id) => isDayFormat(id, codes.get(id)));
};
