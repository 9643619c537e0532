import { MEASURE_NAMES, type ScoreMeasures } from './measures.ts';

export type Weights = Partial<Record<keyof ScoreMeasures, number>>;

/**
 * Complexity: how much language a line contains. Range of vocabulary (MTLD), length of words, density of lines, share
 * of new lines, rhymes over several syllables.
 */
export const COMPLEXITY_WEIGHTS: Weights = {
  mtld: 0.3,
  mean_word_length: 0.2,
  syllables_per_line: 0.2,
  distinct_lines: 0.15,
  multisyllabic_rhymes: 0.15,
};

/**
 * Craft: the countable part of what rap listeners call skill. Rhyme first, then words and evenness of flow. That each line
 * finds its rhyme counts as much as that rhymes are dense, or plain verses would rank below all others.
 */
export const QUALITY_WEIGHTS: Weights = {
  rhyme_density: 0.2,
  rhymed_ends: 0.2,
  multisyllabic_rhymes: 0.15,
  internal_rhymes: 0.1,
  mtld: 0.15,
  distinct_lines: 0.05,
  regularity: 0.15,
};

const MIN_WEIGHT = 0.5;

/** Weighted mean of percentile ranks over the measures that have one, 0-1; null where they carry less than half the weight. */
export function weighRanks(
  rankOf: (name: keyof ScoreMeasures) => number | null,
  weights: Weights,
): number | null {
  let sum = 0;
  let weight = 0;
  for (const name of MEASURE_NAMES) {
    const share = weights[name];
    const rank = share === undefined ? null : rankOf(name);
    if (rank === null || share === undefined) continue;
    sum += rank * share;
    weight += share;
  }
  return weight < MIN_WEIGHT ? null : sum / weight;
}

/** Syllables of a text whose score lies halfway between its own measures and the middle. */
const HALF_TOLD = 60;

/**
 * A score of a text of so many syllables, 0-1: the shorter it is, the less its measures tell, and the closer it is drawn to
 * the middle, s / (s + 60) of the way from it. A verse of eight lines keeps six tenths of the distance, a song nine.
 */
export function tempered(score: number | null, syllables: number): number | null {
  return score === null ? null : 0.5 + (score - 0.5) * (syllables / (syllables + HALF_TOLD));
}
