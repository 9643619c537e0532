import type { OrdinalModel } from './predict.ts';

type Range = readonly [number, number];

/** How a model does on artists that it has not seen, in points of ten; intervals are 95 %, by resampled artists. */
export interface UnseenScores {
  /** Mean absolute error of the median. */
  mae: number;
  mae_interval: Range;
  /** Of the expected label. */
  rmse: number;
  spearman: number | null;
  interval_coverage: number | null;
  interval_coverage_interval: Range | null;
  interval_width: number | null;
}

/** The committed model with what it was made of. */
export interface TrainedQuality {
  /** Names the weights: a hash. */
  version: string;
  built_at: string;
  method: string;
  data: {
    /** SHA-256 of the file. */
    hash: string;
    songs: number;
    artists: number;
    labelled_by: string;
    licence: string;
  };
  /** Nested cross-validation by artist. */
  metrics: {
    model: UnseenScores;
    constant_mean: UnseenScores;
    constant_median: UnseenScores;
    /** By how much less the model misses, on the same songs. */
    gain_over_constant_median: number;
    gain_over_constant_median_interval: Range;
    beats_both_constants: boolean;
  };
  /** The probability that an interval is built for. */
  level: number;
  model: OrdinalModel;
}
