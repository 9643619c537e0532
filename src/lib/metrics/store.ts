/** A field of the metrics hash and the amount to add to it. */
export interface MetricDelta {
  field: string;
  by: number;
}

/** Counts that are sent together. An isolate numbers its batches from 1. */
export interface MetricBatch {
  readonly isolate: string;
  readonly number: number;
  readonly deltas: readonly MetricDelta[];
}

/** Where the counters of all isolates accumulate. */
export interface MetricStore {
  /**
   * Adds a batch once, however often it is sent: after a failure nobody knows whether it arrived. Batches of an isolate
   * come in order. One round trip; throws if the store is unavailable.
   */
  add(batch: MetricBatch): Promise<void>;
  /** All counts so far, by field. */
  read(): Promise<Record<string, number>>;
  /** Counts of the last hour of the series that keep it, with a resolution of five minutes. */
  readLastHour(): Promise<Record<string, number>>;
}

/** All that `/metrics` shows of Redis, read together. */
export interface MetricScrape {
  readonly counts: Record<string, number>;
  readonly lastHour: Record<string, number>;
  /** The answer to INFO; null where it is refused. */
  readonly info: string | null;
  /** Values of the shared state by the names that were asked for. */
  readonly state: ReadonlyMap<string, string | null>;
}
