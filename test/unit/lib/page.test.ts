import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCursor, idKey } from '../../../src/lib/cursor.ts';
import { type Page, toPage } from '../../../src/lib/page.ts';

/** Rows as the database returns them: highest id first. */
const query = (ids: readonly number[], beforeId: number | null, limit: number) =>
  ids
    .filter((id) => beforeId === null || id < beforeId)
    .sort((a, b) => b - a)
    .slice(0, limit)
    .map((id) => ({ id }));

it('pages contain every row once to the end, and none is empty', () => {
  const lists = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 10 }), (ids, limit) => {
      const pageAfter = (cursor: string | null): Page<{ id: number }> => {
        const before = cursor === null ? null : decodeCursor('list', cursor, idKey)[0];
        return toPage(query(ids, before, limit + 1), limit, 'list', (row) => [row.id]);
      };
      const seen: number[] = [];
      let page = pageAfter(null);
      for (;;) {
        expect(page.items.length).toBeGreaterThan(0);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items.map((row) => row.id));
        if (page.next_cursor === null) break;
        page = pageAfter(page.next_cursor);
      }
      expect(seen).toEqual([...ids].sort((a, b) => b - a));
    }),
  );
});

it('an empty list is one empty page', () => {
  expect(toPage([], 5, 'list', () => [1])).toEqual({ items: [], next_cursor: null });
});
