import { type Cheerio, type CheerioAPI, load } from 'cheerio/slim';

type Root = ReturnType<CheerioAPI['root']> extends Cheerio<infer Node> ? Node : never;
export type TreeNode = Root | Root['children'][number];
export type TreeElement = Extract<TreeNode, { attribs: unknown }>;

/** More tags than any song page has; a tree of this size still fits into the memory of an isolate. */
const MAX_TAGS = 50_000;

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at !== -1 && count <= MAX_TAGS; at = html.indexOf('<', at + 1)) count += 1;
  return count;
}

/** Parses HTML into a tree; null if it has more tags than any song page. */
export function parseTree(html: string): TreeNode | null {
  if (countTags(html) > MAX_TAGS) return null;
  return load(html).root()[0] ?? null;
}

export function isElement(node: TreeNode): node is TreeElement {
  return 'attribs' in node;
}

export function attributeOf(node: TreeElement, name: string): string {
  return node.attribs[name] ?? '';
}

export interface Visitor {
  /** Called before the children; false skips them and the call of `leave`. */
  enter(node: TreeNode): boolean;
  leave?(node: TreeNode): void;
}

function firstChildOf(node: TreeNode): TreeNode | null {
  return 'children' in node ? (node.children[0] ?? null) : null;
}

/**
 * Depth-first in document order, without recursion: a page nested a million levels deep does not overflow the stack.
 */
export function traverse(root: TreeNode, visitor: Visitor): void {
  let node: TreeNode | null = root;
  let goDown = true;
  while (node) {
    if (goDown) {
      const entered = visitor.enter(node);
      const child: TreeNode | null = entered ? firstChildOf(node) : null;
      if (child) {
        node = child;
        continue;
      }
      if (entered) visitor.leave?.(node);
    }
    if (node === root) return;
    if (node.next) {
      node = node.next;
      goDown = true;
    } else {
      node = node.parent;
      if (node) visitor.leave?.(node);
      goDown = false;
    }
  }
}
