import type { R2Bucket } from '@cloudflare/workers-types';
import type { Config, ModelPrice } from './config.ts';
import type { Sql } from './db/client.ts';
import type { KeyRow } from './db/queries/api-keys.ts';
import type { Cache } from './lib/cache.ts';
import type { Clock, Random } from './lib/clock.ts';
import type { Job } from './lib/jobs.ts';
import type { LineLedger } from './lib/line-ledger.ts';
import type { Logger } from './lib/logger.ts';
import type { MetricRecorder } from './lib/metrics/recorder.ts';
import type { MetricScrape, MetricStore } from './lib/metrics/store.ts';
import type { RateLimiter } from './lib/rate-limits.ts';
import type { RecentValues } from './lib/recent-values.ts';
import type { Region } from './lib/regions.ts';
import type { Breaker } from './lib/resilience/breaker.ts';
import type { ModelBudget } from './lib/resilience/model-budget.ts';
import type { SharedState } from './lib/resilience/shared-state.ts';
import type { SpendBudget } from './lib/resilience/spend-budget.ts';
import type { Role, Scope } from './lib/scopes.ts';
import type { Upstream } from './lib/upstreams.ts';
import type { ChatModel, Embedder } from './llm/types.ts';
import type { Lexicon } from './lyrics/phonetics/lexicon.ts';
import type { GeneralModel } from './ml/compose/general-model.ts';
import type { SongHashes } from './redis/song-hashes.ts';
import type { GeniusSource } from './sources/genius/source.ts';
import type { SpotifySource } from './sources/spotify/source.ts';

/** The holder of a key, or of ADMIN_TOKEN. */
export interface KeyActor {
  type: 'key';
  /** The public part of the key. */
  id: string;
  /** The id of the first key of its line: a key that replaces another is the same caller. */
  caller: string;
  role: Role;
  scopes: readonly Scope[];
  /** The key's own limit; null: that of its role. */
  requestsPerMinute: number | null;
}

/** The actor of an invocation: decides what a verb allows and is written to the audit log. */
export type Actor =
  /** `address` is an IPv4 address or the /64 of an IPv6 address, as `callerAt` gives it. */
  | { type: 'anonymous'; address: string; scopes: readonly Scope[] }
  | KeyActor
  | { type: 'system'; job: string }
  | { type: 'operator' };

export type { Upstream } from './lib/upstreams.ts';

/** A chat model with its own breaker, its request budget and its prices. */
export interface ChatUpstream {
  readonly name: Extract<Upstream, 'llm' | 'llm-fallback'>;
  readonly chat: ChatModel;
  /** Shared by models of one server. */
  readonly budget: ModelBudget;
  /** The daily cap in money, shared by all models; null: none. */
  readonly spend: SpendBudget | null;
  /** Null if the price is unknown. */
  readonly price: ModelPrice | null;
}

export interface JobQueue {
  /** Sends messages, optionally delayed, a hundred per call: each hundred is sent completely or not at all. */
  send(jobs: readonly Job[], delaySeconds?: number): Promise<void>;
}

/** All dependencies of a verb, created for every invocation by the container. */
export interface ServiceContext {
  readonly config: Config;
  readonly requestId: string;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly metrics: MetricRecorder;
  readonly metricStore: MetricStore;
  /** What `/metrics` shows of Redis and values of the shared state, in one pipeline; null if Redis is not configured. */
  readonly scrapeRedis: ((state: readonly string[]) => Promise<MetricScrape>) | null;
  readonly sql: Sql;
  /** Read replicas, in the order of the configuration. */
  readonly replicas: readonly { readonly region: Region; readonly sql: Sql }[];
  /** What may be a second old is read from the nearest database. Writes reach the primary. */
  readonly staleSql: Sql;
  readonly cache: Cache;
  /** Vectors of the latest queries to this isolate, by a hash of model and text. */
  readonly queryVectors: RecentValues<readonly number[]>;
  /** This isolate's copies of keys by their id; a null row: there was no such key. */
  readonly knownKeys: RecentValues<{ readonly row: KeyRow | null }>;
  readonly songHashes: SongHashes;
  readonly state: SharedState;
  readonly lineLedger: LineLedger;
  readonly limiter: RateLimiter;
  /**
   * Throws RATE_LIMITED if this request is over its caller's limit. It is asked before anything that costs money, so that
   * the answer of the limiter need not be awaited before a cached answer is looked up.
   */
  readonly admitted: () => Promise<void>;
  readonly breaker: (upstream: Upstream) => Breaker;
  /** Null if the model is not configured. */
  readonly embedder: Embedder | null;
  /** The embedder of the new model; null unless a change of models is configured. */
  readonly nextEmbedder: Embedder | null;
  /** In the order in which they are tried; empty if none is configured. */
  readonly chatModels: readonly ChatUpstream[];
  readonly lexicon: Lexicon;
  /** Changes with every rule, table and weight of the engine, and is part of every key of an analysis. */
  readonly engineVersion: string;
  /** What the composer knows without a catalogue, read once an isolate. Throws CONFIG_INVALID if it is not deployed. */
  readonly generalModel: () => Promise<GeneralModel>;
  readonly genius: GeniusSource;
  /** Null if Spotify is not configured. */
  readonly spotify: SpotifySource | null;
  /** Where backups and copies of takedowns are; null if the binding is missing, as for a command without a Worker. */
  readonly backups: R2Bucket | null;
  readonly queues: { readonly ingest: JobQueue; readonly analysis: JobQueue };
  /** Aborted when the client has gone away; null for work that is completed without its client. */
  readonly signal: AbortSignal | null;
  /** Keeps the invocation alive until the work ends, without delaying the answer. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}
