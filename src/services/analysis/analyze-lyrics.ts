import type { DeflatedJson } from '../../lib/deflated-json.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { exactText } from '../../lyrics/text/exact-text.ts';
import { offsetsAsSent } from '../../lyrics/text/sent-offsets.ts';
import { type AnalysisContext, analyzeText, analyzeTextToSend } from './analyze-text.ts';
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

export interface AnalyzedLyrics {
  /** As it is sent if it came from the cache, and offsets in it need not be moved. */
  analysis: Analysis | DeflatedJson;
  cached: boolean;
  timestamp: string;
  processing_time_ms: number;
}

/** Analyses a caller's text. Offsets in the answer refer to the text as it was sent. */
export async function analyzeLyrics(
  ctx: AnalysisContext,
  input: AnalyzeLyricsInput,
): Promise<AnalyzedLyrics> {
  const started = ctx.clock.now();
  const answer = await analyze(ctx, input);
  const now = ctx.clock.now();
  return { ...answer, timestamp: new Date(now).toISOString(), processing_time_ms: now - started };
}

async function analyze(
  ctx: AnalysisContext,
  input: AnalyzeLyricsInput,
): Promise<Pick<AnalyzedLyrics, 'analysis' | 'cached'>> {
  const asked = toTextInput(input);
  if (asked.text === input.lyrics) {
    const answer = await analyzeTextToSend(ctx, asked);
    if ('sent' in answer) return { analysis: answer.sent, cached: true };
    return { analysis: answer.analysis, cached: answer.cached };
  }
  const { analysis, cached } = await analyzeText(ctx, asked);
  return { analysis: offsetsAsSent(analysis, input.lyrics), cached };
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
