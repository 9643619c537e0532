import type { Config } from '../config.ts';
import type { ServiceContext } from '../context.ts';
import type { ReplicaRest } from '../db/stale-reads.ts';
import type { Bindings } from '../env.ts';
import type { Clock } from '../lib/clock.ts';
import type { LineLedger } from '../lib/line-ledger.ts';
import type { GatheredMetrics } from '../lib/metrics/gather-metrics.ts';
import type { RateLimiter } from '../lib/rate-limits.ts';
import type { Region } from '../lib/regions.ts';
import type { InFlightLimit } from '../lib/resilience/limit-in-flight.ts';
import type { SharedState } from '../lib/resilience/shared-state.ts';
import type { Lexicon } from '../lyrics/phonetics/lexicon.ts';
import type { GeneralModel } from '../ml/compose/general-model.ts';
import type { RedisPause } from '../redis/pause.ts';
import type { BlockedCallers } from '../redis/rate-limiter.ts';
import type { SendPace } from '../sources/send-pace.ts';

/** What the invocations of an isolate share: plain data and functions, never a client or a promise. */
export interface Isolate {
  readonly clock: Clock;
  readonly engineVersion: string;
  readonly lexicon: () => Lexicon;
  readonly generalModel: (assets: Bindings['ASSETS']) => Promise<GeneralModel>;
  readonly state: SharedState;
  readonly lineLedger: LineLedger;
  readonly limiter: RateLimiter;
  /** Callers whom Redis has refused in this window. */
  readonly blocked: BlockedCallers;
  /** Until when the limiter in Redis is not asked, after a failure. */
  readonly limiterRest: { until: number };
  readonly redisPause: RedisPause;
  readonly inFlight: { readonly database: InFlightLimit; readonly embeddings: InFlightLimit };
  readonly replicaRestOf: (region: Region) => ReplicaRest;
  readonly pace: SendPace;
  readonly queryVectors: ServiceContext['queryVectors'];
  readonly knownKeys: ServiceContext['knownKeys'];
  readonly metricsOf: (config: Config) => GatheredMetrics;
}
