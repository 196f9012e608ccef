// Running text of a patent out of its elements: formulas and drawings in it are named by their files.
import type { XmlElement } from '../../readers/index.ts';

/** Elements that stand apart from what is before and behind them. */
const APART = new Set([
  'p',
  'entry',
  'row',
  'li',
  'ul',
  'ol',
  'dt',
  'dd',
  'br',
  'tables',
  'title',
  'paragraph',
  'table-cwu',
  'in-line-formula',
  'heading',
]);
for (const name of ['PARA', 'CWU', 'CLMSTEP', 'LI', 'DD', 'DT', 'F', 'H', 'P', 'Heading']) APART.add(name);
/** A drawing in the text. */
const DRAWN = new Set(['img', 'EMI', 'image', 'custom-character', 'CUSTOM-CHARACTER', 'Image']);
const RAISED = new Set(['sup', 'SP', 'superscript', 'Sup']);
/** Not part of the text: running heads of the page, numbers of paragraphs and claims that have a field of their own. */
const BESIDE = new Set(['BoundaryData', 'number', 'ClaimLabelText']);

const FORMULA = new Set(['maths', 'MATH-US', 'math-cwu', 'chemistry', 'CHEM-US', 'chemistry-cwu', 'Math']);

const drawnIn = (element: XmlElement): string[] =>
  element.children.flatMap((one) => {
    if (typeof one === 'string') return [];
    const file = DRAWN.has(one.name) ? fileOf(one) : null;
    return file === null ? drawnIn(one) : [`[${file}]`];
  });

/** The file that an element of a drawing names. */
export const fileOf = (element: XmlElement): string | null => {
  const file = (element.attributes['file'] ?? element.attributes['FILE'] ?? '').trim();
  return file === '' ? null : file;
};

/** Runs of white space as one space, none at the ends. */
export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of nodes as they follow each other, not yet collapsed. A formula that is also drawn is only named: its letters alone are none. */
export const rawText = (nodes: readonly (XmlElement | string)[]): string => appended('', nodes);

const appended = (before: string, nodes: readonly (XmlElement | string)[]): string => {
  let text = before;
  for (const node of nodes) {
    if (typeof node === 'string') {
      text += node;
      continue;
    }
    const { name, children } = node;
    if (BESIDE.has(name)) continue;
    if (DRAWN.has(name)) {
      const file = fileOf(node);
      text += file === null ? ' ' : ` [${file}] `;
    } else if (FORMULA.has(name)) {
      const drawn = drawnIn(node);
      text = drawn.length > 0 ? `${text} ${drawn.join(' ')} ` : `${appended(`${text} `, children)} `;
    } else if (RAISED.has(name)) {
      const inner = rawText(children);
      // 10 to the power of 12 is not 1012.
      text += /\d\s*$/.test(text.slice(-20)) && /^\s*[-+−–]?\d/.test(inner) ? `^${inner}` : inner;
    } else text = APART.has(name) ? `${appended(`${text} `, children)} ` : appended(text, children);
  }
  return text;
};

/** The running text of an element; null where there is none. */
export const runningText = (element: XmlElement | undefined): string | null => {
  const text = element === undefined ? '' : collapse(rawText(element.children));
  return text === '' ? null : text;
};

/** Texts of several elements in their order, one paragraph each. */
export const paragraphsOf = (elements: readonly XmlElement[]): string[] => elements.map(runningText).filter((text) => text !== null);
