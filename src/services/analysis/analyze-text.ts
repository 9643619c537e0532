import type { ServiceContext } from '../../context.ts';
import { type AnalysedTrack, originOf } from '../../db/queries/analyses.ts';
import { AppError } from '../../lib/errors.ts';
import { type Flight, singleFlight } from '../../lib/resilience/single-flight.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { noTimeLeft } from '../models/model-not-asked.ts';
import { type AnalysisIds, analysisIds } from './analysis-ids.ts';
import { type AnalyzerChoice, type ChosenAnalyzers, chooseAnalyzers } from './analyzers/registry.ts';
import type { AnalyzerContext, AnalyzerLimits } from './analyzers/types.ts';
import {
  AnalysisFailure,
  askAnalyzers,
  engineFallback,
  isThrown,
  type LimitPolicy,
} from './make-analysis.ts';
import { type ModelEnd, parseEnd, serializeEnd } from './model-end.ts';
import {
  type MemoryContext,
  recallAnalysis,
  rememberAnalysis,
  rememberFailure,
} from './remember-analysis.ts';

/** Of the time that a caller has, what is left for storing the answer or for standing in. */
const SETTLING_SHARE = 0.05;

export type AnalysisContext = MemoryContext & AnalyzerContext & Pick<ServiceContext, 'waitUntil'>;

export interface AnalyzeTextInput extends AnalyzerLimits {
  text: string;
  choice: AnalyzerChoice;
  useCache: boolean;
  onLimit: LimitPolicy;
  /** The track that the catalogue has analysed; null for a text that somebody sent, whosever it is. */
  track: AnalysedTrack;
}

export interface AnalyzedText {
  analysis: Analysis;
  cached: boolean;
  /** The row in analysis_results; null where the answer came from the cache or could not be stored. */
  analysisId: number | null;
}

/**
 * Analyses a text: from the cache, from Postgres, or anew. Nothing is asked twice for the same text, analyser, model,
 * prompt and temperature, also by callers that ask at the same time: they share an answer and a failure alike, and none
 * waits for longer than `timeoutMs`. The catalogue's work is apart: it takes no answer that was made for somebody who sent
 * the text, and neither waits for the other. A model that fails is stood in for by the engine with `degraded: true` and the
 * reason, or its failure is thrown (RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_REJECTED), as `onLimit` says. A cache or
 * a database that is gone does not keep the answer away.
 */
export async function analyzeText(ctx: AnalysisContext, input: AnalyzeTextInput): Promise<AnalyzedText> {
  const chosen = chooseAnalyzers(ctx, input.choice);
  const [asked] = chosen.chain;
  const ids = await analysisIds(input, asked);
  const flight = modelFlight(ctx, { ...input, ids, chosen });
  const settle = (end: ModelEnd) => settleEnd(ctx, { ...input, ids }, end);
  if (!input.useCache) return settle(await flight.work(input.timeoutMs));
  const known = await recallAnalysis(ctx, ids, input);
  if (known !== null) return known;
  // The engine is done before others would have learnt that it is at work.
  if (!asked.usesModel) return settle(await flight.work(input.timeoutMs));
  return settle(await singleFlight(ctx, flight));
}

type Asked = AnalyzeTextInput & { ids: AnalysisIds };

/** Asking the models as work that callers share: what it comes to does not depend on what any of them wants of a failure. */
function modelFlight(ctx: AnalysisContext, asked: Asked & { chosen: ChosenAnalyzers }): Flight<ModelEnd> {
  const { ids, chosen } = asked;
  return {
    id: `${originOf(asked.track)}:${ids.cacheId}`,
    timeoutMs: asked.timeoutMs,
    work: async (timeoutMs) => {
      try {
        const limits = { ...asked, timeoutMs: timeoutMs * (1 - SETTLING_SHARE) };
        const made = await askAnalyzers(ctx, limits, chosen);
        const analysisId = await rememberAnalysis(ctx, ids, made, asked);
        return { answer: { analysis: made.analysis, cached: false, analysisId } };
      } catch (error) {
        if (!(error instanceof AnalysisFailure)) throw error;
        await rememberFailure(ctx, ids, error.failures, asked);
        return { failure: error, isOurs: true };
      }
    },
    serialize: serializeEnd,
    receive: async (told) => {
      const end = parseEnd(told);
      if ('failure' in end) return { failure: end.failure, isOurs: false };
      const known = await recallAnalysis(ctx, ids, { ...asked, onLimit: 'error' });
      if (known !== null) return { answer: known };
      if (end.analysis !== null)
        return { answer: { analysis: end.analysis, cached: true, analysisId: null } };
      throw new AppError('INTERNAL', 'An analysis that was just made is not there.');
    },
    onTimeout: async () => ({ failure: new AnalysisFailure(noTimeLeft(), []), isOurs: false }),
  };
}

/** What the caller has of the end: the answer, the failure, or the engine's analysis in its place. */
async function settleEnd(ctx: AnalysisContext, asked: Asked, end: ModelEnd): Promise<AnalyzedText> {
  if ('answer' in end) return end.answer;
  const { failure, isOurs } = end;
  if (isThrown(failure, asked.onLimit)) throw failure;
  const known = isOurs || !asked.useCache ? null : await recallAnalysis(ctx, asked.ids, asked);
  if (known !== null) return known;
  const made = await engineFallback(ctx, asked, failure);
  const analysisId = await rememberAnalysis(ctx, asked.ids, made, asked);
  return { analysis: made.analysis, cached: false, analysisId };
}
