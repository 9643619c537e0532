import { singleFlight } from '../../lib/resilience/single-flight.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { analysisIds } from './analysis-ids.ts';
import { type AnalyzerChoice, chooseAnalyzers } from './analyzers/registry.ts';
import type { AnalyzerContext, AnalyzerLimits } from './analyzers/types.ts';
import { AnalysisFailure, type FailurePolicy, makeAnalysis } from './make-analysis.ts';
import {
  type MemoryContext,
  recallAnalysis,
  rememberAnalysis,
  rememberFailure,
} from './remember-analysis.ts';

/** Time for storing an answer on top of the time for making it. */
const STORE_MS = 5000;

export type AnalysisContext = MemoryContext & AnalyzerContext;

export interface AnalyzeTextInput extends AnalyzerLimits {
  text: string;
  choice: AnalyzerChoice;
  useCache: boolean;
  onFailure: FailurePolicy;
  /** The track the text belongs to; null for text that a person pasted. */
  track: { id: number; artist: string; title: string } | null;
}

export interface AnalyzedText {
  analysis: Analysis;
  cached: boolean;
  /** The row in analysis_results; null where the answer came from the cache or could not be stored. */
  analysisId: number | null;
}

/**
 * Analyses a text: from the cache, from Postgres, or anew. Nothing is asked twice for the same text, analyser, model,
 * prompt and temperature, also by callers that ask at the same time. A model that fails is stood in for by the engine
 * with `degraded: true` and the reason, or its failure is thrown (RATE_LIMITED, UPSTREAM_UNAVAILABLE,
 * UPSTREAM_REJECTED), as `onFailure` says. A cache or a database that is gone does not keep the answer away.
 */
export async function analyzeText(ctx: AnalysisContext, input: AnalyzeTextInput): Promise<AnalyzedText> {
  const chosen = chooseAnalyzers(ctx, input.choice);
  const [asked] = chosen.chain;
  const ids = await analysisIds(input, asked);
  const look = () => recallAnalysis(ctx, ids, input);
  const work = async (): Promise<AnalyzedText> => {
    try {
      const made = await makeAnalysis(ctx, input, chosen);
      const analysisId = await rememberAnalysis(ctx, ids, made, input);
      return { analysis: made.analysis, cached: false, analysisId };
    } catch (error) {
      if (error instanceof AnalysisFailure) await rememberFailure(ctx, ids, error.failures, input);
      throw error;
    }
  };
  if (!input.useCache) return work();
  const known = await look();
  if (known !== null) return known;
  // The engine is done before others would have learnt that it is at work.
  if (!asked.usesModel) return work();
  const flight = { id: ids.cacheId, timeoutMs: input.timeoutMs + STORE_MS, look, work };
  return singleFlight<AnalyzedText>(ctx, flight);
}
