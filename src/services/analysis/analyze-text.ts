import type { ServiceContext } from '../../context.ts';
import { type AnalysedTrack, originOf } from '../../db/queries/analyses.ts';
import type { DeflatedJson } from '../../lib/deflated-json.ts';
import { AppError } from '../../lib/errors.ts';
import { type Flight, singleFlight } from '../../lib/resilience/single-flight.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { noTimeLeft } from '../models/model-not-asked.ts';
import { type AnalysisIds, analysisIds } from './analysis-ids.ts';
import {
  type AnalyzerChoice,
  type ChosenAnalyzers,
  chooseAnalyzers,
  chooseForText,
} from './analyzers/registry.ts';
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
  recallSent,
  recallStored,
  rememberAnalysis,
  rememberFailure,
} from './remember-analysis.ts';

/** Part of the caller's time limit that is kept for storing the answer or for falling back to the engine. */
const SETTLING_SHARE = 0.05;

export type AnalysisContext = MemoryContext & AnalyzerContext & Pick<ServiceContext, 'waitUntil'>;

export interface AnalyzeTextInput extends AnalyzerLimits {
  text: string;
  choice: AnalyzerChoice;
  useCache: boolean;
  onLimit: LimitPolicy;
  /** The track, if the catalogue has it analysed; null for a caller's text, even if it is also a track's. */
  track: AnalysedTrack;
}

export interface AnalyzedText {
  analysis: Analysis;
  cached: boolean;
  /** The row in analysis_results; null if the answer came from the cache or could not be stored. */
  analysisId: number | null;
}

/**
 * Analyses a text: from the cache, from Postgres, or by a new call. The same text, analyser, model, prompt,
 * engine and temperature are requested only once, also by concurrent callers: they share the answer or the failure, and none
 * waits longer than `timeoutMs`. The catalogue's work is separate: it does not use answers that were made for callers'
 * texts, and neither waits for the other. If a model fails, either the engine answers with `degraded: true` and the
 * reason, or the failure is thrown (RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_REJECTED), depending on `onLimit`. If
 * the cache or the database is unavailable, the answer is still returned.
 */
export async function analyzeText(ctx: AnalysisContext, input: AnalyzeTextInput): Promise<AnalyzedText> {
  const asked = await prepare(ctx, input);
  const known = input.useCache ? await recallAnalysis(ctx, asked.ids, input) : null;
  return known ?? (await makeAnalysis(ctx, asked));
}

/** As `analyzeText`, except that an analysis of the cache is given as it is sent. */
export async function analyzeTextToSend(
  ctx: AnalysisContext,
  input: AnalyzeTextInput,
): Promise<AnalyzedText | { sent: DeflatedJson }> {
  const asked = await prepare(ctx, input);
  const sent = input.useCache && input.track === null ? await recallSent(ctx, asked.ids, input) : null;
  if (sent !== null) return { sent };
  const known = input.useCache ? await recallStored(ctx, asked.ids, input) : null;
  return known ?? (await makeAnalysis(ctx, asked));
}

type Asked = AnalyzeTextInput & { ids: AnalysisIds; chosen: ChosenAnalyzers };

async function prepare(ctx: AnalysisContext, input: AnalyzeTextInput): Promise<Asked> {
  // The catalogue's analyses are all by its one analyser; a page without words is not stored as lyrics.
  const chosen =
    input.track === null ? chooseForText(ctx, input.choice, input.text) : chooseAnalyzers(ctx, input.choice);
  return { ...input, chosen, ids: await analysisIds(input, chosen.chain[0]) };
}

/** The answer of a call, the caller's own or one that is under way. */
async function makeAnalysis(ctx: AnalysisContext, asked: Asked): Promise<AnalyzedText> {
  const flight = modelFlight(ctx, asked);
  // The engine finishes before other callers could see that a computation is under way.
  const isShared = asked.useCache && asked.chosen.chain[0].usesModel;
  const end = isShared ? await singleFlight(ctx, flight) : await flight.work(asked.timeoutMs);
  return await settleEnd(ctx, asked, end);
}

/**
 * The call to the models as work shared by callers: its result does not depend on how each caller wants failures
 * handled.
 */
function modelFlight(ctx: AnalysisContext, asked: Asked): Flight<ModelEnd> {
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
      throw new AppError('INTERNAL', 'The analysis was just made but cannot be read back.');
    },
    onTimeout: async () => ({ failure: new AnalysisFailure(noTimeLeft(), []), isOurs: false }),
  };
}

/** What this caller gets from the shared result: the answer, the failure, or the engine's analysis instead. */
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
