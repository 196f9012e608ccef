// docs/plan.md out of docs/plan-points.json and the tags in the titles of tests: `[A3.where] …`.
// A point is proven by a test that carries its id. The suite fails when a test fails, so what is counted here has passed.
// Run `node test/plan-doc.ts` to write the file; a test fails when it differs.
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { ROOT, sourceFiles } from './tree.ts';

interface Clause {
  zh: string;
  en: string;
  points: { id: string; zh: string; en: string }[];
}
export type Plan = Record<string, Clause>;

const TAG = /\[([A-H]\d+\.[a-z0-9-]+)\]/g;

/** Ids in the titles of the tests, and groups of tests, of one file. Tests that may be skipped prove nothing. */
export const tagsIn = (file: string, text: string): string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2024, true);
  const tags: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText(source);
      const [title] = node.arguments;
      if (/^(test|it|describe)\b/.test(callee) && !/\.(skip|skipIf|runIf|todo|fails)\b/.test(callee) && title && ts.isLiteralExpression(title)) {
        for (const [, id = ''] of title.text.matchAll(TAG)) tags.push(id);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return tags;
};

/** Which test files prove each point: id -> sorted files. */
export const proofs = (root = ROOT): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const file of sourceFiles(root).filter((path) => path.endsWith('.test.ts') && path !== 'test/plan-doc.test.ts')) {
    for (const id of tagsIn(file, readFileSync(`${root}/${file}`, 'utf8'))) {
      const files = found.get(id) ?? [];
      if (!files.includes(file)) found.set(id, [...files, file]);
    }
  }
  return found;
};

export const readPlan = (): Plan => JSON.parse(readFileSync(`${ROOT}/docs/plan-points.json`, 'utf8')) as Plan;

const stateOf = (proven: number, all: number) => (proven === 0 ? '尚未 not yet' : proven < all ? '初步 first form' : '可用 works');

/** The text of docs/plan.md. */
export const planDocument = (plan: Plan, proven: ReadonlyMap<string, readonly string[]>): string => {
  const rows = Object.entries(plan).map(([id, { zh, en, points }]) => {
    const done = points.filter((point) => proven.has(point.id));
    const tests = [...new Set(done.flatMap((point) => proven.get(point.id) ?? []))].sort().map((file) => `\`${file}\``);
    return `| ${id} | ${zh}<br>${en} | ${stateOf(done.length, points.length)} | ${done.length}/${points.length} | ${tests.join('<br>')} |`;
  });
  const points = Object.entries(plan).flatMap(([id, { zh, points: all }]) => [
    '',
    `### ${id} ${zh}`,
    '',
    ...all.map((point) => `- [${proven.has(point.id) ? 'x' : ' '}] \`${point.id}\` ${point.zh} · ${point.en}`),
  ]);
  return [
    '# 方案逐条落实情况 / The plan, clause by clause',
    '',
    '由 `node test/plan-doc.ts` 生成，请勿手工修改。每一条分为若干要点，要点由通过的测试证明（测试标题含其编号）：',
    '一个以上要点得证为“初步”，全部得证为“可用”。',
    '',
    'Written by `node test/plan-doc.ts`; do not edit. Each clause has points, and a point is proven by a passing test whose title carries its id:',
    '`first form` means that at least one is proven, `works` that all are.',
    '',
    '| | 条款 clause | 状态 state | 要点 points | 证明 proven in |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    '## 要点 / Points',
    ...points,
    '',
  ].join('\n');
};

if (import.meta.main) writeFileSync(`${ROOT}/docs/plan.md`, planDocument(readPlan(), proofs()));
