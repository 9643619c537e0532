import { describe, expect, it } from 'vitest';
import { diversify } from '../../../src/ml/diversify.ts';

const RELEVANCE = [0.9, 0.8, 0.5];
/** The first two are almost equal. */
const LIKENESS = [
  [1, 0.99, 0.1],
  [0.99, 1, 0.1],
  [0.1, 0.1, 1],
];

describe('maximal marginal relevance', () => {
  it('ranks by relevance alone at 0', () => {
    expect(diversify(RELEVANCE, LIKENESS, 0, 3)).toEqual([0, 1, 2]);
  });

  it('prefers items that differ from those picked', () => {
    expect(diversify(RELEVANCE, LIKENESS, 0.5, 2)).toEqual([0, 2]);
  });

  it('picks each item once and at most all of them', () => {
    expect(diversify(RELEVANCE, LIKENESS, 0.5, 9).toSorted()).toEqual([0, 1, 2]);
  });
});
