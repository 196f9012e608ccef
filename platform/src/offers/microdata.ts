// Items of a page: itemscope, itemprop -> nodes of the same shape as JSON-LD has.
import type { HtmlToken } from '../readers/index.ts';
import type { Node } from './products.ts';

const VOID = new Set(['meta', 'link', 'img', 'br', 'input', 'hr', 'source', 'area', 'base', 'col', 'embed', 'wbr', 'param', 'track']);
/** The attribute that holds the value of an element; of any other it is its text. */
const VALUE: Record<string, string> = {
  meta: 'content',
  a: 'href',
  link: 'href',
  area: 'href',
  img: 'src',
  source: 'src',
  time: 'datetime',
  data: 'value',
  meter: 'value',
};
/** Elements within an item; what is deeper belongs to the last of them. */
const DEEPEST = 100;
/** Elements of which the text is collected at a time. */
const MOST_COLLECTED = 8;
const LONGEST = 20_000;
const MOST_VALUES = 1000;

interface Open {
  name: string;
  item: Node | null;
  /** Of which the text is collected, until the element closes. */
  collects: { item: Node; names: string[]; text: string } | null;
}

const add = (item: Node, name: string, value: unknown): void => {
  if (name === '__proto__') return;
  const before = Object.hasOwn(item, name) ? item[name] : undefined;
  if (before === undefined) item[name] = value;
  else if (!Array.isArray(before)) item[name] = [before, value];
  else if (before.length < MOST_VALUES) before.push(value);
};

export interface Item {
  node: Node;
  line: number;
}

/** Collects the items of a page; what is not closed ends with the page. */
export class Microdata {
  readonly items: Item[] = [];
  private readonly stack: Open[] = [];
  private collecting = 0;
  /** Open elements deeper than DEEPEST. */
  private beyond = 0;

  take(token: HtmlToken): void {
    if (token.type === 'open') this.open(token.name, token.attributes, token.line);
    else if (token.type === 'close') this.close(token.name);
    else if (token.type === 'text' && this.collecting > 0) {
      for (const { collects } of this.stack) if (collects !== null && collects.text.length < LONGEST) collects.text += token.text;
    }
  }

  /** The items that stand in no other. */
  finish(): Item[] {
    while (this.stack.length > 0) this.pop();
    return this.items;
  }

  private current(): Node | null {
    return this.stack.findLast(({ item }) => item !== null)?.item ?? null;
  }

  private open(name: string, attributes: Record<string, string>, line: number): void {
    const scope = attributes['itemscope'] !== undefined;
    const names = attributes['itemprop']?.split(/\s+/).filter((one) => one !== '') ?? [];
    if (!scope && names.length === 0 && this.stack.length === 0) return;
    const parent = this.current();
    let item: Node | null = null;
    if (scope) {
      item = { '@type': attributes['itemtype']?.trim().split(/\s+/) ?? [], ...(attributes['itemid'] ? { '@id': attributes['itemid'] } : {}) };
      if (parent !== null && names.length > 0) for (const one of names) add(parent, one, item);
      else this.items.push({ node: item, line });
    }
    const value = attributes['content'] ?? attributes[VALUE[name] ?? ''];
    let collects: Open['collects'] = null;
    if (!scope && parent !== null && names.length > 0) {
      if (value !== undefined) for (const one of names) add(parent, one, value);
      else if (this.collecting < MOST_COLLECTED) collects = { item: parent, names, text: '' };
    }
    if (VOID.has(name)) return;
    if (this.stack.length >= DEEPEST) {
      this.beyond++;
      return;
    }
    this.stack.push({ name, item, collects });
    if (collects !== null) this.collecting++;
  }

  private close(name: string): void {
    if (this.beyond > 0) {
      this.beyond--;
      return;
    }
    const at = this.stack.findLastIndex((one) => one.name === name);
    if (at < 0) return;
    while (this.stack.length > at) this.pop();
  }

  private pop(): void {
    const { collects } = this.stack.pop()!;
    if (collects === null) return;
    this.collecting--;
    const text = collects.text.replace(/\s+/g, ' ').trim();
    if (text !== '') for (const one of collects.names) add(collects.item, one, text);
  }
}
