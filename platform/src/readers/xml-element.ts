// An element of XML as a tree, and the ways into it.
export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** As written, with their prefixes. */
  attributes: Record<string, string>;
  /** Elements and texts in their order; texts as the file has them, white space alone as one line break. */
  children: (XmlElement | string)[];
}

/** The first child element of that name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
  if (element === undefined) return undefined;
  for (const one of element.children) if (typeof one === 'object' && one.name === name) return one;
  return undefined;
};

/** The child elements of that name, or all of them, in their order. */
export const children = (element: XmlElement | undefined, name?: string): XmlElement[] => {
  const found: XmlElement[] = [];
  if (element === undefined) return found;
  for (const one of element.children) if (typeof one === 'object' && (name === undefined || one.name === name)) found.push(one);
  return found;
};

/** The first element on a path of child names: `at(record, 'case-file-header/filing-date')`. */
export const at = (element: XmlElement | undefined, path: string): XmlElement | undefined => {
  let here = element;
  for (const name of path.split('/')) here = child(here, name);
  return here;
};

/** Every element of that name below, at any depth, in document order; not those inside another one of that name. */
export const descendants = (element: XmlElement | undefined, name: string): XmlElement[] => {
  const found: XmlElement[] = [];
  const visit = (one: XmlElement) => {
    for (const inner of one.children) {
      if (typeof inner === 'string') continue;
      if (inner.name === name) found.push(inner);
      else visit(inner);
    }
  };
  if (element !== undefined) visit(element);
  return found;
};

/** V8 keeps a whole record alive behind a piece cut out of it: what is kept for long is copied. Pieces below 13 characters are copies already. */
const own = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'));

const PLAIN = /^\S+(?: \S+)*$/;

/**
 * All text below an element in document order, runs of white space collapsed to one space and none at the ends; null where
 * there is none. The text is a copy of its own and keeps no record in memory.
 */
export const textOf = (element: XmlElement | undefined): string | null => {
  if (element === undefined) return null;
  const only = element.children.length === 1 ? element.children[0] : undefined;
  const text = typeof only === 'string' ? only : gather(element);
  if (text === '') return null;
  if (PLAIN.test(text)) return own(text);
  const collapsed = text.replace(/\s+/g, ' ').trim();
  return collapsed === '' ? null : own(collapsed);
};

const gather = (element: XmlElement): string => {
  let text = '';
  for (const one of element.children) text += typeof one === 'string' ? one : gather(one);
  return text;
};

/** The value of an attribute, by its name without prefix; null where it is not there or blank. */
export const attr = (element: XmlElement | undefined, name: string): string | null => {
  if (element === undefined) return null;
  let value = Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;
  if (value === undefined) {
    const key = Object.keys(element.attributes).find((one) => one.endsWith(`:${name}`));
    value = key === undefined ? undefined : element.attributes[key];
  }
  return value === undefined || value.trim() === '' ? null : own(value.trim());
};
