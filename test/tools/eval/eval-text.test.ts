import { describe, expect, it } from 'vitest';
import { spreadOf } from '../../../scripts/commands/eval-features.ts';
import { compareLexical, compareVader } from '../../../scripts/commands/eval-text.ts';

describe('eval text', () => {
  it('counts reproduced values and names the others', () => {
    const compared = compareVader([{ text: 'a plain kettle', expected: { compound: 0, neu: 1, pos: 0.5 } }]);
    expect(compared).toMatchObject({ values: 3, exact: 2 });
    expect(compared.mismatches).toEqual([{ what: 'pos of "a plain kettle"', expected: 0.5, got: 0 }]);
  });

  it('reads the parameter of a measure from its name', () => {
    const text = 'One kettle, two kettles; one lid';
    expect(
      compareLexical({ text, expected: { words: 6, terms: 5, ttr: 5 / 6, mattr_2: 1, msttr_3: 1 } }),
    ).toEqual({
      values: 5,
      exact: 5,
      mismatches: [],
    });
    expect(compareLexical({ text, expected: { unheard_of: 1 } }).mismatches).toEqual([
      { what: 'unheard_of', expected: 1, got: null },
    ]);
  });

  it('rejects a file of another format', () => {
    expect(() => compareVader([{ text: 1 }])).toThrow();
    expect(() => compareLexical({})).toThrow();
  });
});

describe('eval features', () => {
  it('describes a distribution and its most frequent value', () => {
    expect(spreadOf([1, 2, 2, 3, 4, null, Number.NaN])).toEqual({
      songs: 7,
      missing: 1,
      not_finite: 1,
      min: 1,
      q1: 2,
      median: 2,
      q3: 3,
      max: 4,
      modal_share: 0.4,
    });
  });

  it('reports nothing for a feature that no song has', () => {
    expect(spreadOf([null])).toMatchObject({ missing: 1, min: null, modal_share: null });
  });
});
