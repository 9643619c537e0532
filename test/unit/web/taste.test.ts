import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withOpinion } from '../../../src/web/taste/taste.ts';
import { readTaste, tasteHref } from '../../../src/web/taste/taste-href.ts';

const NONE = { liked: [], disliked: [] };

describe('an opinion of a song', () => {
  it('is taken back by the same choice and moved by the other', () => {
    const liked = withOpinion(NONE, 7, 'liked');
    expect(liked).toEqual({ liked: [7], disliked: [] });
    expect(withOpinion(liked, 7, 'liked')).toEqual(NONE);
    expect(withOpinion(liked, 7, 'disliked')).toEqual({ liked: [], disliked: [7] });
  });

  it('of the fifty-first song replaces the first', () => {
    let taste = NONE;
    for (let id = 1; id <= 51; id++) taste = withOpinion(taste, id, 'liked') as typeof NONE;
    expect(taste.liked).toHaveLength(50);
    expect(taste.liked[0]).toBe(2);
  });
});

describe('the address of a taste', () => {
  it('holds it', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 2_147_483_647 }), { maxLength: 50 });
    fc.assert(
      fc.property(ids, ids, (liked, disliked) => {
        const search = tasteHref({ liked, disliked }).split('?')[1] ?? '';
        expect(readTaste(search)).toEqual({ liked, disliked });
      }),
    );
  });

  it('is read without what is no id', () => {
    expect(readTaste('?liked=1,x,-2,3.5,0,1,9999999999,,7&disliked=<script>')).toEqual({
      liked: [1, 7],
      disliked: [],
    });
  });
});
