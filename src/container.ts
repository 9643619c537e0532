import type { Config } from './config.ts';
import type { Invocation } from './container/invocation.ts';
import { InvocationContext } from './container/invocation-context.ts';
import type { Isolate } from './container/isolate.ts';
import { tellFaults } from './container/tell-faults.ts';
import type { ServiceContext } from './context.ts';
import type { ReplicaRest } from './db/stale-reads.ts';
import type { Bindings } from './env.ts';
import { KEY_COPY_MS } from './lib/api-key.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { AppError } from './lib/errors.ts';
import { createLocalLineLedger } from './lib/line-ledger.ts';
import { GATHERING_MS, type GatheredMetrics, gatherMetrics } from './lib/metrics/gather-metrics.ts';
import { createRecentValues } from './lib/recent-values.ts';
import type { Region } from './lib/regions.ts';
import { limitInFlight } from './lib/resilience/limit-in-flight.ts';
import { createLocalLimiter } from './lib/resilience/local-limiter.ts';
import { createLocalState } from './lib/resilience/local-state.ts';
import { type Lexicon, openLexicon } from './lyrics/phonetics/lexicon.ts';
import { type GeneralModel, openGeneralModel } from './ml/compose/general-model.ts';
import { RedisPause } from './redis/pause.ts';
import { BlockedCallers } from './redis/rate-limiter.ts';
import { createSendPace } from './sources/send-pace.ts';

/** What is built beside the code. */
export interface EngineAssets {
  /** The compiled lexicon. */
  lexicon: ArrayBuffer;
  /** `engine-` and a hash of everything that the engine's answers depend on. */
  engineVersion: string;
}

export interface ContainerOptions {
  clock?: Clock;
  /** For how long an isolate gathers counts before a request sends them. */
  metricsGatheringMs?: number;
}

/** Of 1,536 dimensions, so many vectors take 6 MB of an isolate's 128. */
const QUERY_VECTORS = { maxEntries: 500, ttlMs: 60_000 };

/** Requests of one isolate at once; a person's take well under a second, so that more mean an upstream in trouble. */
const MOST_IN_FLIGHT = { database: 200, embeddings: 50 };

/** A copy takes less than a kilobyte. */
const KNOWN_KEYS = { maxEntries: 2000, ttlMs: KEY_COPY_MS };

/** The composer's model is a static asset, because the script has no room for it. */
async function readGeneralModel(assets: Bindings['ASSETS']): Promise<GeneralModel> {
  try {
    const asset = await assets?.fetch('https://assets.invalid/compose.json');
    if (!asset?.ok) throw new AppError('CONFIG_INVALID', 'The static asset compose.json is not deployed.');
    return openGeneralModel(await asset.arrayBuffer());
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('UPSTREAM_UNAVAILABLE', 'The static asset compose.json cannot be read.', {
      cause,
      upstream: 'assets',
    });
  }
}

/**
 * The composition root: environment → configuration → one context per invocation. No connection is opened before it is
 * used, and no client outlives its invocation, because a Worker may not do I/O for another request.
 */
export function createContainer(
  assets: EngineAssets,
  { clock = systemClock, metricsGatheringMs = GATHERING_MS }: ContainerOptions = {},
): (invocation: Invocation) => ServiceContext {
  let lexicon: Lexicon | undefined;
  let general: GeneralModel | undefined;
  // By configuration, because counts belong to the Redis that it names.
  const gathered = new WeakMap<Config, GatheredMetrics>();
  const told = new WeakSet<Config>();
  const replicaRests = new Map<Region, ReplicaRest>();
  const isolate: Isolate = {
    clock,
    engineVersion: assets.engineVersion,
    lexicon: () => {
      lexicon ??= openLexicon(assets.lexicon);
      return lexicon;
    },
    generalModel: async (given) => {
      general ??= await readGeneralModel(given);
      return general;
    },
    state: createLocalState(clock),
    lineLedger: createLocalLineLedger(),
    limiter: createLocalLimiter(clock),
    blocked: new BlockedCallers(),
    limiterRest: { until: 0 },
    redisPause: new RedisPause(clock),
    inFlight: {
      database: limitInFlight('database', MOST_IN_FLIGHT.database, 'DATABASE_UNAVAILABLE'),
      embeddings: limitInFlight('embeddings', MOST_IN_FLIGHT.embeddings, 'UPSTREAM_UNAVAILABLE'),
    },
    replicaRestOf: (region) => {
      const rest = replicaRests.get(region) ?? { until: 0 };
      replicaRests.set(region, rest);
      return rest;
    },
    pace: createSendPace(),
    queryVectors: createRecentValues<readonly number[]>(clock, QUERY_VECTORS),
    knownKeys: createRecentValues(clock, KNOWN_KEYS),
    metricsOf: (config) => {
      const metrics = gathered.get(config) ?? gatherMetrics(clock, metricsGatheringMs);
      gathered.set(config, metrics);
      return metrics;
    },
  };
  return (invocation) => {
    const ctx = new InvocationContext(invocation, isolate);
    tellFaults(ctx, told);
    return ctx;
  };
}
