import type { MetricBatch } from './store.ts';

/** What an isolate has counted and not sent; its size is bounded by the number of series. */
export interface MetricBuffer {
  add(field: string, by: number): void;
  /** The batch that was taken and not settled: it may have arrived, and must be sent again as it is. */
  unsettled(): MetricBatch | null;
  /** What was counted since the last batch, as the next one; null if that is nothing, or a batch is unsettled. */
  take(): MetricBatch | null;
  /** Forgets a batch that has arrived. */
  settle(batch: MetricBatch): void;
}

/** `nameIsolate` is called with the first batch, since a Worker has no randomness while it starts. */
export function createMetricBuffer(nameIsolate: () => string): MetricBuffer {
  let counts = new Map<string, number>();
  let open: MetricBatch | null = null;
  let isolate: string | null = null;
  let number = 0;
  return {
    add: (field, by) => {
      counts.set(field, (counts.get(field) ?? 0) + by);
    },
    unsettled: () => open,
    take: () => {
      if (open !== null || counts.size === 0) return null;
      isolate ??= nameIsolate();
      number += 1;
      open = { isolate, number, deltas: Array.from(counts, ([field, by]) => ({ field, by })) };
      counts = new Map();
      return open;
    },
    settle: (batch) => {
      if (open?.number === batch.number) open = null;
    },
  };
}
