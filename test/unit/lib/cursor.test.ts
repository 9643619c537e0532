import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CursorKey, decodeCursor, encodeCursor, idKey } from '../../../src/lib/cursor.ts';
import { AppError } from '../../../src/lib/errors.ts';

const anyKey = z.array(z.union([z.string(), z.number(), z.null()])) as z.ZodType<CursorKey>;
const keys = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  ),
  { maxLength: 4 },
);
const lists = fc.constantFrom('tracks', 'runs', 'search');

const refuses = (list: string, cursor: string, schema: z.ZodType<CursorKey> = anyKey): boolean => {
  try {
    decodeCursor(list, cursor, schema);
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('INVALID_CURSOR');
    return true;
  }
};

describe('a cursor', () => {
  it('returns the keys that it was made from', () => {
    fc.assert(
      fc.property(lists, keys, (list, key) => {
        // JSON has no negative zero.
        const expected = JSON.parse(JSON.stringify(key)) as CursorKey;
        expect(decodeCursor(list, encodeCursor(list, expected), anyKey)).toEqual(expected);
      }),
    );
  });

  it('consists of letters, digits, minus and underscore', () => {
    fc.assert(fc.property(lists, keys, (list, key) => /^[\w-]+$/.test(encodeCursor(list, key))));
  });

  it('is rejected by another list', () => {
    fc.assert(fc.property(keys, (key) => refuses('runs', encodeCursor('tracks', key))));
  });

  it('is rejected when a character was changed, added or removed', () => {
    const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
    const edit = fc.record({
      at: fc.nat(),
      char: fc.constantFrom(...alphabet),
      kind: fc.constantFrom('change', 'add', 'drop'),
    });
    fc.assert(
      fc.property(lists, keys, edit, (list, key, { at, char, kind }) => {
        const cursor = encodeCursor(list, key);
        const i = at % cursor.length;
        const edited =
          cursor.slice(0, i) + (kind === 'drop' ? '' : char) + cursor.slice(kind === 'add' ? i : i + 1);
        fc.pre(edited !== cursor);
        expect(refuses(list, edited)).toBe(true);
      }),
    );
  });

  it('is rejected for any other text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => refuses('tracks', text)));
    fc.assert(fc.property(fc.base64String(), (text) => refuses('tracks', text)));
  });

  it('is rejected when its keys have other types than those of the list', () => {
    for (const key of [['1'], [0], [-1], [1.5], [2 ** 31], [null], [], [1, 2]]) {
      expect(refuses('tracks', encodeCursor('tracks', key), idKey)).toBe(true);
    }
    expect(decodeCursor('tracks', encodeCursor('tracks', [2 ** 31 - 1]), idKey)).toEqual([2 ** 31 - 1]);
  });
});
