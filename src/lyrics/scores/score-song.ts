import { percentileIn } from '../../ml/percentile.ts';
import type { NoQualityReason, Percentiles } from '../contract.ts';
import { MEASURE_NAMES, type ScoreMeasures } from './measures.ts';
import { REFERENCE } from './reference-distribution.ts';
import { COMPLEXITY_WEIGHTS, QUALITY_WEIGHTS, tempered, weighRanks } from './weights.ts';

export interface SongScores {
  /** 0-10. */
  complexity: number | null;
  /** 0-1. */
  quality: number | null;
  /** Why there is no quality; null if there is one. */
  reason: NoQualityReason | null;
  percentiles: Percentiles;
}

/**
 * Both scores are the weighted mean of the measures' percentiles among the reference songs (times ten for complexity),
 * over the measures that the text has, and closer to the middle the shorter the text is. The percentile is the rank of
 * the score itself among the reference songs. A text that is `unrated` has no quality, and if its words are unknown no
 * complexity either; its measures keep their ranks.
 */
export function scoreSong(
  measures: ScoreMeasures,
  { syllables, unrated }: { syllables: number; unrated: NoQualityReason | null },
): SongScores {
  const ranks = Object.fromEntries(
    MEASURE_NAMES.map((name) => [name, percentileIn(measures[name], REFERENCE[name])]),
  ) as Record<keyof ScoreMeasures, number | null>;
  const score = (weights: typeof QUALITY_WEIGHTS) =>
    tempered(
      weighRanks((name) => ranks[name], weights),
      syllables,
    );
  const complexity = unrated === 'unknown_words' ? null : score(COMPLEXITY_WEIGHTS);
  const quality = unrated === null ? score(QUALITY_WEIGHTS) : null;
  return {
    complexity: complexity === null ? null : complexity * 10,
    quality,
    // Too few measures to weigh.
    reason: quality === null ? (unrated ?? 'short') : null,
    percentiles: {
      ...ranks,
      complexity: percentileIn(complexity, REFERENCE.complexity),
      quality: percentileIn(quality, REFERENCE.quality),
    },
  };
}
