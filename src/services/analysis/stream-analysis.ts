import { AppError } from '../../lib/errors.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { offsetsAsSent } from '../../lyrics/text/sent-offsets.ts';
import { type AnalyzeLyricsInput, toTextInput } from './analyze-lyrics.ts';
import { type AnalysisContext, analyzeText } from './analyze-text.ts';
import { chooseForText } from './analyzers/registry.ts';

interface Answered {
  analysis: Analysis;
  cached: boolean;
}

/** The events of a stream in this order; the last is always `done`. */
export type AnalysisEvent =
  | { type: 'engine'; data: Answered }
  | { type: 'model'; data: Answered }
  | { type: 'degraded'; data: { reason: string; detail: string; retry_after_seconds: number | null } }
  | { type: 'done'; data: { timestamp: string; processing_time_ms: number } };

/**
 * Sends the engine's analysis immediately, then the model's or the reason why there is none, then the end. If the
 * engine was requested by name, only its analysis. If a model is requested by name and none is configured, throws
 * CONFIG_INVALID before the first event.
 */
export function streamAnalysis(
  ctx: AnalysisContext,
  input: AnalyzeLyricsInput,
): AsyncGenerator<AnalysisEvent> {
  const { chain, reason } = chooseForText(ctx, input.analyzer, input.lyrics);
  return run(ctx, input, { usesModel: chain[0].usesModel, reason });
}

async function* run(
  ctx: AnalysisContext,
  input: AnalyzeLyricsInput,
  chosen: { usesModel: boolean; reason: string | null },
): AsyncGenerator<AnalysisEvent> {
  const started = ctx.clock.now();
  const engine = await analyzeText(ctx, toTextInput({ ...input, analyzer: 'algorithmic' }));
  yield {
    type: 'engine',
    data: { analysis: offsetsAsSent(engine.analysis, input.lyrics), cached: engine.cached },
  };
  if (chosen.usesModel) yield await askModel(ctx, input);
  else if (chosen.reason !== null) {
    const detail =
      chosen.reason === 'no_words'
        ? 'The text has no words for a language model.'
        : 'No language model is configured.';
    yield { type: 'degraded', data: { reason: chosen.reason, detail, retry_after_seconds: null } };
  }
  const now = ctx.clock.now();
  yield {
    type: 'done',
    data: { timestamp: new Date(now).toISOString(), processing_time_ms: now - started },
  };
}

async function askModel(ctx: AnalysisContext, input: AnalyzeLyricsInput): Promise<AnalysisEvent> {
  try {
    // The engine's analysis has already been sent, so it is not used as a fallback for the model.
    const { analysis, cached } = await analyzeText(ctx, toTextInput({ ...input, onLimit: 'error' }));
    return { type: 'model', data: { analysis: offsetsAsSent(analysis, input.lyrics), cached } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { reason, detail, retryAfterMs } = error;
    const retry_after_seconds = retryAfterMs === undefined ? null : Math.ceil(retryAfterMs / 1000);
    return { type: 'degraded', data: { reason, detail, retry_after_seconds } };
  }
}
