import { type ESTree, parseSync, Visitor } from 'vite';
import { type Change, sqlChanges } from './sql-mutations.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&&': '||',
  '||': '&&',
  '+=': '-=',
  '-=': '+=',
};

type Span = { start: number; end: number };

/** Every change of one operator that the script knows, in the order of the text. */
export function findChanges(text: string, file: string): Change[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const skipped = skippedSpans(program);
  return changesOf(program, text)
    .filter(({ start, end }) => !skipped.some((span) => span.start <= start && end <= span.end))
    .filter((change) => parseSync(file, applyChange(text, change)).errors.length === 0)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What is no behaviour: types, imports, keys that are names, and what a person reads in a log or an error. */
function skippedSpans(program: ESTree.Program): Span[] {
  const skipped: Span[] = [];
  const skip = (node: Span): void => void skipped.push(node);
  new Visitor({
    TSTypeAnnotation: skip,
    TSTypeParameterInstantiation: skip,
    TSTypeParameterDeclaration: skip,
    TSInterfaceDeclaration: skip,
    TSTypeAliasDeclaration: skip,
    ImportDeclaration: skip,
    ExportAllDeclaration: skip,
    Property(node) {
      if (!node.computed) skip(node.key);
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Error') skip(node);
    },
    ExpressionStatement(node) {
      if (node.expression.type === 'CallExpression' && isLogging(node.expression.callee)) skip(node);
    },
  }).visit(program);
  return skipped;
}

function changesOf(program: ESTree.Program, text: string): Change[] {
  const changes: Change[] = [];
  const written = (node: Span): string => text.slice(node.start, node.end);
  const replace = ({ start, end }: Span, operator: string, to: string): void =>
    void changes.push({ operator, start, end, to });
  const swap = (node: { operator: string; left: Span; right: Span }): void => {
    const to = OPERATORS[node.operator];
    const start = text.indexOf(node.operator, node.left.end);
    if (to !== undefined) replace({ start, end: start + node.operator.length }, 'operator', to);
  };
  const negate = (node: Span): void => replace(node, 'negated condition', `!(${written(node)})`);
  new Visitor({
    BinaryExpression(node) {
      if (node.operator !== '+' || !(isText(node.left) || isText(node.right))) swap(node);
    },
    LogicalExpression(node) {
      if (node.operator === '??') replace(node, 'fallback dropped', written(node.left));
      else swap(node);
    },
    AssignmentExpression: swap,
    UpdateExpression(node) {
      const to = node.operator === '++' ? '--' : '++';
      replace(node, 'operator', written(node).replace(node.operator, to));
    },
    UnaryExpression(node) {
      if (node.operator === '!') replace(node, 'negation dropped', written(node.argument));
    },
    IfStatement: (node) => negate(node.test),
    ConditionalExpression: (node) => negate(node.test),
    AwaitExpression: (node) => replace(node, 'await dropped', written(node.argument)),
    ExpressionStatement(node) {
      const { expression } = node;
      const inner = expression.type === 'AwaitExpression' ? expression.argument : expression;
      if (inner.type === 'CallExpression') replace(node, 'call removed', ';');
    },
    ArrayExpression(node) {
      if (node.elements.length > 0) replace(node, 'array emptied', '[]');
    },
    Literal(node) {
      const to = otherValue(node.value);
      if (to !== null) replace(node, to.operator, to.written);
    },
    TaggedTemplateExpression(node) {
      if (node.tag.type === 'Identifier' && node.tag.name === 'sql')
        changes.push(...sqlChanges(text, node.quasi));
    },
  }).visit(program);
  return changes;
}

function otherValue(value: unknown): { operator: string; written: string } | null {
  if (typeof value === 'number') return { operator: 'constant + 1', written: String(value + 1) };
  if (typeof value === 'boolean') return { operator: 'boolean', written: String(!value) };
  return typeof value === 'string' && value !== '' ? { operator: 'string emptied', written: "''" } : null;
}

/** `log.warn(…)`, `ctx.log.warn(…)`. */
function isLogging(callee: ESTree.Expression): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const { object } = callee;
  if (object.type === 'Identifier') return object.name === 'log';
  return (
    object.type === 'MemberExpression' &&
    object.property.type === 'Identifier' &&
    object.property.name === 'log'
  );
}

export const applyChange = (text: string, { start, end, to }: Change): string =>
  text.slice(0, start) + to + text.slice(end);

const isText = (node: ESTree.Node): boolean =>
  node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
