/** What `barline eval trends --runs 100` measured of the methods; `/models/info` tells it. */
export const TREND_METRICS = {
  power_small: 0.09,
  power_medium: 0.52,
  power_large: 0.8,
  false_positive_rate_shuffled: 0.01,
  false_positive_rate_ar1: 0.02,
  false_positive_rate_one_artist: 0.01,
  forecast_ratio_to_naive_planted: 0.823,
  forecast_ratio_to_naive_random_walk: 1.01,
  forecast_coverage_80: 0.814,
} as const;
