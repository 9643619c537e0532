import { type AnalysisContext, analyzeText } from './analyze-text.ts';
import type { AnalyzerChoice } from './choose-analyzer.ts';

/** A person waits this long for a model; a queue longer. */
const TIMEOUT_MS = 20_000;

export interface AnalyzeLyricsInput {
  lyrics: string;
  analyzer: AnalyzerChoice;
  temperature: number;
  useCache: boolean;
}

/** Analyses a text that somebody sent. */
export async function analyzeLyrics(ctx: AnalysisContext, input: AnalyzeLyricsInput) {
  const started = ctx.clock.now();
  const { analysis, cached } = await analyzeText(ctx, {
    text: input.lyrics.normalize('NFC').replaceAll(/\r\n?/g, '\n'),
    choice: input.analyzer,
    temperature: input.temperature,
    useCache: input.useCache,
    timeoutMs: TIMEOUT_MS,
    track: null,
  });
  return {
    success: true as const,
    analysis,
    cached,
    timestamp: new Date(ctx.clock.now()).toISOString(),
    processing_time_ms: ctx.clock.now() - started,
  };
}
