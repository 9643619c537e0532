import type { AlgorithmicAnalysis } from '../../lyrics/contract.ts';
import { scoreMeasures } from '../../lyrics/scores/measures.ts';
import { percentileIn } from '../../ml/percentile.ts';
import { MEASURES, type MeasureName } from '../../ml/trends/measures.ts';
import type { MeasureQuantiles } from '../trends/measure-quantiles.ts';
import type { Percentile } from './contract.ts';

const MIN_SONGS = 30;
/** With fewer words the range of the vocabulary is too low: four lines cut out of 800 songs have 60, eight lines and whole songs 75 to 80. */
const MIN_VOCABULARY_WORDS = 50;

/** Measures that a verse has as a song has: none of them grows with the length. */
function measuresOf({ rhyme, flow, vocabulary, ...analysis }: AlgorithmicAnalysis) {
  const { distinct_lines: _, ...measures } = scoreMeasures(rhyme, flow, vocabulary);
  return {
    ...measures,
    mtld: vocabulary.tokens < MIN_VOCABULARY_WORDS ? null : measures.mtld,
    mattr: vocabulary.mattr,
    complexity_score: analysis.complexity_score,
    sentiment_score: analysis.sentiment_score,
    strong_words: analysis.explicit.per_100_words,
  };
}

/** Where a text stands among the songs of the catalogue, for each measure that enough of them have. */
export function rankInCatalogue(
  analysis: AlgorithmicAnalysis,
  quantiles: ReadonlyMap<MeasureName, MeasureQuantiles>,
): Percentile[] {
  const values: Partial<Record<MeasureName, number | null>> = measuresOf(analysis);
  return MEASURES.flatMap(({ name, label }): Percentile[] => {
    const row = quantiles.get(name);
    const value = values[name] ?? null;
    if (row === undefined || row.songs < MIN_SONGS || value === null) return [];
    const percentile = percentileIn(value, row.quantiles);
    return percentile === null ? [] : [{ measure: name, label, value, percentile, songs: row.songs }];
  });
}
