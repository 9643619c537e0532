/** A box of a word, in pixels from the corner of the text. */
export interface WordBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** More would be a net without a thread. */
const MOST = 120;
/** Boxes whose tops differ by less stand in one row. */
const SAME_ROW = 6;
const LEAST_RISE = 6;
const MOST_RISE = 20;

const middle = ({ left, right }: WordBox): number => (left + right) / 2;
const px = (value: number): string => value.toFixed(1);

/** The path of an arc from one word to the next of its group: over the words between, or down to a later row. */
function arc(from: WordBox, to: WordBox): string {
  const [x1, x2] = [middle(from), middle(to)];
  if (Math.abs(from.top - to.top) < SAME_ROW) {
    const rise = Math.min(MOST_RISE, Math.max(LEAST_RISE, Math.abs(x2 - x1) / 6));
    const y = Math.min(from.top, to.top) - rise;
    return `M${px(x1)} ${px(from.top)}C${px(x1)} ${px(y)} ${px(x2)} ${px(y)} ${px(x2)} ${px(to.top)}`;
  }
  const bend = (to.top - from.bottom) / 2;
  return `M${px(x1)} ${px(from.bottom)}C${px(x1)} ${px(from.bottom + bend)} ${px(x2)} ${px(to.top - bend)} ${px(x2)} ${px(to.top)}`;
}

/** The arcs through the words of a group, in the order of the text, as one path. */
export function arcsThrough(boxes: readonly WordBox[]): string {
  return boxes
    .slice(1, MOST + 1)
    .map((box, at) => arc(boxes[at] ?? box, box))
    .join('');
}

/** The boxes of the words of a group as they are drawn inside `root`. */
export function wordBoxes(root: Element, group: number): WordBox[] {
  const origin = root.getBoundingClientRect();
  return Array.from(root.querySelectorAll(`.rhyme[data-group="${group}"][data-mark]`), (word) => {
    const { left, right, top, bottom } =
      Array.from(word.getClientRects()).at(-1) ?? word.getBoundingClientRect();
    return {
      left: left - origin.left,
      right: right - origin.left,
      top: top - origin.top,
      bottom: bottom - origin.top,
    };
  });
}
