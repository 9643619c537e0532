import { percentileIn } from '../../ml/percentile.ts';
import type { Percentiles } from '../contract.ts';
import { MEASURE_NAMES, type ScoreMeasures } from './measures.ts';
import { REFERENCE } from './reference-distribution.ts';
import { COMPLEXITY_WEIGHTS, QUALITY_WEIGHTS, weighRanks } from './weights.ts';

export interface SongScores {
  /** 0-10. */
  complexity: number | null;
  /** 0-1. */
  quality: number | null;
  percentiles: Percentiles;
}

/**
 * Both scores are the weighted mean of the measures' percentiles among the reference songs (times ten for complexity),
 * over the measures that the text has. The percentile is the rank of the score itself among the reference songs.
 */
export function scoreSong(measures: ScoreMeasures): SongScores {
  const ranks = Object.fromEntries(
    MEASURE_NAMES.map((name) => [name, percentileIn(measures[name], REFERENCE[name])]),
  ) as Record<keyof ScoreMeasures, number | null>;
  const complexity = weighRanks((name) => ranks[name], COMPLEXITY_WEIGHTS);
  const quality = weighRanks((name) => ranks[name], QUALITY_WEIGHTS);
  return {
    complexity: complexity === null ? null : complexity * 10,
    quality,
    percentiles: {
      ...ranks,
      complexity: percentileIn(complexity, REFERENCE.complexity),
      quality: percentileIn(quality, REFERENCE.quality),
    },
  };
}
