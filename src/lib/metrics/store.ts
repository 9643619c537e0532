import type { MetricDelta } from './recorder.ts';

/** Where counters accumulate over all isolates. */
export interface MetricStore {
  /** One round trip; throws when the store is gone. */
  add(deltas: readonly MetricDelta[]): Promise<void>;
  read(): Promise<Record<string, number>>;
}
