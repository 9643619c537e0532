import { describe, expect, it } from 'vitest';
import { formatCurrent, formatForecast, formatThemes } from '../../../scripts/commands/trends.ts';
import type { Scope, SeriesForecast, SeriesTrend } from '../../../src/services/trends/contract.ts';

const SCOPE: Scope = {
  window: {
    from: '2016-01-01',
    to: '2025-12-31',
    newest_release: '2025-12-02',
    unit: 'quarter',
    width: 2,
    least_songs: 5,
    bins: [],
  },
  songs: { counted: 160, artists: 12, passing: 160, undated: 0, announced: 0, too_coarse: 0 },
  insufficient: null,
  notes: ['3 songs without a date are not counted.'],
};
const TOLD = {
  time_period: '10years',
  filters: { artist: null, language: null, theme: null },
  timestamp: '',
};
const FRESH = { source: 'computed', built_at: '', stale: false } as const;
const described = { group: 'themes', label: 'songs about love', unit: 'share', about: '' } as const;

const series = (name: string, change: Partial<SeriesTrend> = {}): SeriesTrend => ({
  ...described,
  name,
  songs_measured: 160,
  values: [0.1, null, 0.2, 0.4],
  lower: [],
  upper: [],
  early: 0.1,
  late: 0.4,
  direction: 'rising',
  significant: true,
  p: 0.0001,
  p_adjusted: 0.0004,
  p_mann_kendall: 0.0001,
  p_artists: 0.0001,
  slope_per_year: 0.03,
  slope_lower: 0.02,
  slope_upper: 0.04,
  change: 0.3,
  effect: 'Songs about love: from about 10.0 % to 40.0 %.',
  carried_by: [],
  carried_share: 0,
  change_points: [],
  warnings: ['Few artists carry it.'],
  songs: [{ id: 1, artist: 'Mara Lune', title: 'Lamps', release_date: '2025-01-01', value: 1 }],
  ...change,
});

describe('trends on a terminal', () => {
  it('show a line of bars, p, what it means, the songs and what is concluded', () => {
    const answer = {
      ...SCOPE,
      ...TOLD,
      analysis_type: 'current' as const,
      freshness: FRESH,
      series: [
        series('theme_love'),
        series('joy', { label: 'joy', direction: 'falling', significant: false, p: null, p_adjusted: null }),
        series('fear', { label: 'fear', direction: 'level', values: [0.1, 0.1, 0.1, 0.1] }),
      ],
      rising: ['theme_love'],
      falling: [],
      summary: ['Rising. Songs about love.'],
    };
    const text = formatCurrent(answer);
    expect(text.split('\n').slice(0, 2)).toEqual([
      '160 songs by 12 artists, 2016-01-01 to 2025-12-31, by 2 quarters',
      '  3 songs without a date are not counted.',
    ]);
    expect(text).toContain('* songs about love               ▁·▃█  p < .001 corrected');
    expect(text).toContain('      Mara Lune - Lamps (2025)');
    expect(text).not.toContain('fear');
    expect(text).not.toContain('not tested');
    expect(formatCurrent(answer, true)).toContain('fear');
    expect(formatCurrent(answer, true)).toContain('not tested');
    expect(text.endsWith('\nRising. Songs about love.\n--all shows every series.')).toBe(true);
  });

  it('call nothing rising that chance explains', () => {
    const one = (name: string, p: number) =>
      series(name, { label: name, significant: false, p, p_adjusted: Math.min(1, 4 * p) });
    const answer = {
      ...{ ...SCOPE, ...TOLD, analysis_type: 'current' as const, freshness: FRESH },
      series: [one('joy', 0.06), one('fear', 0.9)],
      ...{ rising: [], falling: [], summary: ['None of 2 series changes.'] },
    };
    const lines = formatCurrent(answer).split('\n');
    expect(lines).not.toContain('rising');
    expect(lines).toContain('moving, but no more than chance explains');
    expect(lines.filter((line) => line.includes('corrected'))).toEqual([expect.stringContaining('joy')]);
  });

  it('say how much is missing, and what is not counted', () => {
    const insufficient = {
      reason: 'too_few_songs' as const,
      message: 'At least 20 songs are needed.',
      needed: { songs: 20, bins: 8, artists: 5 },
      found: { songs: 1, bins: 1, artists: 1 },
    };
    const answer = {
      ...SCOPE,
      ...TOLD,
      insufficient,
      freshness: FRESH,
      series: [],
      rising: [],
      falling: [],
      summary: [],
    };
    expect(formatCurrent({ ...answer, analysis_type: 'current' })).toBe(
      'Too little data. At least 20 songs are needed.\n  3 songs without a date are not counted.',
    );
  });

  it('show a forecast behind the bars of what is known', () => {
    const one: SeriesForecast = {
      ...described,
      name: 'theme_love',
      values: [0, 0.5],
      method: 'theta',
      forecast: [{ label: '2026', from: '', to: '', value: 1, lower: 0.9, upper: 1 }],
      backtest: { ratio_to_naive: 0.8, mase: 1, origins: 5 },
      text: 'Songs about love: about 100.0 % in 2026.',
    };
    const text = formatForecast({
      ...SCOPE,
      ...TOLD,
      analysis_type: 'forecast',
      freshness: FRESH,
      level: 0.8,
      series: [one],
      left_out: [{ name: 'mtld', reason: '2 bins hold no song with a value' }],
    });
    expect(text).toContain(
      '  songs about love               ▁▅|█\n      Songs about love: about 100.0 % in 2026.',
    );
    expect(text).toContain('mtld is left out: 2 bins hold no song with a value');
  });
});

describe('the themes of the demo', () => {
  const theme = (label: string, p: number | null, significant: boolean) => ({
    ...{ label, p, significant },
    p_mann_kendall: p === 1 ? 0.526 : p,
  });

  it.each([
    [
      theme('songs about love', 0.004, true),
      theme('songs about wealth', 1, false),
      'Themes over 10 years (79 songs), rising: songs about love (p = .004); falling: songs about wealth (p = 1.000, over the years alone p = .526).',
    ],
    [
      theme('songs about love', 0.3, false),
      null,
      'Themes over 10 years (79 songs), rising: songs about love (p = .300). After correction for all series, it is not more than chance explains: 79 songs are few.',
    ],
    [null, null, 'Themes over 10 years (79 songs): none moves.'],
  ])('are named with p and how far to trust it', (rising, falling, expected) => {
    const trends = { period: '10years', songs: 79, rising, falling, insufficient: null };
    expect(formatThemes(trends)).toBe(expected);
  });

  it('are not named where there is too little data', () => {
    const trends = { period: '10years', songs: 3, rising: null, falling: null, insufficient: 'At least 20.' };
    expect(formatThemes(trends)).toBe('Themes over 10 years: At least 20.');
  });
});
