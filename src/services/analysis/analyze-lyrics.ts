import { exactText } from '../../lyrics/text/exact-text.ts';
import { offsetsAsSent } from '../../lyrics/text/sent-offsets.ts';
import { type AnalysisContext, analyzeText } from './analyze-text.ts';
import type { AnalyzerChoice } from './analyzers/registry.ts';

/** A person waits this long for a model; a queue longer. */
const TIMEOUT_MS = 20_000;

export interface AnalyzeLyricsInput {
  lyrics: string;
  analyzer: AnalyzerChoice;
  temperature: number;
  useCache: boolean;
  /** Whether the engine stands in for a model that does not answer, or the failure is the answer. */
  onLimit: 'fallback' | 'error';
}

/** Analyses a text that somebody sent. Offsets in the answer point into the text as it was sent. */
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

/** What `analyzeText` is asked for a person. */
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
