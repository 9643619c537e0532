/** A change of the text: what stood at `start` went, and what came in its place. Offsets are UTF-16 units. */
export interface Edit {
  start: number;
  removed: string;
  inserted: string;
}

/** A stretch of the text, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * The change that made `after` out of `before`. Where several explain it ("aa" to "aaa"), the one that ends at the
 * caret is taken; null where nothing changed.
 */
export function editBetween(before: string, after: string, caret: number): Edit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  const tail = Math.max(0, after.length - caret);
  let suffix = 0;
  while (
    suffix < Math.min(tail, most) &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  )
    suffix++;
  let prefix = 0;
  while (prefix < most - suffix && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  return {
    start: prefix,
    removed: before.slice(prefix, before.length - suffix),
    inserted: after.slice(prefix, after.length - suffix),
  };
}

export const applyEdit = (text: string, { start, removed, inserted }: Edit): string =>
  text.slice(0, start) + inserted + text.slice(start + removed.length);

export const inverse = ({ start, removed, inserted }: Edit): Edit => ({
  start,
  removed: inserted,
  inserted: removed,
});

/** Where a stretch is after a change: it grows and shrinks with what is typed inside it; null where nothing of it is left. */
export function moveStretch<T extends Stretch>(stretch: T, { start, removed, inserted }: Edit): T | null {
  const end = start + removed.length;
  const shift = inserted.length - removed.length;
  if (stretch.end <= start) return stretch;
  if (stretch.start >= end) return { ...stretch, start: stretch.start + shift, end: stretch.end + shift };
  if (stretch.start <= start && stretch.end >= end) {
    const grown = stretch.end + shift;
    return grown > stretch.start ? { ...stretch, end: grown } : null;
  }
  if (stretch.start < start) return { ...stretch, end: start };
  if (stretch.end > end) return { ...stretch, start: start + inserted.length, end: stretch.end + shift };
  return null;
}

export const moveStretches = <T extends Stretch>(stretches: readonly T[], edit: Edit): T[] =>
  stretches.flatMap((stretch) => moveStretch(stretch, edit) ?? []);
