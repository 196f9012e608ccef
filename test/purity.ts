// What would make the engine give two answers to one question, found in the syntax tree, not in comments or strings.
import ts from 'typescript';

const FORBIDDEN_MEMBERS: Readonly<Record<string, ReadonlySet<string>>> = {
  Date: new Set(['now']),
  Math: new Set(['random']),
  performance: new Set(['now', 'timeOrigin']),
  process: new Set(['env', 'hrtime', 'pid']),
  crypto: new Set(['randomUUID', 'getRandomValues', 'randomBytes']),
};
const FORBIDDEN_CALLS = new Set(['fetch', 'randomUUID', 'randomBytes', 'setTimeout', 'setInterval']);

/** Each use of clock, chance, network or environment in a source, as `line: words`. */
export const impurities = (file: string, text: string): string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2024, true);
  const found: string[] = [];
  const note = (node: ts.Node) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${file}:${line + 1}: ${node.getText(source).slice(0, 60)}`);
  };
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      if (FORBIDDEN_MEMBERS[node.expression.text]?.has(node.name.text)) note(node);
    } else if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && !node.arguments?.length) note(node);
    else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && FORBIDDEN_CALLS.has(node.expression.text)) note(node);
    else if (ts.isCallExpression(node) && node.expression.getText(source) === 'Date') note(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
