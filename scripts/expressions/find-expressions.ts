import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** A regular expression of the sources, and its location. */
export interface FoundExpression {
  place: string;
  /** As it would be written: /source/flags. */
  written: string;
  source: string;
  flags: string;
}

/** A `RegExp(...)` whose source is not known before it runs. */
export interface DynamicExpression {
  file: string;
  written: string;
}

export interface FoundExpressions {
  expressions: FoundExpression[];
  dynamic: DynamicExpression[];
}

/** All regular expressions of the TypeScript files below the folders, literals and `RegExp(...)` alike. */
export function findExpressions(root: string, folders: readonly string[]): FoundExpressions {
  const found: FoundExpressions = { expressions: [], dynamic: [] };
  for (const file of folders.flatMap((folder) => sourceFiles(join(root, folder)))) {
    const { expressions, dynamic } = readExpressions(readFileSync(file, 'utf8'), relative(root, file));
    found.expressions.push(...expressions);
    found.dynamic.push(...dynamic);
  }
  return found;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The regular expressions of one file; `RegExp(...)` is read as far as its parts are constants of the file. */
export function readExpressions(text: string, file: string): FoundExpressions {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const constants = new Map<string, ESTree.Expression>();
  const calls: (ESTree.NewExpression | ESTree.CallExpression)[] = [];
  const found: FoundExpressions = { expressions: [], dynamic: [] };
  const placeOf = (at: number): string => `${file}:${text.slice(0, at).split('\n').length}`;
  const add = (at: number, source: string, flags: string): void => {
    found.expressions.push({ place: placeOf(at), written: `/${source}/${flags}`, source, flags });
  };
  const isRegExp = (callee: ESTree.Expression): boolean =>
    callee.type === 'Identifier' && callee.name === 'RegExp';
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && init !== null) constants.set(id.name, init);
    },
    Literal(node) {
      if ('regex' in node && node.regex) add(node.start, node.regex.pattern, node.regex.flags);
    },
    NewExpression(node) {
      if (isRegExp(node.callee)) calls.push(node);
    },
    CallExpression(node) {
      if (isRegExp(node.callee)) calls.push(node);
    },
  }).visit(program);
  for (const call of calls) {
    const [source, flags] = call.arguments.map((argument) => textOf(argument, constants));
    if (typeof source === 'string' && flags !== null) add(call.start, source, flags ?? '');
    else found.dynamic.push({ file, written: text.slice(call.start, call.end) });
  }
  return found;
}

// The value of an expression of constants; null when it is known only at run time.
function textOf(node: ESTree.Node, constants: ReadonlyMap<string, ESTree.Expression>): string | null {
  if (node.type === 'Literal') {
    if ('regex' in node && node.regex) return node.regex.pattern;
    return typeof node.value === 'string' ? node.value : null;
  }
  if (node.type === 'Identifier') {
    const value = constants.get(node.name);
    return value === undefined ? null : textOf(value, constants);
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    const [left, right] = [textOf(node.left, constants), textOf(node.right, constants)];
    return left === null || right === null ? null : left + right;
  }
  if (node.type === 'TemplateLiteral') return templateText(node, 'cooked', constants);
  // The only tag that the sources use for expressions is String.raw.
  return node.type === 'TaggedTemplateExpression' ? templateText(node.quasi, 'raw', constants) : null;
}

function templateText(
  node: ESTree.TemplateLiteral,
  form: 'cooked' | 'raw',
  constants: ReadonlyMap<string, ESTree.Expression>,
): string | null {
  const parts = node.expressions.map((part) => textOf(part, constants));
  if (parts.includes(null)) return null;
  return node.quasis.map(({ value }, i) => `${value[form] ?? ''}${parts[i] ?? ''}`).join('');
}
