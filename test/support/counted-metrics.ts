import { createMetricCounter, type MetricRecorder } from '../../src/lib/metrics/recorder.ts';

export interface CountedMetrics {
  metrics: MetricRecorder;
  /** All counts so far, by field. */
  counted: Map<string, number>;
}

/** A recorder that keeps its counts, and has nowhere to send them. */
export function countMetrics(): CountedMetrics {
  const counted = new Map<string, number>();
  const counter = createMetricCounter((field, by) => counted.set(field, (counted.get(field) ?? 0) + by));
  return { metrics: { ...counter, flush: async () => {} }, counted };
}
