import { describe, expect, it } from 'vitest';
import { formatStep } from '../../../../src/ml/trends/format-values.ts';
import { measureOf } from '../../../../src/ml/trends/measures.ts';

describe('a step of a measure', () => {
  it.each([
    ['multisyllabic_rhymes', 3.04, 6.41, '3.0 to 6.4 rhymes per 100 syllables (+3.4)'],
    ['words', 483.2, 451.9, '483 to 452 words (-31)'],
    ['sentiment_score', -0.1, -0.07, '-0.10 to -0.07 (+0.03)'],
    ['mattr', 0.7551, 0.7742, '75.5 % to 77.4 % (+1.9 percentage points)'],
  ] as const)('of %s says its unit once', (name, from, to, text) => {
    expect(formatStep(measureOf(name), { from, to, change: to - from })).toBe(text);
  });
});
