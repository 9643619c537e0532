import type { LocalChat, RequestReport } from '../../scripts/local/openai/chat-simulator.ts';
import { readEngineAssets } from '../../scripts/read-lexicon.ts';
import type { ModelPrice } from '../../src/config.ts';
import type { ChatUpstream } from '../../src/context.ts';
import type { Statement } from '../../src/db/client.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { type Logger, silentLogger } from '../../src/lib/logger.ts';
import { createBreaker } from '../../src/lib/resilience/breaker.ts';
import { createLocalState } from '../../src/lib/resilience/local-state.ts';
import { createModelBudget } from '../../src/lib/resilience/model-budget.ts';
import type { SharedState } from '../../src/lib/resilience/shared-state.ts';
import { createSpendBudget } from '../../src/lib/resilience/spend-budget.ts';
import { createChatModel } from '../../src/llm/chat.ts';
import type { Analysis } from '../../src/lyrics/contract.ts';
import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { noCache } from '../../src/redis/cache.ts';
import {
  type AnalysisContext,
  type AnalyzeTextInput,
  analyzeText,
} from '../../src/services/analysis/analyze-text.ts';
import { countMetrics } from './counted-metrics.ts';

const assets = await readEngineAssets();
const lexicon = openLexicon(assets.lexicon);

export interface ModelWorld {
  ctx: AnalysisContext;
  /** Every sleep that was requested; none really waits. */
  sleeps: number[];
  /** What was cached, and for how long. */
  cached: { value: Analysis; ttlSeconds: number }[];
  /** Every statement that was sent to the database, which holds nothing. */
  statements: Statement[];
  /** What was counted, by field. */
  counted: ReadonlyMap<string, number>;
  advance(ms: number): void;
  analyze(text: string, options?: AskOptions): Promise<Analysis>;
}

type AskOptions = Partial<Omit<AnalyzeTextInput, 'text' | 'track'>>;
type Endpoint = Pick<LocalChat, 'baseUrl' | 'apiKey' | 'model'>;

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

/** Everything an analysis needs, around chat models in the order in which they are asked. */
export function openModelWorld(
  models: readonly Endpoint[],
  given: {
    log?: Logger;
    price?: ModelPrice | null;
    /** US dollars a day. */
    budgetUsd?: number;
    clock?: Clock;
    state?: SharedState;
  } = {},
): ModelWorld {
  const { log = silentLogger, price = null } = given;
  const sleeps: number[] = [];
  const cached: ModelWorld['cached'] = [];
  const memory = new Map<string, { note: unknown; value: unknown }>();
  const statements: Statement[] = [];
  const { metrics, counted } = countMetrics();
  const jumping = jumpingClock(sleeps);
  const clock = given.clock ?? jumping;
  const state = given.state ?? createLocalState(clock);
  const upstream = (endpoint: Endpoint, name: ChatUpstream['name']): ChatUpstream => ({
    name,
    chat: createChatModel(endpoint),
    budget: createModelBudget(name, { state, clock }),
    spend: given.budgetUsd === undefined ? null : createSpendBudget(given.budgetUsd, { state, clock }),
    price,
  });
  const ctx: AnalysisContext = {
    sql: {
      query: async (statement) => {
        statements.push(statement);
        return [];
      },
      batch: async (list) => {
        statements.push(...list);
        return list.map(() => [{ id: statements.length }]);
      },
    },
    cache: {
      ...noCache,
      readKept: async (_area, id, { note, value }) => {
        const kept = memory.get(id);
        return kept === undefined ? null : { note: note.parse(kept.note), value: value.parse(kept.value) };
      },
      setKept: async (_area, id, answer, ttlSeconds) => {
        memory.set(id, answer);
        cached.push({ value: answer.value as Analysis, ttlSeconds });
      },
    },
    lexicon,
    engineVersion: assets.engineVersion,
    chatModels: models.map((endpoint, i) => upstream(endpoint, i === 0 ? 'llm' : 'llm-fallback')),
    breaker: (name) => createBreaker(name, { state, clock }),
    clock,
    random: () => 0.5,
    admitted: async () => undefined,
    state,
    log,
    metrics,
    waitUntil: () => undefined,
  };
  return {
    ctx,
    sleeps,
    cached,
    statements,
    counted,
    advance: jumping.advance,
    analyze: async (text, options = {}) => (await analyzeText(ctx, { ...ASK, ...options, text })).analysis,
  };
}

const ASK = {
  choice: 'qwen',
  temperature: 0.1,
  useCache: false,
  timeoutMs: 20_000,
  priority: 'interactive',
  onLimit: 'fallback',
  track: null,
} as const;

export interface SentMessage {
  role: string;
  content: string;
}

/** The messages of a recorded request. */
export function messagesOf(request: RequestReport['recent'][number] | undefined): SentMessage[] {
  return (request?.body as { messages: SentMessage[] } | undefined)?.messages ?? [];
}
