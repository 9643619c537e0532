import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../../../src/services/search/explain-hit.ts';

const ROW = { artist: 'A', title: 'B', similarity: 0.4, by_name: 0, start_line: 1, end_line: 4 };

describe('the reason of a hit', () => {
  it('names several words and lines in the plural', () => {
    expect(reasonOf(ROW, ['rain'], ['rain', 'snow'])).toBe(
      'It holds "rain": 1 of 2 words. Lines 2-4 are nearest in meaning (0.40).',
    );
  });

  it('names one word and one line in the singular', () => {
    expect(reasonOf({ ...ROW, end_line: 2 }, ['rain'], ['rain'])).toBe(
      'It holds "rain": 1 of 1 word. Line 2 is nearest in meaning (0.40).',
    );
  });
});
