import type { Percentiles } from '../contract.ts';
import { MEASURE_NAMES, type ScoreMeasures } from './measures.ts';
import { percentileIn } from './percentile.ts';
import { REFERENCE } from './reference-distribution.ts';

export interface SongScores {
  /** 0-10. */
  complexity: number | null;
  /** 0-1. */
  quality: number | null;
  percentiles: Percentiles;
}

type Weights = Partial<Record<keyof ScoreMeasures, number>>;

/**
 * Complexity: how much language a line asks the listener to take in. Range of vocabulary (MTLD), length of words, density
 * of lines, lines that are new, rhymes over several syllables.
 */
export const COMPLEXITY_WEIGHTS: Weights = {
  mtld: 0.3,
  mean_word_length: 0.2,
  syllables_per_line: 0.2,
  distinct_lines: 0.15,
  multisyllabic_rhymes: 0.15,
};

/** Craft: how much of what a rap listener calls skill can be counted. Rhyme first, then words and evenness of flow. */
export const QUALITY_WEIGHTS: Weights = {
  rhyme_density: 0.25,
  multisyllabic_rhymes: 0.2,
  internal_rhymes: 0.15,
  mtld: 0.15,
  distinct_lines: 0.1,
  regularity: 0.15,
};

const MIN_WEIGHT = 0.5;

/**
 * Both scores are the weighted mean of the measures' percentiles among the reference songs (times ten for complexity),
 * over the measures that the text has; null where they carry less than half the weight. The percentile of the score
 * itself says where the song stands.
 */
export function scoreSong(measures: ScoreMeasures): SongScores {
  const ranks = Object.fromEntries(
    MEASURE_NAMES.map((name) => [name, percentileIn(measures[name], REFERENCE[name])]),
  ) as Record<keyof ScoreMeasures, number | null>;
  const complexity = weigh(ranks, COMPLEXITY_WEIGHTS);
  const quality = weigh(ranks, QUALITY_WEIGHTS);
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

function weigh(ranks: Record<keyof ScoreMeasures, number | null>, weights: Weights): number | null {
  let sum = 0;
  let weight = 0;
  for (const name of MEASURE_NAMES) {
    const rank = ranks[name];
    const share = weights[name] ?? 0;
    if (rank === null) continue;
    sum += rank * share;
    weight += share;
  }
  return weight < MIN_WEIGHT ? null : sum / weight;
}
