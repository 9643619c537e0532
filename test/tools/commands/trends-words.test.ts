import { describe, expect, it } from 'vitest';
import { describe as describeWords } from '../../../scripts/commands/trends-words.ts';
import type { WordsAnswer } from '../../../src/services/trends/words/contract.ts';

/** Songs that hold the word, uses per million, and all songs, by period; examples and intervals are not looked at. */
function answerOf(
  by: WordsAnswer['by'],
  found: Record<string, [songs: number, perMillion: number, all: number]>,
): WordsAnswer {
  const interval = { low: 0, high: 1 };
  const points = Object.entries(found).map(([period, [songs, perMillion, all]]) => ({
    ...{ period, songs, uses: songs, share_of_songs: songs / all, share_interval: interval },
    ...{ per_million: perMillion, per_million_interval: interval, examples: [] },
  }));
  const songs = points.reduce((sum, point) => sum + point.songs, 0);
  const term = { term: 'love', read_as: ['love'], songs, uses: songs, read_share: 1, matched_words: [] };
  return {
    by,
    terms: [{ ...term, points }],
    periods: Object.entries(found).map(([period, [, , all]]) => ({ period, songs: all, words: 1000 })),
    songs: [],
    left_out: { without_date: 0, announced: 0, only_year: 0 },
    counted: { songs: 10, words: 1000, at: null, waiting: 0 },
    reason: null,
  };
}

describe('words over the years on a terminal', () => {
  it('leave a place for each year and quarter without songs', () => {
    const years = answerOf('year', { 1998: [1, 10, 2], 2001: [2, 80, 4], 2002: [0, 0, 1] });
    expect(describeWords(years, false)).toMatch(/^love {2}▂··█▁ {2}3 songs/);
    const quarters = answerOf('quarter', { '2020-Q3': [1, 80, 2], '2021-Q2': [0, 0, 4] });
    expect(describeWords(quarters, false)).toMatch(/^love {2}█··▁ {2}1 song;/);
  });

  it('name the most of what is drawn', () => {
    const answer = answerOf('year', { 2001: [1, 90, 4], 2002: [3, 20, 4] });
    expect(describeWords(answer, false)).toContain('most in 2001: 90 per million');
    expect(describeWords(answer, true)).toContain('most in 2002: 20 per million words, 3 of 4 songs');
  });
});
