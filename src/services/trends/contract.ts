import { z } from 'zod';
import { SERIES_GROUPS } from '../../ml/trends/series.ts';
import { BASE_UNITS } from '../../ml/trends/time-bins.ts';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const date = z.string();
const values = z.array(z.number().nullable());
const p = share.nullable();

export const SongBehindSchema = z.object({
  id: z.int(),
  artist: z.string(),
  title: z.string(),
  release_date: date.nullable(),
  value: z.number().describe('of this song; of a theme 1'),
});

export const INSUFFICIENT_REASONS = [
  'no_songs',
  'no_dates',
  'too_few_songs',
  'too_few_bins',
  'too_few_artists',
] as const;

const needs = z.object({ songs: count, bins: count, artists: count });

export const InsufficientSchema = z.object({
  reason: z.enum(INSUFFICIENT_REASONS),
  message: z.string().describe('what is there, and how much is needed'),
  needed: needs.describe('bins: those that hold songs'),
  found: needs,
});

export const BinSchema = z.object({
  label: z.string().describe('2024, 2024-Q3, 2024-07, or the first and last month or day'),
  from: date,
  to: date.describe('the last day'),
  songs: count,
  artists: count,
});

/** What every answer about series says of its songs. */
export const ScopeSchema = z.object({
  window: z
    .object({
      from: date,
      to: date,
      newest_release: date.describe('of the catalogue: the window is counted back from it'),
      unit: z.enum(BASE_UNITS),
      width: z.int().positive().describe('units a bin: bins widen until each holds enough songs'),
      least_songs: count.describe('that each bin holds; 0: fewer than the 5 that a bin should hold'),
      bins: z.array(BinSchema),
    })
    .nullable()
    .describe('null without a dated song'),
  songs: z.object({
    counted: count.describe('in the bins'),
    artists: count,
    passing: count.describe('songs that pass the filters, whenever released'),
    undated: count,
    announced: count.describe('dated after today'),
    too_coarse: count.describe('in the window, but of a date that is less precise than the bins'),
  }),
  insufficient: InsufficientSchema.nullable().describe('why there are no series; null if there are'),
  notes: z.array(z.string()),
});
export type Scope = z.infer<typeof ScopeSchema>;
export type Insufficient = z.infer<typeof InsufficientSchema>;

const described = {
  name: z.string(),
  group: z.enum(SERIES_GROUPS),
  label: z.string(),
  unit: z.string().describe('share: 0-1'),
  about: z.string(),
};

export const CarrierSchema = z.object({
  artist_id: z.int(),
  artist: z.string(),
  share: z.number().describe('of the slope that is gone without the artist'),
});

export const SeriesTrendSchema = z.object({
  ...described,
  songs_measured: count.describe('songs that have a value'),
  values: values.describe('one a bin: a mean, or the share of songs; null without a song'),
  lower: values.describe('ends of the 95 % interval over resampled artists; null with fewer than 3 artists'),
  upper: values,
  early: z.number().nullable().describe('mean of the songs in the first half of the bins'),
  late: z.number().nullable().describe('and in the second half'),
  direction: z
    .enum(['rising', 'falling', 'level'])
    .nullable()
    .describe('of the slope; where that is 0, as in a rare theme, of late against early'),
  significant: z.boolean().describe('whether p_adjusted is at most .05'),
  p: p.describe('the larger of the two: a trend must pass both tests'),
  p_adjusted: p.describe('corrected for the number of series (Benjamini-Hochberg)'),
  p_mann_kendall: p.describe('over the bins, valid under autocorrelation'),
  p_artists: p.describe(
    'by resampling whole artists, and without the two who carry most; null with fewer than 5',
  ),
  slope_per_year: z.number().nullable().describe('Theil-Sen'),
  slope_lower: z.number().nullable(),
  slope_upper: z.number().nullable(),
  change: z.number().nullable().describe('over all bins, by the slope'),
  effect: z.string().nullable().describe('the same as a sentence in plain units'),
  carried_by: z.array(CarrierSchema),
  carried_share: z.number().nullable().describe('of the slope that is gone without all of carried_by'),
  change_points: z.array(
    z.object({ bin: z.string(), before: z.number(), after: z.number(), p: share, text: z.string() }),
  ),
  warnings: z.array(z.string()),
  songs: z.array(SongBehindSchema).describe('songs behind it, of different artists'),
});
export type SeriesTrend = z.infer<typeof SeriesTrendSchema>;

export const CurrentTrendsSchema = ScopeSchema.extend({
  series: z.array(SeriesTrendSchema),
  rising: z.array(z.string()).describe('names of series that rise, the least likely by chance first'),
  falling: z.array(z.string()),
  summary: z.array(z.string()),
});
export type CurrentTrends = z.infer<typeof CurrentTrendsSchema>;

export const FORECAST_METHODS = [
  'naive',
  'combined',
  'trend_line',
  'theta',
  'damped_trend',
  'exponential_smoothing',
  'combined_naive',
] as const;

export const SeriesForecastSchema = z.object({
  ...described,
  values: z.array(z.number()).describe('one a bin so far'),
  method: z.enum(FORECAST_METHODS).describe('naive: the last value goes on, where nothing beats that'),
  forecast: z.array(
    z.object({
      label: z.string(),
      from: date,
      to: date,
      value: z.number(),
      lower: z.number(),
      upper: z.number(),
    }),
  ),
  backtest: z.object({
    ratio_to_naive: z
      .number()
      .nullable()
      .describe(
        'mean absolute error over that of the naive forecast, over rolling origins; 1 for naive itself',
      ),
    mase: z.number().nullable().describe('mean absolute error over the mean step of the training part'),
    origins: count,
  }),
  text: z.string(),
});
export type SeriesForecast = z.infer<typeof SeriesForecastSchema>;

export const TrendForecastsSchema = ScopeSchema.extend({
  level: share.describe('coverage of the intervals'),
  series: z.array(SeriesForecastSchema),
  left_out: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type TrendForecasts = z.infer<typeof TrendForecastsSchema>;
