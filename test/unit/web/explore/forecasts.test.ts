import { describe, expect, it } from 'vitest';
import type { SeriesForecast, TrendForecasts } from '../../../../src/services/trends/contract.ts';
import { aheadOf, readForecasts } from '../../../../src/web/explore/trends/forecasts.ts';
import type { Series } from '../../../../src/web/explore/trends/series-facts.ts';
import { trendsText } from '../../../../src/web/text/explore-trends.ts';

const bin = (label: string, value: number, lower: number, upper: number) => ({
  label,
  from: `${label}-01-01`,
  to: `${label}-12-31`,
  value,
  lower,
  upper,
});

const forecastOf = (name: string, change: Partial<SeriesForecast>): SeriesForecast => ({
  ...{ name, group: 'themes', label: `songs about ${name}`, unit: 'share', about: '', text: '' },
  values: [0.1, 0.2],
  method: 'theta',
  forecast: [bin('2026', 0.25, 0.2, 0.3), bin('2027', 0.3, 0.22, 0.38)],
  backtest: { ratio_to_naive: 0.8, mase: 0.9, origins: 6 },
  ...change,
});

const answerOf = (series: SeriesForecast[], change: Partial<TrendForecasts> = {}) =>
  readForecasts({ series, level: 0.8, insufficient: null, ...change } as TrendForecasts);

const LOVE = { unit: 'share', group: 'themes', name: 'theme_love', label: 'songs about love' } as Series;

describe('what is foreseen', () => {
  it('are the series that came nearer than their last value', () => {
    const forecasts = answerOf([
      forecastOf('love', {}),
      forecastOf('fame', { method: 'naive', backtest: { ratio_to_naive: 1, mase: 1, origins: 6 } }),
      forecastOf('place', { backtest: { ratio_to_naive: 1.2, mase: 1.1, origins: 6 } }),
      forecastOf('faith', { backtest: { ratio_to_naive: null, mase: null, origins: 0 } }),
    ]);
    expect([...forecasts.better.keys()]).toEqual(['love']);
    expect(aheadOf(forecasts)).toEqual(['2026', '2027']);
    expect(trendsText.forecasts(forecasts)).toContain('1 of 4 lines came nearer');
  });

  it('is told in words, with its interval', () => {
    expect(trendsText.foreseen(LOVE, forecastOf('love', {}), 0.8)).toBe(
      'Foreseen: about 30 songs in 100 in 2027; in 80 of 100 cases between 22 and 38.',
    );
  });

  it('is nothing where the last value does as well, or where there is too little, and that is said', () => {
    const none = answerOf([forecastOf('fame', { method: 'naive' })]);
    expect(aheadOf(none)).toEqual([]);
    expect(trendsText.forecasts(none)).toMatch(
      /^Nothing is foreseen: tried on .* the last value going on\.$/,
    );
    const needed = { songs: 20, bins: 10, artists: 5 };
    const insufficient = {
      reason: 'too_few_bins' as const,
      message: 'Ten bins are needed.',
      needed,
      found: needed,
    };
    expect(trendsText.forecasts(answerOf([], { insufficient }))).toContain('Ten bins are needed.');
  });
});
