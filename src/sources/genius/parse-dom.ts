import { readPlaceholder, type TextOutcome } from '../../lyrics/text/placeholders.ts';
import { LyricsWriter, type WrittenLyrics } from './lyrics-writer.ts';
import { writeMarkup } from './parse-markup.ts';
import {
  attributeOf,
  isElement,
  parseTree,
  type TreeElement,
  type TreeNode,
  traverse,
} from './parse-tree.ts';

export interface DomReading {
  /** Elements that only song pages have: the lyrics root, a container, a placeholder. */
  recognised: boolean;
  written: WrittenLyrics;
  placeholder: Exclude<TextOutcome, 'ok'> | null;
  /** Number of lyrics containers, including empty ones. */
  containers: number;
  /** True if the footer after the lyrics was found, so that no lyrics are missing. */
  footer: boolean;
  /** Text of `<title>`. */
  documentTitle: string;
  canonicalUrl: string | null;
}

/** Elements of one kind, without those nested in another. */
interface Nest {
  outermost: TreeElement[];
  open: TreeElement | null;
}

interface Landmarks {
  marked: TreeElement[];
  prefixed: Nest;
  old: Nest;
  root: boolean;
  footer: boolean;
  placeholder: DomReading['placeholder'];
  title: string;
  canonicalUrl: string | null;
}

/** Longer than any title or message; the rest is ignored. */
const MAX_SHALLOW_CHARS = 1000;
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'svg', 'noscript', 'template']);

function hasClass(className: string, prefix: string): boolean {
  return className.startsWith(prefix) || className.includes(` ${prefix}`);
}

function openNest(nest: Nest, node: TreeElement): void {
  if (nest.open) return;
  nest.open = node;
  nest.outermost.push(node);
}

function closeNest(nest: Nest, node: TreeNode): void {
  if (nest.open === node) nest.open = null;
}

/** Records a container of lyrics; only a marked one is not descended into, because others may contain a placeholder. */
function noteContainer(node: TreeElement, className: string, found: Landmarks): boolean {
  if (attributeOf(node, 'data-lyrics-container') === 'true') {
    found.marked.push(node);
    return true;
  }
  if (hasClass(className, 'Lyrics__Container')) openNest(found.prefixed, node);
  else if (node.name === 'div' && /(?:^|\s)lyrics(?:\s|$)/.test(className)) openNest(found.old, node);
  return false;
}

/** Records the type of an element; true if its children are to be skipped. */
function noteElement(node: TreeElement, found: Landmarks): boolean {
  const className = attributeOf(node, 'class');
  if (node.name === 'title' && found.title === '') found.title = shallowText(node);
  if (node.name === 'link' && attributeOf(node, 'rel') === 'canonical') {
    found.canonicalUrl ??= attributeOf(node, 'href') || null;
  }
  found.root ||= attributeOf(node, 'id') === 'lyrics-root' || hasClass(className, 'Lyrics__Root');
  found.footer ||= hasClass(className, 'LyricsFooter');
  if (UNREAD.has(node.name) || noteContainer(node, className, found)) return true;
  // Identified by its words, because the class of the message changes as often as the others.
  found.placeholder ??= readPlaceholder(shallowText(node));
  return false;
}

/** Text directly inside an element, including pieces separated by comments. */
function shallowText(node: TreeElement): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.data : ''))
    .join('')
    .slice(0, MAX_SHALLOW_CHARS)
    .replace(/\s+/g, ' ')
    .trim();
}

function findLandmarks(tree: TreeNode): Landmarks {
  const found: Landmarks = {
    marked: [],
    prefixed: { outermost: [], open: null },
    old: { outermost: [], open: null },
    root: false,
    footer: false,
    placeholder: null,
    title: '',
    canonicalUrl: null,
  };
  traverse(tree, {
    enter(node) {
      return isElement(node) ? !noteElement(node, found) : node.type === 'root';
    },
    leave(node) {
      closeNest(found.prefixed, node);
      closeNest(found.old, node);
    },
  });
  return found;
}

/** Reads the visible page without relying on class names with generated suffixes. Null: not worth building a tree. */
export function readDom(html: string): DomReading | null {
  const tree = parseTree(html);
  if (tree === null) return null;
  const found = findLandmarks(tree);
  const groups = [found.marked, found.prefixed.outermost, found.old.outermost];
  const containers = groups.find((group) => group.length > 0) ?? [];
  const writer = new LyricsWriter();
  for (const container of containers) {
    writer.blankLine();
    writeMarkup(container, writer);
  }
  return {
    recognised: found.root || found.placeholder !== null || found.marked.length > 0,
    written: writer.finish(),
    placeholder: found.placeholder,
    containers: containers.length,
    footer: found.footer,
    documentTitle: found.title,
    canonicalUrl: found.canonicalUrl,
  };
}
