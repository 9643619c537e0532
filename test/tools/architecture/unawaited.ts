import { parseSync } from 'vite';
import { childrenOf, isNode, type Node, nameOf } from './nodes.ts';

function* nodesOf(node: Node, enters: (node: Node) => boolean = () => true): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) if (enters(child)) yield* nodesOf(child, enters);
}

const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'TSMethodSignature',
  'TSFunctionType',
  'TSDeclareFunction',
]);

/** Whether the signature of a function says that it returns a promise. */
function answersPromise(node: Node): boolean {
  if (node.async === true) return true;
  const type = isNode(node.returnType) ? node.returnType.typeAnnotation : null;
  return isNode(type) && isNode(type.typeName) && nameOf(type.typeName) === 'Promise';
}

/** The named function of a node: a declaration, `const f = …`, a property, a method, a signature. */
function namedFunction(node: Node): { name: string; made: Node } | null {
  const name = nameOf(node.id) ?? nameOf(node.key);
  if (name === null) return null;
  const annotation = isNode(node.typeAnnotation) ? node.typeAnnotation.typeAnnotation : null;
  const made = [node, node.init, node.value, annotation].find(
    (one): one is Node => isNode(one) && FUNCTIONS.has(one.type),
  );
  return made === undefined ? null : { name, made };
}

const parse = (file: string, text: string): Node => parseSync(file, text).program as unknown as Node;

/** Names that stand for functions of promises wherever they are declared; names of other functions too are left out. */
export function promisingNames(texts: ReadonlyMap<string, string>): Set<string> {
  const promising = new Set<string>();
  const others = new Set<string>();
  for (const [file, text] of texts) {
    for (const node of nodesOf(parse(file, text))) {
      const found = namedFunction(node);
      if (found !== null) (answersPromise(found.made) ? promising : others).add(found.name);
    }
  }
  return new Set([...promising].filter((name) => !others.has(name)));
}

/** The name of what is called: `f()`, `a.b.f()`. */
function calleeOf(call: Node): string | null {
  const { callee } = call;
  if (!isNode(callee)) return null;
  return nameOf(callee) ?? (isNode(callee.property) ? nameOf(callee.property) : null);
}

/** The possible values of an expression: both branches of a condition, the last of a list, the inside of a cast. */
function resultsOf(node: Node): Node[] {
  const parts = [node.consequent, node.alternate, node.left, node.right, node.expression].filter(isNode);
  const isWrapper = [
    'ConditionalExpression',
    'LogicalExpression',
    'TSAsExpression',
    'ParenthesizedExpression',
  ];
  return isWrapper.includes(node.type) ? parts.flatMap(resultsOf) : [node];
}

/**
 * Promises that a try block returns without awaiting them, as `file:line: name`: their failures pass its catch and its
 * finally runs before they end.
 */
export function unawaitedReturns(file: string, text: string, promising: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  for (const node of nodesOf(parse(file, text))) {
    if (node.type !== 'TryStatement' || !isNode(node.block)) continue;
    for (const inner of nodesOf(node.block, (child) => !FUNCTIONS.has(child.type))) {
      if (inner.type !== 'ReturnStatement' || !isNode(inner.argument)) continue;
      for (const result of resultsOf(inner.argument)) {
        const name = result.type === 'CallExpression' ? calleeOf(result) : null;
        const line = text.slice(0, inner.start).split('\n').length;
        if (name !== null && promising.has(name)) faults.push(`${file}:${line}: ${name}`);
      }
    }
  }
  return faults;
}
