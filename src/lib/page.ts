import { type CursorKey, encodeCursor } from './cursor.ts';

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

/**
 * A page from rows read with a limit one above the page's: the extra row shows that there are more and is not
 * returned.
 */
export function toPage<T>(
  rows: readonly T[],
  limit: number,
  list: string,
  keyOf: (row: T) => CursorKey,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next_cursor: more ? encodeCursor(list, keyOf(last)) : null };
}
