import { LyricsWriter, type WrittenLyrics } from './lyrics-writer.ts';
import { isAdElement, isBlock, writeMarkup } from './parse-markup.ts';
import { parseTree } from './parse-tree.ts';
import type { StateLyrics } from './state-song.ts';

interface Frame {
  nodes: readonly unknown[];
  next: number;
  tag: string;
}

function partsOf(node: unknown): { tag: string; children: readonly unknown[] } | null {
  if (typeof node !== 'object' || node === null) return null;
  const { tag, children } = node as { tag?: unknown; children?: unknown };
  return { tag: typeof tag === 'string' ? tag : '', children: Array.isArray(children) ? children : [] };
}

/** Walks the tree of `{tag, children}` nodes that Genius stores next to the markup of a text. */
function writeChildren(nodes: readonly unknown[], writer: LyricsWriter): void {
  const stack: Frame[] = [{ nodes, next: 0, tag: 'root' }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    if (frame.next >= frame.nodes.length) {
      if (frame.tag === 'p') writer.blankLine();
      else if (isBlock(frame.tag)) writer.endLine();
      stack.pop();
      continue;
    }
    const node = frame.nodes[frame.next];
    frame.next += 1;
    if (typeof node === 'string') writer.text(node, null);
    const parts = partsOf(node);
    if (parts === null) continue;
    if (parts.tag === 'br' || isAdElement(parts.tag)) writer.lineBreak();
    else {
      if (isBlock(parts.tag)) writer.endLine();
      stack.push({ nodes: parts.children, next: 0, tag: parts.tag });
    }
  }
}

/** The lyrics in the page state, or null if it has no text, not even an empty one. */
export function readStateLyrics(lyrics: StateLyrics | null): WrittenLyrics | null {
  const writer = new LyricsWriter();
  const { html, children } = lyrics?.body ?? {};
  if (typeof html === 'string') {
    const tree = parseTree(html);
    if (tree === null) return null;
    writeMarkup(tree, writer);
  } else if (children) {
    writeChildren(children, writer);
  } else return null;
  return writer.finish();
}
