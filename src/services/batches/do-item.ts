import type { ClaimedItem, ItemError } from '../../db/queries/batch-items.ts';
import { AppError, type ErrorCode } from '../../lib/errors.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { exactText } from '../../lyrics/text/exact-text.ts';
import { type AnalysisContext, analyzeText } from '../analysis/analyze-text.ts';
import { ANALYZER_CHOICES, type AnalyzerChoice } from '../analysis/analyzers/registry.ts';
import { validateLyrics } from './validate-lyrics.ts';

/** How long a queue job waits for the model. */
const TIMEOUT_MS = 60_000;

const MODEL_FAILURES: ReadonlySet<ErrorCode> = new Set([
  'RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_REJECTED',
]);

/** The result of an item: a row of analysis_results, or a result of its own. */
export interface ItemOutcome {
  analysisId: number | null;
  result: unknown;
  /** Why a different analyser than the requested one did it. */
  error: ItemError | null;
}

/** Validates or analyses the text of an item. Throws the model's failure, or VALIDATION_FAILED. */
export async function doItem(ctx: AnalysisContext, item: ClaimedItem): Promise<ItemOutcome> {
  if (item.operation === 'validate') {
    return { analysisId: null, result: validateLyrics(exactText(item.lyrics)), error: null };
  }
  const choice = ANALYZER_CHOICES.find((one) => one === item.analyzer);
  if (choice === undefined)
    throw new AppError('VALIDATION_FAILED', `There is no analyser ${item.analyzer} in this version.`);
  const { analysis, analysisId } = await analyze(ctx, item, choice);
  return { analysisId, result: analysisId === null ? analysis : null, error: null };
}

const analyze = (ctx: AnalysisContext, item: ClaimedItem, choice: AnalyzerChoice) =>
  analyzeText(ctx, {
    text: exactText(item.lyrics),
    choice,
    temperature: item.temperature ?? 0,
    useCache: true,
    timeoutMs: TIMEOUT_MS,
    priority: 'background',
    onLimit: 'error',
    track: null,
  });

/** The engine's answer in place of a model that failed permanently; null if the failure was not a model's. */
export async function engineFallback(
  ctx: AnalysisContext,
  item: ClaimedItem,
  failure: unknown,
): Promise<ItemOutcome | null> {
  if (!(failure instanceof AppError) || !MODEL_FAILURES.has(failure.code)) return null;
  const { analysis } = await analyze(ctx, item, 'algorithmic');
  const provenance = { ...analysis.provenance, degraded: true, reason: failure.reason };
  // A copy, because the engine's own row must not mention the model.
  const result: Analysis = { ...analysis, provenance };
  return { analysisId: null, result, error: { code: failure.code, message: failure.detail } };
}
