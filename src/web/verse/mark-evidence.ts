import type { Evidence } from './evidence.ts';

const NAME = 'evidence';

/** The place of an offset among the text nodes of a line. */
function pointAt(line: Element, offset: number): [Node, number] | null {
  let left = offset;
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.textContent ?? '';
    if (left <= length) return [node, left];
    left -= length;
  }
  return null;
}

function rangeOf(root: ParentNode, text: string, { line, start, end }: Evidence): Range | null {
  const element = root.querySelector(`#L${line + 1} .line-words`);
  if (element === null) return null;
  const lineStart = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const from = pointAt(element, start === 0 ? 0 : start - lineStart);
  const to = pointAt(element, end - lineStart);
  if (from === null || to === null) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

/** Underlines words of the text that is set in `root`, where the browser can mark a text without changing it. */
export function markEvidence(root: ParentNode, text: string, evidence: readonly Evidence[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(NAME);
  const ranges = evidence.map((one) => rangeOf(root, text, one)).filter((range) => range !== null);
  if (ranges.length > 0) CSS.highlights.set(NAME, new Highlight(...ranges));
}
