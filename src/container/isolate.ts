import type { Config } from '../config.ts';
import type { ServiceContext } from '../context.ts';
import type { Bindings } from '../env.ts';
import type { Clock } from '../lib/clock.ts';
import type { LineLedger } from '../lib/line-ledger.ts';
import type { GatheredMetrics } from '../lib/metrics/gather-metrics.ts';
import type { SharedState } from '../lib/resilience/shared-state.ts';
import type { Lexicon } from '../lyrics/phonetics/lexicon.ts';
import type { GeneralModel } from '../ml/compose/general-model.ts';
import type { SendPace } from '../sources/send-pace.ts';

/** What the invocations of an isolate share: plain data and functions, never a client or a promise. */
export interface Isolate {
  readonly clock: Clock;
  readonly engineVersion: string;
  readonly lexicon: () => Lexicon;
  readonly generalModel: (assets: Bindings['ASSETS']) => Promise<GeneralModel>;
  readonly state: SharedState;
  readonly lineLedger: LineLedger;
  readonly pace: SendPace;
  readonly queryVectors: ServiceContext['queryVectors'];
  readonly knownKeys: ServiceContext['knownKeys'];
  readonly metricsOf: (config: Config) => GatheredMetrics;
}
