/** What `barline eval trends --runs 1000` measured of the methods; `/models/info` tells it. */
export const TREND_METRICS = {
  power_small: 0.11,
  power_medium: 0.45,
  power_large: 0.8,
  false_positive_rate_shuffled: 0.001,
  false_positive_rate_ar1: 0.03,
  false_positive_rate_one_artist: 0.02,
  forecast_ratio_to_naive_planted: 0.8,
  forecast_ratio_to_naive_random_walk: 1.01,
  forecast_coverage_80: 0.8,
} as const;
