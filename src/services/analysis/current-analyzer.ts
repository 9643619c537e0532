import type { AnalysisKey } from '../../db/queries/analyses.ts';
import { analysisKey } from './analysis-ids.ts';
import { chooseAnalyzers } from './analyzers/registry.ts';
import type { AnalyzerContext } from './analyzers/types.ts';

/** The temperature of the catalogue's analyses. */
export const CATALOGUE_TEMPERATURE = 0.1;

/** What the catalogue's analyses must be made with: analyser, model, prompt, engine and temperature of `auto`. */
export function currentAnalyzer(ctx: AnalyzerContext): Omit<AnalysisKey, 'textHash'> {
  const { chain } = chooseAnalyzers(ctx, 'auto');
  const { textHash: _, ...key } = analysisKey('', chain[0], CATALOGUE_TEMPERATURE);
  return key;
}

/** Whether an analysis was made with what the catalogue is analysed with now. If not, the schedule has it made again. */
export function isCurrent(ctx: AnalyzerContext, made: Omit<AnalysisKey, 'textHash'>): boolean {
  const current = currentAnalyzer(ctx);
  return (
    made.analyzerType === current.analyzerType &&
    made.modelVersion === current.modelVersion &&
    made.promptVersion === current.promptVersion &&
    made.engineVersion === current.engineVersion &&
    // Postgres keeps it as a real, which jsonb shows in its shortest form.
    made.temperature === current.temperature
  );
}
