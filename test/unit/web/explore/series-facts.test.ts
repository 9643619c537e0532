import { describe, expect, it } from 'vitest';
import {
  binsBetween,
  effectOf,
  endsOf,
  type Series,
  sortSeries,
  type TimeBin,
} from '../../../../src/web/explore/trends/series-facts.ts';
import { readTrendState, trendsHref } from '../../../../src/web/explore/trends/trend-state.ts';
import { trendsText } from '../../../../src/web/text/explore-trends.ts';

const bins: TimeBin[] = [2020, 2021, 2022, 2023].map((year) => ({
  label: String(year),
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  songs: 50,
  artists: 20,
}));

function series(change: Partial<Series>): Series {
  const values = change.values ?? [0.1, 0.12, 0.14, 0.16];
  const moved = (by: number) => values.map((value) => (value === null ? null : value + by));
  return {
    name: 'theme_love',
    group: 'themes',
    label: 'songs about love',
    unit: 'share',
    about: '',
    songs_measured: 200,
    values,
    lower: moved(-0.02),
    upper: moved(0.02),
    early: 0.11,
    late: 0.15,
    direction: 'rising',
    significant: true,
    p: 0.01,
    p_adjusted: 0.012,
    p_mann_kendall: 0.01,
    p_artists: 0.01,
    slope_per_year: 0.02,
    slope_lower: 0.01,
    slope_upper: 0.03,
    change: 0.06,
    effect: null,
    carried_by: [],
    carried_share: null,
    change_points: [],
    warnings: [],
    songs: [],
    ...change,
  };
}

describe('a series', () => {
  it('begins and ends where its fitted line does, gaps left out', () => {
    const { from, to } = endsOf(series({ values: [0.1, null, 0.14, 0.16] }));
    expect([from, to].map((value) => value.toFixed(3))).toEqual(['0.100', '0.160']);
    expect(endsOf(series({ change: 0 }))).toEqual({ from: 0.11, to: 0.15 });
    expect(endsOf(series({ change: null, early: null, late: null }))).toEqual({ from: 0, to: 0 });
  });

  it('that moves far against its band comes first, what is not significant after it, what is never found last', () => {
    const wide = series({ name: 'wide', upper: [0.5, 0.5, 0.5, 0.5] });
    const quiet = series({ name: 'quiet', significant: false, p_adjusted: 0.4 });
    const absent = series({ name: 'absent', significant: false, values: [0, 0, null, 0] });
    const falling = series({ name: 'falling', direction: 'falling', change: -0.06 });
    const sorted = sortSeries([absent, wide, quiet, series({}), falling], 'effect');
    const names = Object.values(sorted).map((some: Series[]) => some.map(({ name }) => name));
    expect(names).toEqual([['theme_love', 'wide'], ['falling'], ['quiet'], ['absent']]);
    expect(effectOf(series({ values: [null, null], lower: [], upper: [], change: null }))).toBe(0);
  });

  it('is told in a sentence with what its numbers are out of', () => {
    const tell = (change: Partial<Series>) =>
      trendsText.sentence(series(change), bins, 41).replaceAll('\u00a0', ' ');
    expect(tell({})).toBe(
      'Songs about love rose from 10 to 16 songs in 100 between 2020 and 2023 (p .01, 41 artists).',
    );
    expect(
      tell({ p_adjusted: 0.0002, change: -0.06, direction: 'falling', values: [0.16, 0.14, 0.12, 0.1] }),
    ).toBe(
      'Songs about love fell from 16 to 10 songs in 100 between 2020 and 2023 (p below .001, 41 artists).',
    );
    expect(tell({ significant: false, p_adjusted: 0.43 })).toBe(
      'Songs about love stay at about 13 songs in 100 (p .43, no more than chance).',
    );
    const joy = {
      label: 'joy',
      group: 'feelings' as const,
      name: 'feeling_joy',
      change: 0.002,
      values: [0.21, 0.2107, 0.2113, 0.212],
    };
    expect(tell(joy)).toBe('Joy rose from 21.0 to 21.2 % between 2020 and 2023 (p .01, 41 artists).');
    const sentiment = {
      label: 'sentiment',
      unit: 'score from -1 to 1',
      values: [-0.1, -0.09, -0.08, -0.07],
      change: 0.03,
    };
    expect(tell({ ...sentiment, significant: false, p_adjusted: null })).toBe(
      'Sentiment stays at about −0.09 (too rare to test).',
    );
  });
});

describe('a period', () => {
  it('is that of the bins from one to another, in either order; all of them where neither is one', () => {
    const labels = (from: string, to: string) => binsBetween(bins, from, to).map(({ label }) => label);
    expect(labels('2021', '2022')).toEqual(['2021', '2022']);
    expect(labels('2022', '2021')).toEqual(['2021', '2022']);
    expect(labels('2022', '')).toEqual(['2022', '2023']);
    expect(labels('', '')).toHaveLength(4);
    expect(labels('1888', 'x')).toHaveLength(4);
  });
});

it('the address of the trends is read as it was written', () => {
  const state = {
    period: '5years',
    theme: 'love',
    artist: 'Ana & Co',
    language: 'es',
    sort: 'name' as const,
    series: 'words',
    from: '2020',
    to: '2021-Q3',
  };
  expect(readTrendState(new URL(trendsHref(state), 'http://x').search)).toEqual(state);
  expect(trendsHref(readTrendState(''))).toBe('/app/explore/trends');
});
