import { parseSync } from 'vite';
import { childrenOf, isNode, type Node, nameOf } from './nodes.ts';

/** Attributes that a reader sees or hears. */
const READ_ATTRIBUTES = new Set(['aria-label', 'alt', 'label', 'legend', 'placeholder', 'summary', 'title']);
/** Attributes that no reader meets, whatever stands in them. */
const CODE_ATTRIBUTES = new Set(['class', 'key', 'd']);
/** Words of protocols and of the search's own language. */
const CODE_WORDS = new Set(['Bearer', 'or']);
/** What these say is for a developer's console. */
const THROWN = /^(?:Error|RangeError|TypeError|SyntaxError)$/;
/** Markup, shaders, selectors, media, names of classes. */
const CODE = /[<>{}=;[\]]|#version|^[.(]|^(?:[a-z]+-[a-z]* ?)+$|-$/;
const LETTERS = /\p{L}{2}/u;
/** Two words, or one with a capital letter at its beginning. */
const ENGLISH = /\p{L}{2,}[,.:]? \p{L}+|^\s*[A-Z][a-z]+[.…:]?\s*$/u;

/** The text of a literal, of a part of a template, or between tags; null for any other node. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type === 'JSXText') return String(node.value);
  if (node.type !== 'TemplateElement') return null;
  const { cooked } = node.value as { cooked: string };
  return cooked;
}

function attributeName(node: Node): string | null {
  if (node.type !== 'JSXAttribute' || !isNode(node.name)) return null;
  return String(node.name.name);
}

/** Whether no text below a node is for a reader: types, imports, comparisons, thrown errors. */
function isForNoReader(node: Node): boolean {
  if (/^(?:TS|Import|BinaryExpression|SwitchCase)/.test(node.type) && node.type !== 'TSAsExpression')
    return node.type !== 'BinaryExpression' || /^[!=<>]/.test(String(node.operator));
  if (node.type === 'NewExpression') return THROWN.test(nameOf(node.callee) ?? '');
  if (node.type === 'CallExpression') return isNode(node.callee) && node.callee.type === 'Super';
  return CODE_ATTRIBUTES.has(attributeName(node) ?? '');
}

function isEnglish(node: Node, text: string, attribute: string | null): boolean {
  if (node.type === 'JSXText') return LETTERS.test(text);
  if (CODE.test(text) || CODE_WORDS.has(text.trim())) return false;
  if (node.type === 'TemplateElement' && /^ \p{L}{2,} $/u.test(text)) return true;
  return READ_ATTRIBUTES.has(attribute ?? '') ? LETTERS.test(text) : ENGLISH.test(text);
}

/** Texts of a source file of the page that a reader would see, as `file:line text`. */
export function englishIn(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: Node, attribute: string | null): void => {
    const text = textOf(node);
    if (text !== null && isEnglish(node, text, attribute)) {
      const line = source.slice(0, node.start).split('\n').length;
      found.push(`${file}:${line} ${text.trim()}`);
    }
    if (isForNoReader(node)) return;
    // What is computed inside an attribute is seen as a whole only where it is a plain text.
    const inside = attributeName(node) ?? (node.type === 'JSXExpressionContainer' ? null : attribute);
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(parseSync(file, source).program as unknown as Node, null);
  return found;
}
