import { describe, expect, it } from 'vitest';
import type { TermPeriodRow, WordUses } from '../../../../src/db/queries/word-uses.ts';
import { lineOf } from '../../../../src/services/trends/words/word-lines.ts';

const USES: WordUses = {
  ...{
    terms: [],
    periods: [],
    joined: '',
    words: [],
    songs: [],
    totals: [],
    due: 0,
    counted_at: null,
    is_cut: false,
  },
};

const lineOver = (rows: Omit<TermPeriodRow, 'term' | 'song_ids'>[], songs: number) =>
  lineOf(
    { label: 'on my mind', words: [] },
    {
      ...{ term: 0, uses: USES, by: 'year' },
      rows: rows.map((row) => ({ ...row, term: 0, song_ids: [1] })),
      totals: [{ period: '2020', songs, words: 400 * songs }],
    },
  );

describe('the line of a term', () => {
  it('never has more songs than the period, though an estimate from a sample may', () => {
    const { points } = lineOver([{ period: 10_101, uses: 30, songs: 12, read_share: 0.2 }], 5);
    expect(points[0]).toMatchObject({ songs: 5, share_of_songs: 1 });
    expect(points[0]?.share_interval.high).toBeLessThanOrEqual(1);
    expect(points[0]?.share_interval.low).toBeLessThan(0.3);
  });

  it('is the less sure the less was read', () => {
    const reach = (read_share: number) => {
      const [point] = lineOver([{ period: 10_101, uses: 200, songs: 100, read_share }], 400).points;
      return (point?.share_interval.high ?? 0) - (point?.share_interval.low ?? 0);
    };
    expect(reach(0.1)).toBeGreaterThan(2.5 * reach(1));
  });

  it('says which share was read over all periods', () => {
    const quarters = [
      { period: 10_101, uses: 90, songs: 60, read_share: 0.5 },
      { period: 10_102, uses: 20, songs: 20, read_share: 1 },
    ];
    expect(lineOver(quarters, 100)).toMatchObject({ songs: 80, uses: 110, read_share: 0.625 });
  });
});
