// Cells by heading. The maps are plain objects; a heading named __proto__ must not reach their prototype.

export type Cells = Record<string, string>;

export const setCell = (cells: Cells, heading: string, value: string): void => {
  if (heading === '__proto__') Object.defineProperty(cells, heading, { value, enumerable: true, configurable: true, writable: true });
  else cells[heading] = value;
};

/** Cells of a line by their headings, blank ones left out; a cell behind the last heading is named by its column. */
export const namedCells = (headings: readonly string[], line: readonly string[]): Cells => {
  const cells: Cells = {};
  for (const [i, cell] of line.entries()) if (cell !== '') setCell(cells, headings[i] ?? `#${i + 1}`, cell);
  return cells;
};

const LARGEST = 64 << 10;

/** The cells for a reject, where they are not too large to be kept with it: whole or not at all, since a part would be mended into a loss. */
export const boundedCells = (cells: Cells): Cells | undefined => {
  let length = 0;
  for (const heading of Object.keys(cells)) length += heading.length + cells[heading]!.length;
  if (length > LARGEST) return undefined;
  return Buffer.byteLength(JSON.stringify(cells)) > LARGEST ? undefined : cells;
};

/** `name`, or `name (2)`, `name (3)` … where it is taken. */
export const uniqueName = (name: string, taken: { has(name: string): boolean }): string => {
  let unique = name;
  for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
  return unique;
};

/** Headings made unique; an empty one is named by its column. */
export const uniqueHeadings = (raw: readonly string[]): string[] => {
  const taken = new Set<string>();
  // Thousands of columns of one name are numbered on, not each counted up from 2.
  const next = new Map<string, number>();
  for (const [i, heading] of raw.entries()) {
    const name = heading.trim() || `#${i + 1}`;
    let n = next.get(name) ?? 1;
    while (taken.has(n === 1 ? name : `${name} (${n})`)) n++;
    taken.add(n === 1 ? name : `${name} (${n})`);
    next.set(name, n + 1);
  }
  return [...taken];
};

/** The beginning of a text, for a message. Never cuts a surrogate pair. */
export const excerpt = (text: string, longest = 80): string => {
  if (text.length <= longest) return text;
  const cut = text.charCodeAt(longest - 1);
  return `${text.slice(0, cut >= 0xd800 && cut <= 0xdbff ? longest - 1 : longest)}…`;
};
