import { type Config, readConfig } from '../config.ts';
import type { Actor, ServiceContext } from '../context.ts';
import type { Env } from '../env.ts';
import { systemRandom } from '../lib/clock.ts';
import { describeError } from '../lib/errors.ts';
import { createQueue } from '../lib/job-queue.ts';
import { withLocalLedger } from '../lib/line-ledger.ts';
import { createLogger } from '../lib/logger.ts';
import { noMetrics } from '../lib/metrics/recorder.ts';
import type { MetricStore } from '../lib/metrics/store.ts';
import { createBreaker } from '../lib/resilience/breaker.ts';
import { VERSION } from '../lib/version.ts';
import { createRedis, type RedisClient, TIMEOUT_MS } from '../redis/client.ts';
import { createRedisLineLedger } from '../redis/line-ledger.ts';
import { createMetricStore, noMetricStore } from '../redis/metric-store.ts';
import { createScrape } from '../redis/scrape-store.ts';
import { createRedisState, withFallback } from '../redis/shared-state.ts';
import { createSongHashes, noSongHashes } from '../redis/song-hashes.ts';
import { createSources, type Sources } from '../sources/create-sources.ts';
import { createCache } from './cache.ts';
import { createChatUpstreams } from './chat-upstreams.ts';
import type { Invocation } from './invocation.ts';
import type { Isolate } from './isolate.ts';
import { openEmbedder } from './open-embedder.ts';
import { openReplicas, openStaleReads } from './open-replicas.ts';
import { openSql } from './open-sql.ts';
import { createLimiter } from './rate-limiter.ts';

/** A queue waits for an invocation's background work before it delivers more, and a command for its end. */
const flushesAtEnd = ({ type }: Actor): boolean => type === 'system' || type === 'operator';

/** The parts that an invocation has used. */
type Made = { -readonly [K in keyof ServiceContext]?: ServiceContext[K] } & {
  redis?: RedisClient;
  sources?: Sources;
  ownMetricStore?: MetricStore;
};

/**
 * The context of one invocation. Each part is made at its first use: a request pays for what it uses. A context that
 * inherits from this one shares its parts.
 */
export class InvocationContext implements ServiceContext {
  readonly config: Config;
  readonly requestId: string;
  readonly actor: Actor;
  readonly random = systemRandom;
  readonly waitUntil: ServiceContext['waitUntil'];
  readonly invocation: Invocation;
  readonly isolate: Isolate;
  readonly made: Made = {};
  readonly clock: Isolate['clock'];
  readonly engineVersion: string;
  readonly queryVectors: Isolate['queryVectors'];
  readonly knownKeys: Isolate['knownKeys'];

  constructor(invocation: Invocation, isolate: Isolate) {
    this.config = readConfig(invocation.env as Env);
    this.requestId = invocation.requestId;
    this.actor = typeof invocation.actor === 'function' ? invocation.actor(this.config) : invocation.actor;
    this.waitUntil = invocation.waitUntil;
    this.invocation = invocation;
    this.isolate = isolate;
    this.clock = isolate.clock;
    this.engineVersion = isolate.engineVersion;
    this.queryVectors = isolate.queryVectors;
    this.knownKeys = isolate.knownKeys;
  }

  get lexicon() {
    return this.isolate.lexicon();
  }

  get generalModel() {
    const { env } = this.invocation;
    return () => this.isolate.generalModel(env.ASSETS);
  }

  get log() {
    const { logLevel, redact } = this.config;
    this.made.log ??= createLogger(logLevel, { request_id: this.requestId }, redact);
    return this.made.log;
  }

  /** Null if none is configured. */
  get redis(): RedisClient | null {
    if (this.config.redis === null) return null;
    this.made.redis ??= createRedis(this.config.redis, TIMEOUT_MS, this.isolate.redisPause);
    return this.made.redis;
  }

  get metrics() {
    this.made.metrics ??=
      this.config.redis === null
        ? noMetrics
        : this.isolate.metricsOf(this.config).record({
            store: () => this.ownMetricStore,
            log: this.log,
            waitUntil: flushesAtEnd(this.actor) ? null : this.waitUntil,
          });
    return this.made.metrics;
  }

  get ownMetricStore(): MetricStore {
    this.made.ownMetricStore ??=
      this.redis === null ? noMetricStore : createMetricStore(this.redis, this.clock);
    return this.made.ownMetricStore;
  }

  get metricStore() {
    this.made.metricStore ??= this.isolate
      .metricsOf(this.config)
      .readThrough({ store: () => this.ownMetricStore, log: this.log });
    return this.made.metricStore;
  }

  get scrapeRedis() {
    return this.config.redis && createScrape(this.config.redis, this.clock);
  }

  get state() {
    this.made.state ??=
      this.redis === null
        ? this.isolate.state
        : withFallback(createRedisState(this.redis), this.isolate.state, (operation, error) =>
            this.noteFallback(operation, error),
          );
    return this.made.state;
  }

  get lineLedger() {
    this.made.lineLedger ??=
      this.redis === null
        ? this.isolate.lineLedger
        : withLocalLedger(createRedisLineLedger(this.redis), this.isolate.lineLedger, (error) =>
            this.noteFallback('take_lines', error),
          );
    return this.made.lineLedger;
  }

  get limiter() {
    this.made.limiter ??= createLimiter(this.redis, this.isolate, (error) =>
      this.noteFallback('limit_rate', error),
    );
    return this.made.limiter;
  }

  /** Only a request has a limit; `limitRate` puts it in the place of this. */
  readonly admitted = async (): Promise<void> => {};

  get signal() {
    return this.invocation.signal?.() ?? null;
  }

  get breaker() {
    this.made.breaker ??= (upstream) => createBreaker(upstream, this);
    return this.made.breaker;
  }

  get cache() {
    this.made.cache ??= createCache(this, this.isolate.redisPause);
    return this.made.cache;
  }

  get songHashes() {
    this.made.songHashes ??= this.redis === null ? noSongHashes : createSongHashes(this.redis, this.log);
    return this.made.songHashes;
  }

  get sql() {
    this.made.sql ??= openSql(this, this.config.database, this.isolate.inFlight.database);
    return this.made.sql;
  }

  get replicas() {
    this.made.replicas ??= openReplicas(this, this.isolate.inFlight.database);
    return this.made.replicas;
  }

  get staleSql() {
    const { place } = this.invocation;
    this.made.staleSql ??= openStaleReads(this, this.isolate.replicaRestOf, place?.() ?? null);
    return this.made.staleSql;
  }

  get embedder() {
    this.made.embedder ??= openEmbedder(this.config.embeddings, this.isolate.inFlight.embeddings);
    return this.made.embedder;
  }

  get nextEmbedder() {
    this.made.nextEmbedder ??= openEmbedder(this.config.nextEmbeddings, this.isolate.inFlight.embeddings);
    return this.made.nextEmbedder;
  }

  get chatModels() {
    this.made.chatModels ??= createChatUpstreams(this.config.llm, this);
    return this.made.chatModels;
  }

  get backups() {
    return this.invocation.env.BACKUPS ?? null;
  }

  get queues() {
    const { INGEST_QUEUE, ANALYSIS_QUEUE } = this.invocation.env;
    this.made.queues ??= {
      ingest: createQueue('INGEST_QUEUE', INGEST_QUEUE),
      analysis: createQueue('ANALYSIS_QUEUE', ANALYSIS_QUEUE),
    };
    return this.made.queues;
  }

  get sources(): Sources {
    const { config, clock, state, breaker } = this;
    this.made.sources ??= createSources({
      config,
      version: VERSION,
      clock,
      state,
      pace: this.isolate.pace,
      breaker,
    });
    return this.made.sources;
  }

  get genius() {
    return this.sources.genius;
  }

  get spotify() {
    return this.sources.spotify;
  }

  private noteFallback(operation: string, error: unknown): void {
    this.isolate.redisPause.note(error);
    this.metrics.count('barline_redis_fallback_total', { operation });
    this.log.warn('redis failed, using the memory of this isolate', {
      operation,
      error: describeError(error),
    });
  }
}
