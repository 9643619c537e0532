import { describe, expect, it } from 'vitest';
import {
  crossValidateWeight,
  type MixedHit,
  mixByWeight,
  WEIGHTS,
} from '../../../scripts/eval/mix-scores.ts';

const hit = (key: string, words: number | null, similarity: number | null, name = 0): MixedHit => ({
  key,
  words,
  similarity,
  name,
});

describe('songs of two lists', () => {
  const hits = [hit('by words', 0.9, null), hit('by meaning', null, 0.8), hit('by both', 0.5, 0.5)];

  it.each([
    [0, ['by meaning', 'by words', 'by both']],
    [1, ['by words', 'by both', 'by meaning']],
    [0.5, ['by words', 'by both', 'by meaning']],
  ])('are ordered by a weight of %d', (weight, keys) => {
    expect(mixByWeight(hits, weight)).toEqual(keys);
  });

  it('stand first where the query names them', () => {
    expect(mixByWeight([...hits, hit('named', null, null, 3)], 0.5)[0]).toBe('named');
  });

  it('are none where nothing was found', () => {
    expect(mixByWeight([], 0.5)).toEqual([]);
  });
});

describe('the weight', () => {
  const peak = (at: number): number[] => WEIGHTS.map((weight) => 1 - Math.abs(weight - at));

  it('is chosen without the queries that it is measured on', () => {
    // The queries of the first fold are best by meaning alone, all others by words alone.
    const queries = Array.from({ length: 10 }, (_, i) => peak(i % 5 === 0 ? 0 : 1));
    const { folds, held_out_ndcg_at_10, by_weight } = crossValidateWeight(queries);
    expect(folds.map(({ weight }) => weight)).toEqual([1, 1, 1, 1, 1]);
    expect(folds.map(({ ndcg_at_10 }) => ndcg_at_10)).toEqual([0, 1, 1, 1, 1]);
    expect(held_out_ndcg_at_10).toBe(0.8);
    expect(by_weight['1.00']).toBe(0.8);
  });
});
