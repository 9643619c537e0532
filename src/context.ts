import type { Config, ModelPrice } from './config.ts';
import type { Sql } from './db/client.ts';
import type { Cache } from './lib/cache.ts';
import type { Clock, Random } from './lib/clock.ts';
import type { Job } from './lib/jobs.ts';
import type { LineLedger } from './lib/line-ledger.ts';
import type { Logger } from './lib/logger.ts';
import type { MetricRecorder } from './lib/metrics/recorder.ts';
import type { MetricStore } from './lib/metrics/store.ts';
import type { Breaker } from './lib/resilience/breaker.ts';
import type { ModelBudget } from './lib/resilience/model-budget.ts';
import type { SharedState } from './lib/resilience/shared-state.ts';
import type { ChatModel, Embedder } from './llm/types.ts';
import type { Lexicon } from './lyrics/phonetics/lexicon.ts';
import type { SongHashes } from './redis/song-hashes.ts';
import type { GeniusSource } from './sources/genius/source.ts';
import type { SpotifySource } from './sources/spotify/source.ts';

/** Who asks: it decides what a verb allows and what the audit log says. */
export type Actor =
  /** `caller` is whose limits and budgets count: services/access/caller-of.ts makes it. */
  | { type: 'anonymous'; caller: string }
  | { type: 'admin' }
  | { type: 'system'; job: string }
  | { type: 'operator' };

/** The upstreams that have a breaker of their own. */
export const UPSTREAMS = [
  'genius-api',
  'genius-web',
  'spotify',
  'reccobeats',
  'llm',
  'llm-fallback',
  'embeddings',
] as const;
export type Upstream = (typeof UPSTREAMS)[number];

/** A chat model behind a breaker of its own, with what may be asked of it and what that costs. */
export interface ChatUpstream {
  readonly name: Extract<Upstream, 'llm' | 'llm-fallback'>;
  readonly chat: ChatModel;
  /** Shared by models of one server. */
  readonly budget: ModelBudget;
  /** Null where nobody said. */
  readonly price: ModelPrice | null;
}

export interface JobQueue {
  /** Sends messages, optionally later, a hundred to a call: each hundred whole or not at all. */
  send(jobs: readonly Job[], delaySeconds?: number): Promise<void>;
}

/** Everything a verb may use, made anew for every invocation by the container. */
export interface ServiceContext {
  readonly config: Config;
  readonly requestId: string;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly metrics: MetricRecorder;
  readonly metricStore: MetricStore;
  readonly sql: Sql;
  readonly cache: Cache;
  readonly songHashes: SongHashes;
  readonly state: SharedState;
  readonly lineLedger: LineLedger;
  readonly breaker: (upstream: Upstream) => Breaker;
  /** Null where the model is not configured. */
  readonly embedder: Embedder | null;
  /** Of the model that is to take over; null where no change is under way. */
  readonly nextEmbedder: Embedder | null;
  /** In the order in which they are asked; empty where none is configured. */
  readonly chatModels: readonly ChatUpstream[];
  readonly lexicon: Lexicon;
  readonly genius: GeniusSource;
  /** Null where Spotify is not configured. */
  readonly spotify: SpotifySource | null;
  readonly queues: { readonly ingest: JobQueue; readonly analysis: JobQueue };
  /** Keeps the invocation alive until the work ends, without holding up the answer. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}
