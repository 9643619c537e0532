import type { LyricsWriter, TextStyle } from './lyrics-writer.ts';
import { attributeOf, isElement, type TreeElement, type TreeNode, traverse } from './parse-tree.ts';

const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'button',
  'svg',
  'noscript',
  'template',
  'iframe',
]);
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ' +
    'nav ol p pre section summary table tbody td th thead tr ul'
  ).split(' '),
);
const BOLD: ReadonlySet<string> = new Set(['b', 'strong']);
const ITALIC: ReadonlySet<string> = new Set(['i', 'em']);

export function isExcluded(node: TreeElement): boolean {
  return attributeOf(node, 'data-exclude-from-selection') === 'true';
}

/** An advertisement's own element, such as `<inread-ad>`: a custom tag without content. */
export function isAdElement(name: string): boolean {
  return name === 'inread-ad' || name === 'primis-player';
}

/** Whether an element begins and ends a line. */
export const isBlock = (name: string): boolean => BLOCKS.has(name);

interface OpenStyles {
  bold: number;
  italic: number;
}

function styleOf(open: OpenStyles): TextStyle | null {
  if (open.bold > 0) return open.italic > 0 ? 'bold_italic' : 'bold';
  return open.italic > 0 ? 'italic' : null;
}

function shift(open: OpenStyles, name: string, by: 1 | -1): void {
  if (BOLD.has(name)) open.bold += by;
  else if (ITALIC.has(name)) open.italic += by;
}

/** Writes the text of an element; true if its children are to be read. */
function enterElement(node: TreeElement, writer: LyricsWriter, open: OpenStyles): boolean {
  if (node.name === 'br' || isAdElement(node.name)) {
    writer.lineBreak();
    return false;
  }
  if (SILENT.has(node.name)) return false;
  if (isExcluded(node)) {
    // An advertisement replaces a line break; the header block precedes the text.
    if (!attributeOf(node, 'class').includes('LyricsHeader')) writer.lineBreak();
    return false;
  }
  if (BLOCKS.has(node.name)) writer.endLine();
  shift(open, node.name, 1);
  return true;
}

/**
 * Walks lyrics markup: `br` breaks the line, paragraphs end with a blank line, other blocks end a non-empty line,
 * links and typography have no effect, and elements excluded from selection are skipped.
 */
export function writeMarkup(root: TreeNode, writer: LyricsWriter): void {
  const open: OpenStyles = { bold: 0, italic: 0 };
  traverse(root, {
    enter(node) {
      if (node.type === 'text') writer.text(node.data, styleOf(open));
      if (!isElement(node)) return node.type === 'root';
      if (node === root) return true;
      return enterElement(node, writer, open);
    },
    leave(node) {
      if (!isElement(node) || node === root) return;
      shift(open, node.name, -1);
      if (node.name === 'p') writer.blankLine();
      else if (BLOCKS.has(node.name)) writer.endLine();
    },
  });
}
