import { analysisKey } from './analysis-ids.ts';
import { chooseAnalyzers } from './analyzers/registry.ts';
import type { AnalyzerContext } from './analyzers/types.ts';

/** The temperature of the catalogue's analyses. */
export const CATALOGUE_TEMPERATURE = 0.1;

/** What the catalogue's analyses must be made with: analyser, model, prompt and temperature of `auto`. */
export function currentAnalyzer(ctx: AnalyzerContext) {
  const { chain } = chooseAnalyzers(ctx, 'auto');
  const { textHash: _, ...key } = analysisKey('', chain[0], CATALOGUE_TEMPERATURE);
  return key;
}
