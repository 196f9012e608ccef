// The borders between the parts: one line for each import that crosses one.
import { ORDER } from '../platform/src/order.ts';
import { type Import, isTest } from './imports.ts';

/** Packages of Node.js that the engine may use: its own data files and their places, and nothing that reaches out. */
const ENGINE_NODE = new Set(['node:fs', 'node:module', 'node:path', 'node:url', 'node:zlib', 'node:crypto', 'node:buffer', 'node:util']);

/** What tests of other folders need, and nothing else does. */
const FOR_TESTS = ['kernel/testing.ts', 'readers/testing-damage.ts', 'readers/testing-input.ts', 'readers/testing-zip.ts'].map(
  (file) => `platform/src/${file}`,
);

/** What is wrong with an import, with the reason and what to do instead; null when nothing is. */
export const wrongWith = ({ from, name, to }: Import): string | null => {
  const say = (reason: string) => `${from} imports ${name}: ${reason}`;
  const [part = ''] = from.split('/');
  if (part === 'test' || from === 'vitest.config.ts') return null;
  if (part === 'contract') {
    if (to === null && isTest(from)) return null;
    return to?.startsWith('contract/') ? null : say('contract holds words only; it imports nothing');
  }
  if (part === 'engine') {
    if (to?.startsWith('engine/') || to === 'contract/index.ts') return null;
    if (to !== null) return say('the engine stands alone on contract; pass what it needs as an argument');
    if (isTest(from) || from.includes('/evaluation/') || from.includes('/data/')) return null;
    return name.startsWith('node:') && !ENGINE_NODE.has(name) ? say('the engine reaches neither network, processes nor clock') : null;
  }
  if (part === 'platform') return platform(from, to, say);
  if (part === 'web') {
    // The tests in a browser drive the whole house.
    if (isTest(from)) return null;
    if (to === null || to.startsWith('web/') || to === 'contract/index.ts') return null;
    return say('the page knows the words of contract and what the API answers, nothing else');
  }
  if (part === 'demo' && to !== null && !to.startsWith('demo/') && !isTest(from))
    return say('the world is written from the law alone; it may not ask the program');
  if (part === 'bench' || part === 'demo' || to === null) return null;
  return say('unknown part of the tree');
};

const folderOf = (file: string): string | null => /^platform\/src\/([^/]+)\//.exec(file)?.[1] ?? null;

const platform = (from: string, to: string | null, say: (reason: string) => string): string | null => {
  if (to === null || to === 'contract/index.ts' || to === 'engine/index.ts') return null;
  if (!to.startsWith('platform/')) return say('other parts are reached by their package name');
  const [own, other] = [folderOf(from), folderOf(to)];
  if (own === other || to === 'platform/src/order.ts') return null;
  // A database for a test is no part of the product's door.
  if (FOR_TESTS.includes(to) && (isTest(from) || /\/testing(-\w+)?\.ts$/.test(from))) return null;
  if (other === null || to !== `platform/src/${other}/index.ts`) return say(`a folder's only door is its index.ts`);
  // The journey tests of the house stand above all folders.
  if (own === null) return null;
  const level = (folder: string) => (ORDER as readonly string[]).indexOf(folder);
  if (level(own) < 0 || level(other) < 0) return say('a folder that platform/src/order.ts does not list');
  return level(other) < level(own) ? null : say(`${own} stands before ${other} in platform/src/order.ts; it may not know of it`);
};
