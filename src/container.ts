import { type Config, type ModelConfig, readConfig } from './config.ts';
import type { Actor, ChatUpstream, JobQueue, ServiceContext, Upstream } from './context.ts';
import { createSql, unconfiguredSql } from './db/client.ts';
import type { Bindings, Env } from './env.ts';
import { type Clock, systemClock, systemRandom } from './lib/clock.ts';
import { AppError, describeError } from './lib/errors.ts';
import { createLocalLineLedger, type LineLedger, withLocalLedger } from './lib/line-ledger.ts';
import { createLogger } from './lib/logger.ts';
import { GATHERING_MS, type GatheredMetrics, gatherMetrics } from './lib/metrics/gather-metrics.ts';
import { type MetricRecorder, noMetrics } from './lib/metrics/recorder.ts';
import { createRecentValues } from './lib/recent-values.ts';
import { createBreaker } from './lib/resilience/breaker.ts';
import { createLocalState } from './lib/resilience/local-state.ts';
import { budgetOptions, createModelBudget } from './lib/resilience/model-budget.ts';
import type { SharedState } from './lib/resilience/shared-state.ts';
import { VERSION } from './lib/version.ts';
import { createChatModel } from './llm/chat.ts';
import { createEmbedder } from './llm/embedder.ts';
import { openLexicon } from './lyrics/phonetics/lexicon.ts';
import { type GeneralModel, openGeneralModel } from './ml/compose/general-model.ts';
import { createByteStore } from './redis/byte-store.ts';
import { createRedisCache, noCache } from './redis/cache.ts';
import { createRedis } from './redis/client.ts';
import { createRedisLineLedger } from './redis/line-ledger.ts';
import { createMetricStore, noMetricStore } from './redis/metric-store.ts';
import { createRedisState, withFallback } from './redis/shared-state.ts';
import { createSongHashes, noSongHashes } from './redis/song-hashes.ts';
import { createSources, type Sources } from './sources/create-sources.ts';
import { createSendPace } from './sources/send-pace.ts';

/** What is built beside the code. */
export interface EngineAssets {
  /** The compiled lexicon. */
  lexicon: ArrayBuffer;
  /** `engine-` and a hash of everything that the engine's answers depend on. */
  engineVersion: string;
}

export interface Invocation {
  env: Bindings;
  requestId: string;
  actor: Actor;
  /** Aborted when the client has disconnected. */
  signal?: AbortSignal | null;
  waitUntil: (work: Promise<unknown>) => void;
}

export interface ContainerOptions {
  clock?: Clock;
  /** For how long an isolate gathers counts before a request sends them. */
  metricsGatheringMs?: number;
}

/** Creates the value on first use: a request pays only for what it uses. */
function lazy<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Of 1,536 dimensions, so many vectors take 6 MB of an isolate's 128. */
const QUERY_VECTORS = { maxEntries: 500, ttlMs: 60_000 };
/** The composer's model is a static asset, because the script has no room for it. */
async function readGeneralModel(assets: Bindings['ASSETS']): Promise<GeneralModel> {
  const asset = await assets?.fetch('https://assets.invalid/compose.json');
  if (!asset?.ok) throw new AppError('CONFIG_INVALID', 'The static asset compose.json is not deployed.');
  return openGeneralModel(await asset.arrayBuffer());
}

/** A queue waits for an invocation's background work before it delivers more, and a command for its end. */
const flushesAtEnd = ({ type }: Actor): boolean => type === 'system' || type === 'operator';

/** The number of messages that a queue accepts in one call. */
const MAX_MESSAGES = 100;

function createQueue(name: string, queue: Bindings['INGEST_QUEUE']): JobQueue {
  return {
    send: async (jobs, delaySeconds = 0) => {
      if (queue === undefined) throw new AppError('CONFIG_INVALID', `The queue ${name} is not bound.`);
      for (let i = 0; i < jobs.length; i += MAX_MESSAGES) {
        const messages = jobs.slice(i, i + MAX_MESSAGES).map((body) => ({ body }));
        await queue.sendBatch(messages, { delaySeconds });
      }
    },
  };
}

/** The configured chat models. Models of one server share its rate. */
function createChatModels(
  llm: Config['llm'],
  deps: { state: SharedState; clock: Clock },
): readonly ChatUpstream[] {
  if (llm === null) return [];
  const options = budgetOptions(llm.requestsPerMinute, llm.burst);
  const upstream = (name: ChatUpstream['name'], model: ModelConfig): ChatUpstream => ({
    name,
    chat: createChatModel(model),
    budget: createModelBudget(model.baseUrl === llm.baseUrl ? 'llm' : name, deps, options),
    price: llm.prices[model.model] ?? null,
  });
  return [upstream('llm', llm), ...(llm.fallback === null ? [] : [upstream('llm-fallback', llm.fallback)])];
}

/**
 * The composition root: environment → configuration → one context per invocation. No connection is opened before it is
 * used, and no client outlives its invocation, because a Worker may not do I/O for another request.
 */
export function createContainer(
  assets: EngineAssets,
  { clock = systemClock, metricsGatheringMs = GATHERING_MS }: ContainerOptions = {},
): (invocation: Invocation) => ServiceContext {
  const lexicon = lazy(() => openLexicon(assets.lexicon));
  const localState = createLocalState(clock);
  const localLedger = createLocalLineLedger();
  const pace = createSendPace();
  const queryVectors = createRecentValues<readonly number[]>(clock, QUERY_VECTORS);
  // By configuration, because counts belong to the Redis that it names.
  const gathered = new WeakMap<Config, GatheredMetrics>();
  const gatheredOf = (config: Config): GatheredMetrics => {
    const metrics = gathered.get(config) ?? gatherMetrics(clock, metricsGatheringMs);
    gathered.set(config, metrics);
    return metrics;
  };
  let general: GeneralModel | null = null;

  return function openContext({ env, requestId, actor, signal = null, waitUntil }) {
    const config: Config = readConfig(env as Env);
    const log = createLogger(config.logLevel, { request_id: requestId });
    const redis = lazy(() => (config.redis === null ? null : createRedis(config.redis)));
    const ownMetricStore = lazy(() => {
      const client = redis();
      return client === null ? noMetricStore : createMetricStore(client, clock);
    });
    const metrics: MetricRecorder =
      config.redis === null
        ? noMetrics
        : gatheredOf(config).record({
            store: ownMetricStore,
            log,
            waitUntil: flushesAtEnd(actor) ? null : waitUntil,
          });
    const state = lazy((): SharedState => {
      const client = redis();
      if (client === null) return localState;
      return withFallback(createRedisState(client), localState, (operation, error) => {
        metrics.count('barline_redis_fallback_total', { operation });
        log.warn('redis failed, using the memory of this isolate', {
          operation,
          error: describeError(error),
        });
      });
    });
    const lineLedger = lazy((): LineLedger => {
      const client = redis();
      if (client === null) return localLedger;
      return withLocalLedger(createRedisLineLedger(client), localLedger, (error) => {
        metrics.count('barline_redis_fallback_total', { operation: 'take_lines' });
        log.warn('redis failed, counting lines in this isolate', { error: describeError(error) });
      });
    });
    const breaker = (upstream: Upstream) => createBreaker(upstream, { state: state(), clock });
    const cache = lazy(() => {
      const client = redis();
      if (client === null || config.redis === null) return noCache;
      return createRedisCache({ redis: client, bytes: createByteStore(config.redis), metrics, log });
    });
    const songHashes = lazy(() => {
      const client = redis();
      return client === null ? noSongHashes : createSongHashes(client, log);
    });
    const metricStore = lazy(() => gatheredOf(config).readThrough({ store: ownMetricStore, log }));
    const sql = lazy(() =>
      config.database === null ? unconfiguredSql : createSql({ ...config.database, signal }),
    );
    const embedder = lazy(() => (config.embeddings === null ? null : createEmbedder(config.embeddings)));
    const nextEmbedder = lazy(() =>
      config.nextEmbeddings === null ? null : createEmbedder(config.nextEmbeddings),
    );
    const chatModels = lazy(() => createChatModels(config.llm, { state: state(), clock }));
    const sources = lazy(
      (): Sources => createSources({ config, version: VERSION, clock, state: state(), pace, breaker }),
    );

    return {
      config,
      requestId,
      actor,
      clock,
      engineVersion: assets.engineVersion,
      random: systemRandom,
      log,
      metrics,
      signal,
      waitUntil,
      generalModel: async () => {
        general ??= await readGeneralModel(env.ASSETS);
        return general;
      },
      breaker,
      queryVectors,
      queues: {
        ingest: createQueue('INGEST_QUEUE', env.INGEST_QUEUE),
        analysis: createQueue('ANALYSIS_QUEUE', env.ANALYSIS_QUEUE),
      },
      get sql() {
        return sql();
      },
      get cache() {
        return cache();
      },
      get songHashes() {
        return songHashes();
      },
      get state() {
        return state();
      },
      get lineLedger() {
        return lineLedger();
      },
      get metricStore() {
        return metricStore();
      },
      get embedder() {
        return embedder();
      },
      get nextEmbedder() {
        return nextEmbedder();
      },
      get chatModels() {
        return chatModels();
      },
      get lexicon() {
        return lexicon();
      },
      get genius() {
        return sources().genius;
      },
      get spotify() {
        return sources().spotify;
      },
    };
  };
}
