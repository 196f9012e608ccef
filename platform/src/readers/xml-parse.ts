// The text of one record -> its tree. Strict, without a DTD: nothing is fetched and nothing that a file declares is expanded.
import { type Label, READER_SENTENCE, type RejectCode, say } from '@zhijian/contract';
import { SaxesParser } from 'saxes';
import { characterNamed } from './xml-characters.ts';
import type { XmlElement } from './xml-element.ts';

/** Deeper than any format of an office, and shallow enough for functions that call themselves. */
const DEEPEST = 512;
const MOST_ATTRIBUTES = 1024;
/** A tag or a text costs about 150 bytes: a record of 64 MiB made of `<a/>` must not take 2 GB. */
const MOST_NODES = 1_000_000;

/** Why a record is no XML. Not an Error: a file may hold millions. */
export class XmlFault {
  readonly code: RejectCode;
  readonly given: string;
  /** What is allowed, told the line. */
  readonly allowed: (line: number) => Label;
  constructor(code: RejectCode, given: string, allowed: (line: number) => Label) {
    this.code = code;
    this.given = given;
    this.allowed = allowed;
  }
}

const tooMany = (limit: number, what: Label) => new XmlFault('xml', '', () => say(READER_SENTENCE.xml_most, { limit, what }));

const NONE: Record<string, string> = Object.freeze({});
const EMPTY: (XmlElement | string)[] = Object.freeze([]) as unknown as (XmlElement | string)[];

/** Most elements have one child, and a list that begins empty is given room for 17. */
const add = (parent: XmlElement, one: XmlElement | string): void => {
  if (parent.children === EMPTY) parent.children = [one];
  else parent.children.push(one);
};

/** The indents of a printed file are half of its texts: they are kept as one line break, which is shared. */
const isBlank = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x20) return false;
  return true;
};

/** Names of entities that are no characters end the record by name; saxes asks here before it knows the text. */
const ENTITIES = new Proxy({} as Record<string, string>, {
  get: (_, name) => {
    const text = characterNamed(String(name));
    if (text === null) {
      throw new XmlFault('entity', `&${String(name)};`, (line) => say(READER_SENTENCE.xml_entity, { line, name: String(name).slice(0, 60) }));
    }
    return text;
  },
});

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Parses records one after the other; a record is parsed again with its lines counted only where it is wrong. */
export class XmlParser {
  private parser: SaxesParser | null = null;
  private readonly stack: XmlElement[] = [];
  private root: XmlElement | null = null;
  private nodes = 0;
  private attributes = 0;
  private readonly names = new Map<string, string>();

  /** The element that `text` is. Throws XmlFault. `line` is the line of its beginning, for the message. */
  parse(text: string, line: number): XmlElement {
    try {
      this.parser ??= this.create(false);
      this.run(this.parser, text);
      return this.root!;
    } catch (error) {
      this.parser = null;
      if (!(error instanceof XmlFault) && !(error instanceof Malformed)) throw error;
      throw this.explain(text, line);
    } finally {
      this.root = null;
      this.stack.length = 0;
    }
  }

  private run(parser: SaxesParser, text: string): void {
    this.root = null;
    this.stack.length = 0;
    this.nodes = 0;
    parser.ENTITIES = ENTITIES;
    parser.write(text).close();
  }

  private explain(text: string, line: number): XmlFault {
    const parser = this.create(true);
    try {
      this.run(parser, text);
    } catch (error) {
      const at = line + parser.line - 1;
      const near = text.slice(Math.max(0, parser.position - 60), parser.position + 10);
      if (error instanceof XmlFault) return new XmlFault(error.code, error.given || near, () => error.allowed(at));
      if (!(error instanceof Malformed)) throw error;
      const { message } = error;
      if (message.startsWith('malformed character entity')) return new XmlFault('xml', near, () => say(READER_SENTENCE.xml_number, { line: at }));
      return new XmlFault('xml', near, () => say(READER_SENTENCE.xml_malformed, { line: at, detail: detailOf(message) }));
    }
    throw new Error('a record that is no XML at one reading and XML at the next');
  }

  private create(position: boolean): SaxesParser {
    const parser = new SaxesParser({ position });
    const { stack, names } = this;
    parser.on('error', (error) => {
      throw new Malformed(error.message);
    });
    parser.on('attribute', () => {
      if (++this.attributes > MOST_ATTRIBUTES) throw tooMany(MOST_ATTRIBUTES, READER_SENTENCE.xml_attributes);
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (++this.nodes > MOST_NODES) throw tooMany(MOST_NODES, READER_SENTENCE.xml_nodes);
      let local = names.get(name);
      if (local === undefined) {
        local = localName(name);
        // Names repeat; a file of names that never do must not fill the memory.
        if (names.size < 4096) names.set(name, local);
      }
      const element: XmlElement = { name: local, attributes: this.attributes === 0 ? NONE : (attributes as Record<string, string>), children: EMPTY };
      this.attributes = 0;
      const parent = stack[stack.length - 1];
      if (parent === undefined) this.root ??= element;
      else add(parent, element);
      if (stack.push(element) > DEEPEST) throw tooMany(DEEPEST, READER_SENTENCE.xml_depth);
    });
    parser.on('closetag', () => {
      stack.pop();
    });
    const text = (piece: string) => {
      const parent = stack[stack.length - 1];
      if (parent === undefined) return;
      if (++this.nodes > MOST_NODES) throw tooMany(MOST_NODES, READER_SENTENCE.xml_nodes);
      add(parent, isBlank(piece) ? '\n' : piece);
    };
    parser.on('text', text);
    parser.on('cdata', text);
    return parser;
  }
}

class Malformed {
  readonly message: string;
  constructor(message: string) {
    // `line:column: message` where positions are counted.
    this.message = message.replace(/^\d+:\d+: /, '');
  }
}

const detailOf = (message: string): Label => {
  const unclosed = /^unclosed tag: (.*)/.exec(message);
  if (unclosed) return say(READER_SENTENCE.xml_unclosed, { name: unclosed[1]!.slice(0, 60) });
  if (/close tag|closing tag|unmatched/.test(message)) return READER_SENTENCE.xml_end_tag;
  if (message === 'disallowed character.') return READER_SENTENCE.xml_character;
  return READER_SENTENCE.xml_tag;
};
