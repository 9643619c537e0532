import { analysisKey } from './analysis-ids.ts';
import { chooseAnalyzers } from './analyzers/registry.ts';
import type { AnalyzerContext } from './analyzers/types.ts';

/** At which temperature the catalogue is analysed. */
export const CATALOGUE_TEMPERATURE = 0.1;

/** What the catalogue's analyses are to be made by: analyser, model, prompt and temperature of `auto`. */
export function currentAnalyzer(ctx: AnalyzerContext) {
  const { chain } = chooseAnalyzers(ctx, 'auto');
  const { textHash: _, ...key } = analysisKey('', chain[0], CATALOGUE_TEMPERATURE);
  return key;
}
