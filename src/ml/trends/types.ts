import type { Random } from '../compose/random.ts';

/**
 * What one artist adds to one bin of one measure. The value of a bin is the sum over artists of `sum`, divided by
 * that of `songs`: a mean, or a share when the measure is 0 or 1.
 */
export interface Cell {
  artist: number;
  /** From 0, the oldest. */
  bin: number;
  songs: number;
  sum: number;
}

export interface TrendOptions {
  random: Random;
  /** Resamples of whole artists at most; 200 are enough for `p` at .05, intervals get steadier with more. */
  resamples: number;
}

/** One bin. */
export interface TrendPoint {
  bin: number;
  /** Null without songs. */
  value: number | null;
  /** Ends of the 95 % interval over resampled artists; null when fewer than 3 artists have songs in the bin. */
  lower: number | null;
  upper: number | null;
  songs: number;
  artists: number;
}

/** The measure stays at another level from `bin` on. */
export interface ChangePoint {
  bin: number;
  /** Mean level of the stretch before, and of the stretch that begins here. */
  before: number;
  after: number;
  p: number;
}

/** How much of a slope comes from one artist. */
export interface Carrier {
  artist: number;
  /** 1 - (slope without the artist) / slope: .5 when half of the slope is gone without the artist. */
  share: number;
}

export interface Trend {
  points: TrendPoint[];
  /** Theil-Sen slope a bin; null with fewer than 3 bins that have songs. */
  slope: number | null;
  /** Ends of the 95 % interval of the slope over resampled artists; null when the slope is, or with fewer than 3 artists. */
  slopeLower: number | null;
  slopeUpper: number | null;
  /** Change over all bins by the slope, in units of the measure. */
  change: number | null;
  /** Lag-1 autocorrelation of what the slope leaves, corrected for bias; null when it was not tested. */
  autocorrelation: number | null;
  /** Mann-Kendall, valid under autocorrelation; null with fewer than `LEAST_BINS` bins that have songs. */
  pMannKendall: number | null;
  /**
   * The larger p of two: by resampling whole artists, and by Mann-Kendall without the two artists who carry most. Null
   * with fewer than `LEAST_ARTISTS` artists or `LEAST_BINS` bins.
   */
  pArtists: number | null;
  /** The larger of the two; null when one of them is. */
  p: number | null;
  /** The artists without whom the slope would be smaller, the one with the largest share first, at most three. */
  carriedBy: Carrier[];
  /** Share of the slope that is gone without the artists of `carriedBy` together. */
  carriedShare: number | null;
  changePoints: ChangePoint[];
}

/** Fewer bins cannot tell a trend from autocorrelated noise. */
export const LEAST_BINS = 8;
/** Fewer artists cannot tell what is common to them. */
export const LEAST_ARTISTS = 5;

/** `combined` is the mean of theta, damped trend and trend line, `combined_naive` that of it and the last value. */
export type ForecastMethod =
  | 'naive'
  | 'combined'
  | 'trend_line'
  | 'theta'
  | 'damped_trend'
  | 'exponential_smoothing'
  | 'combined_naive';

export interface ForecastOptions {
  /** Bins ahead. */
  horizon: number;
  /** Wanted coverage of the interval, 0-1. */
  level: number;
}

/** Forecasts of the last bins from the bins before them, over rolling origins and all steps up to the horizon. */
export interface Backtest {
  /** Mean absolute error of the method divided by that of the naive forecast; 1 for the naive forecast itself. */
  ratioToNaive: number | null;
  /** Mean absolute error divided by the mean absolute step of the training part. */
  mase: number | null;
  origins: number;
}

export interface Forecast {
  method: ForecastMethod;
  points: number[];
  lower: number[];
  upper: number[];
  backtest: Backtest;
}

/** Bins of equally many base periods (quarters, say), the newest complete, that hold enough songs each. */
export interface WideBins {
  enough: true;
  /** Base periods a bin. */
  width: number;
  /** Position of the first base period of the first bin; older ones hold too few songs. */
  start: number;
  /** Songs of each bin. */
  songs: number[];
}

export interface TooFewSongs {
  enough: false;
  songs: number;
  /** Songs that the fewest bins need at least, evenly spread. */
  needed: number;
}
