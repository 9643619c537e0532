import { exactText } from '../../lyrics/text/exact-text.ts';
import { offsetsAsSent } from '../../lyrics/text/sent-offsets.ts';
import { type AnalysisContext, analyzeText } from './analyze-text.ts';
import type { AnalyzerChoice } from './analyzers/registry.ts';

/** How long an interactive request waits for a model; a queue job waits longer. */
const TIMEOUT_MS = 20_000;

export interface AnalyzeLyricsInput {
  lyrics: string;
  analyzer: AnalyzerChoice;
  temperature: number;
  useCache: boolean;
  /** Whether the engine replaces a model that does not answer, or the failure is returned. */
  onLimit: 'fallback' | 'error';
}

/** Analyses a caller's text. Offsets in the answer refer to the text as it was sent. */
export async function analyzeLyrics(ctx: AnalysisContext, input: AnalyzeLyricsInput) {
  const started = ctx.clock.now();
  const { analysis, cached } = await analyzeText(ctx, toTextInput(input));
  return {
    success: true as const,
    analysis: offsetsAsSent(analysis, input.lyrics),
    cached,
    timestamp: new Date(ctx.clock.now()).toISOString(),
    processing_time_ms: ctx.clock.now() - started,
  };
}

/** The request to `analyzeText` for an interactive caller. */
export function toTextInput({ lyrics, analyzer, temperature, useCache, onLimit }: AnalyzeLyricsInput) {
  return {
    text: exactText(lyrics),
    choice: analyzer,
    temperature,
    useCache,
    timeoutMs: TIMEOUT_MS,
    priority: 'interactive' as const,
    onLimit,
    track: null,
  };
}
