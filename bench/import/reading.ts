// Reads one file in a process of its own, so that its peak of memory is its own, and prints one line of JSON:
// `node bench/import/reading.ts product|tree FILE`. product: the importer's reader; tree: the whole file as one tree (xml) or list of rows (csv).
import { readFileSync, statSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { readItems } from '../../platform/src/imports/index.ts';

export interface Reading {
  records: number;
  mb: number;
  seconds: number;
  /** Of CPU time of the reading thread and the garbage collector's, which is what one core would take. */
  cpu_seconds: number;
  peak_mb: number;
}

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: (Node | string)[];
}

/** What a plain DOM parser does: all elements and texts of a file in memory at once. */
function tree(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [] };
  const stack = [root];
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [] };
    stack.at(-1)!.children.push(node);
    stack.push(node);
  });
  parser.on('closetag', () => stack.pop());
  parser.on('text', (text) => stack.at(-1)!.children.push(text));
  parser.write(text).close();
  return root;
}

const countNamed = (node: Node, name: string): number =>
  node.children.reduce((sum, one) => sum + (typeof one === 'string' ? 0 : one.name === name ? 1 : countNamed(one, name)), 0);

const readers: Record<string, (file: string) => Promise<number> | number> = {
  product: async (file) => {
    let records = 0;
    await readItems({ kind: 'rights', file_path: file, file_name: file, covers: [] }, async (item) => {
      if (item.kind === 'rejected') throw new Error(JSON.stringify(item.rejected));
      records++;
    });
    return records;
  },
  tree: (file) =>
    file.endsWith('.xml')
      ? countNamed(tree(readFileSync(file, 'utf8')), 'case-file')
      : (parse(readFileSync(file), { columns: true, bom: true }) as unknown[]).length,
};

const [, , name = '', file = ''] = process.argv;
const read = readers[name];
if (read !== undefined) {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const records = await read(file);
  const { user, system } = process.cpuUsage(cpu);
  const said: Reading = {
    records,
    mb: statSync(file).size / 1e6,
    seconds: (performance.now() - from) / 1000,
    cpu_seconds: (user + system) / 1e6,
    peak_mb: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
