import type { MetricDelta } from './recorder.ts';

/** Where counters accumulate over all isolates. */
export interface MetricStore {
  /** One round trip; throws when the store is gone. */
  add(deltas: readonly MetricDelta[]): Promise<void>;
  /** Everything counted so far, by field. */
  read(): Promise<Record<string, number>>;
  /** What was counted in the last hour, to five minutes. */
  readLastHour(): Promise<Record<string, number>>;
}
