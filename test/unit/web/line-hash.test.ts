import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineHash, parseLineHash } from '../../../src/web/verse/line-hash.ts';

describe('line ranges in a URL', () => {
  it('are counted from 1', () => {
    expect(lineHash({ start_line: 4, end_line: 5 })).toBe('#L5');
    expect(lineHash({ start_line: 4, end_line: 6 })).toBe('#L5-6');
  });

  it('are restored from the URL', () => {
    fc.assert(
      fc.property(fc.nat(9000), fc.integer({ min: 1, max: 50 }), (start, length) => {
        const range = { start_line: start, end_line: start + length };
        expect(parseLineHash(lineHash(range))).toEqual(range);
      }),
    );
  });

  it.each(['', '#', '#L0', '#L5-3', '#Lx', '#content', '#L1-2-3', '#L999999'])(
    'are not read from %o',
    (hash) => {
      expect(parseLineHash(hash)).toBeNull();
    },
  );
});
