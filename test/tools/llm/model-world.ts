import type { LocalChat, RequestReport } from '../../../scripts/local/openai/chat-simulator.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import type { Clock } from '../../../src/lib/clock.ts';
import { type Logger, silentLogger } from '../../../src/lib/logger.ts';
import { createMetricRecorder } from '../../../src/lib/metrics/recorder.ts';
import { createBreaker } from '../../../src/lib/resilience/breaker.ts';
import { createLocalState } from '../../../src/lib/resilience/local-state.ts';
import { createChatModel } from '../../../src/llm/chat.ts';
import type { Analysis } from '../../../src/lyrics/contract.ts';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { type AnalysisContext, analyzeText } from '../../../src/services/analysis/analyze-text.ts';
import type { AnalyzerChoice } from '../../../src/services/analysis/choose-analyzer.ts';

const lexicon = openLexicon(await readLexicon());

export interface ModelWorld {
  ctx: AnalysisContext;
  /** Every sleep that was asked for; none was slept. */
  sleeps: number[];
  /** What was cached, and for how long. */
  cached: { value: Analysis; ttlSeconds: number }[];
  advance(ms: number): void;
  analyze(
    text: string,
    options?: { choice?: AnalyzerChoice; temperature?: number; timeoutMs?: number },
  ): Promise<Analysis>;
}

/** Real time that jumps over every sleep. */
function jumpingClock(sleeps: number[]): Clock & { advance(ms: number): void } {
  let ahead = 0;
  return {
    now: () => performance.timeOrigin + performance.now() + ahead,
    sleep: async (ms) => {
      sleeps.push(ms);
      ahead += ms;
    },
    advance: (ms) => {
      ahead += ms;
    },
  };
}

/** Everything an analysis needs, around a chat model; without one the model is not configured. */
export function openModelWorld(
  chat: Pick<LocalChat, 'baseUrl' | 'apiKey' | 'model'> | null,
  log: Logger = silentLogger,
): ModelWorld {
  const sleeps: number[] = [];
  const cached: ModelWorld['cached'] = [];
  const clock = jumpingClock(sleeps);
  const state = createLocalState(clock);
  const ctx: AnalysisContext = {
    sql: { query: async () => [], batch: async () => [] },
    cache: {
      get: async () => null,
      set: async (_area, _id, value, ttlSeconds) => {
        cached.push({ value: value as Analysis, ttlSeconds });
      },
      remove: async () => {},
    },
    lexicon,
    chat: chat && createChatModel(chat),
    breaker: (upstream) => createBreaker(upstream, { state, clock }),
    clock,
    random: () => 0.5,
    state,
    log,
    metrics: createMetricRecorder(),
  };
  return {
    ctx,
    sleeps,
    cached,
    advance: clock.advance,
    analyze: async (text, { choice = 'qwen', temperature = 0.1, timeoutMs = 20_000 } = {}) =>
      (await analyzeText(ctx, { text, choice, temperature, useCache: true, timeoutMs, track: null }))
        .analysis,
  };
}

export interface SentMessage {
  role: string;
  content: string;
}

/** The messages of a recorded request. */
export function messagesOf(request: RequestReport['recent'][number] | undefined): SentMessage[] {
  return (request?.body as { messages: SentMessage[] } | undefined)?.messages ?? [];
}
