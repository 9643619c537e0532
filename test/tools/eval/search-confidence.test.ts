import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_FORMS } from '../../../scripts/eval/name-forms.ts';
import { auc, type JudgedList, summariseConfidence } from '../../../scripts/eval/search-confidence.ts';

const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });

describe('the AUC', () => {
  it.each([
    [[3, 4], [1, 2], 1],
    [[1, 2], [3, 4], 0],
    [[1, 1], [1], 0.5],
    [[3, 1], [2], 0.5],
  ])('of %j against %j is %d', (positive, negative, expected) => {
    expect(auc(positive, negative)).toBe(expected);
  });

  it('is turned round with the classes, and is not changed by another scale', () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        expect(auc(a, b) + auc(b, a)).toBeCloseTo(1);
        const scaled = (list: readonly number[]) => list.map((x) => 3 * x ** 3 - 7);
        expect(auc(scaled(a), scaled(b))).toBe(auc(a, b));
      }),
    );
  });
});

it('confidence is summarised with shares of levels and intervals around each AUC', () => {
  const list = (score: number, level: JudgedList['level'], words: number): JudgedList => ({
    score,
    level,
    words,
    similarity: 0.4,
  });
  const sure = Array.from({ length: 20 }, (_, i) => list(0.6 + i / 100, 'good', i % 3));
  const unsure = [list(0.1, 'none', 1), list(0.2, 'none', 1), list(0.65, 'good', 1), list(0.4, 'weak', 1)];
  const { auc: areas, levels, answerable, unanswerable } = summariseConfidence(sure, unsure);
  expect([answerable, unanswerable]).toEqual([20, 4]);
  expect(levels.answerable).toEqual({ none: 0, weak: 0, good: 1 });
  expect(levels.unanswerable).toEqual({ none: 0.5, weak: 0.25, good: 0.25 });
  expect(areas.confidence.mean).toBeGreaterThan(areas.words_alone.mean);
  expect(areas.meaning_alone).toEqual({ mean: 0.5, low: 0.5, high: 0.5 });
  for (const { mean, low, high } of Object.values(areas)) {
    expect(low).toBeLessThanOrEqual(mean);
    expect(high).toBeGreaterThanOrEqual(mean);
  }
});

it('a title is named in ten ways, each the same at every run', () => {
  const song = { artist: 'Vida Ostrów', title: 'Sótano Lights', guest: null };
  const asked = Object.values(NAME_FORMS).map(({ ask }) => ask(song));
  expect(asked).toEqual(Object.values(NAME_FORMS).map(({ ask }) => ask(song)));
  expect(asked).toHaveLength(10);
  expect(asked).toContain('Sotano Lights');
  expect(NAME_FORMS.partly_typed?.ask(song)).toBe('Sótano L');
  expect(NAME_FORMS.one_error?.ask(song)).not.toBe(song.title);
});
