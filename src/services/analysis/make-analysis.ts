import { AppError, describeError } from '../../lib/errors.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import { ModelNotAsked } from '../models/model-not-asked.ts';
import { type ChosenAnalyzers, openEngine } from './analyzers/registry.ts';
import type { Analyzer, AnalyzerAnswer, AnalyzerContext, AnalyzerLimits } from './analyzers/types.ts';

/** If less time than this is left, the next model is not tried. */
const MIN_MS = 500;
/** Decimal places of every number of an analysis. */
const DECIMALS = 4;

/**
 * What to do when no model answers: the engine answers instead (`fallback`), the failure is thrown (`error`), or it is
 * thrown only if a retry may help and the engine answers otherwise (`retry`).
 */
export type LimitPolicy = 'fallback' | 'error' | 'retry';

export interface AnalyzerFailure {
  analyzer: Analyzer;
  error: string;
}

export interface MadeAnalysis {
  analysis: Analysis;
  /** The analyser that answered. */
  by: Analyzer;
  /** Analysers that were tried before and failed. */
  failures: AnalyzerFailure[];
}

/** Thrown when every analyser that was tried has failed, with each failure. */
export class AnalysisFailure extends AppError {
  readonly failures: readonly AnalyzerFailure[];

  constructor(error: AppError, failures: readonly AnalyzerFailure[]) {
    super(error.code, error.detail, error);
    this.failures = failures;
  }
}

/**
 * Tries the chain in order within one time limit. Throws AnalysisFailure if none has an answer, with the first
 * failure, because that one belongs to the requested model. Only an AppError counts as a model's failure.
 */
export async function askAnalyzers(
  ctx: AnalyzerContext,
  input: AnalyzerLimits & { text: string },
  { chain, reason }: ChosenAnalyzers,
): Promise<MadeAnalysis> {
  const started = ctx.clock.now();
  const failures: AnalyzerFailure[] = [];
  let first: AppError | null = null;
  for (const analyzer of chain) {
    const timeoutMs = input.timeoutMs - (ctx.clock.now() - started);
    if (first !== null && timeoutMs < MIN_MS) break;
    try {
      const answer = await analyzer.analyze(input.text, { ...input, timeoutMs });
      const why = first === null ? reason : `fallback_model: ${first.reason}`;
      return finish(ctx, answer, { by: analyzer, why, degraded: false, started, failures });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      ctx.log.warn('analyser failed', { model: analyzer.modelVersion, error: describeError(error) });
      first ??= error;
      if (!(error instanceof ModelNotAsked))
        failures.push({ analyzer, error: `${error.reason}: ${error.detail}` });
    }
  }
  if (first === null) throw new Error('a chain holds at least one analyser');
  throw new AnalysisFailure(first, failures);
}

/** The engine's analysis in place of the models', with the reason; the models' failures are stored separately. */
export async function engineFallback(
  ctx: AnalyzerContext,
  input: AnalyzerLimits & { text: string },
  failure: AppError,
): Promise<MadeAnalysis> {
  const started = ctx.clock.now();
  const by = openEngine(ctx);
  const answer = await by.analyze(input.text, input);
  return finish(ctx, answer, { by, why: failure.reason, degraded: true, started, failures: [] });
}

/** Whether the failure is thrown to this caller. */
export function isThrown(failure: AppError, policy: LimitPolicy): boolean {
  return policy === 'error' || (policy === 'retry' && failure.retryable);
}

interface Finish {
  by: Analyzer;
  why: string | null;
  degraded: boolean;
  /** Milliseconds since the epoch. */
  started: number;
  failures: AnalyzerFailure[];
}

function finish(ctx: AnalyzerContext, answer: AnalyzerAnswer, how: Finish): MadeAnalysis {
  const { by, why, degraded, started, failures } = how;
  ctx.metrics.count('barline_analyses_total', { analyzer: by.type, degraded: String(degraded) });
  const latencyMs = ctx.clock.now() - started;
  return { analysis: toAnalysis(answer, by, { why, degraded, latencyMs }), by, failures };
}

function toAnalysis(
  answer: AnalyzerAnswer,
  by: Analyzer,
  { why, degraded, latencyMs }: { why: string | null; degraded: boolean; latencyMs: number },
): Analysis {
  return {
    ...roundNumbers(answer.body, DECIMALS),
    provenance: {
      analyzer: by.type,
      model: answer.model ?? by.modelVersion,
      prompt_version: by.promptVersion === '' ? null : by.promptVersion,
      engine_version: by.engineVersion,
      degraded,
      reason: why,
      agreement: answer.agreement,
      read_to_line: answer.readToLine,
      tokens: answer.tokens,
      cost_usd: answer.costUsd,
      latency_ms: latencyMs,
    },
  };
}
