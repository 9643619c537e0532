import type { MetricDelta } from './recorder.ts';

/** Where the counters of all isolates accumulate. */
export interface MetricStore {
  /** One round trip; throws if the store is unavailable. */
  add(deltas: readonly MetricDelta[]): Promise<void>;
  /** All counts so far, by field. */
  read(): Promise<Record<string, number>>;
  /** Counts of the last hour, with a resolution of five minutes. */
  readLastHour(): Promise<Record<string, number>>;
}
