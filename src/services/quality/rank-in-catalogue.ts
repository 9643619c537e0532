import type { AlgorithmicAnalysis } from '../../lyrics/contract.ts';
import { scoreMeasures } from '../../lyrics/scores/measures.ts';
import { percentileIn } from '../../ml/percentile.ts';
import { MEASURES, type MeasureName } from '../../ml/trends/measures.ts';
import type { MeasureQuantiles } from '../trends/measure-quantiles.ts';
import type { Percentile } from './contract.ts';

const MIN_SONGS = 30;

/** Measures that a verse has as a song has: none of them grows with the length. */
function measuresOf({ rhyme, flow, vocabulary, ...analysis }: AlgorithmicAnalysis) {
  const { distinct_lines: _, ...measures } = scoreMeasures(rhyme, flow, vocabulary);
  return {
    ...measures,
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
