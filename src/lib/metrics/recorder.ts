import { BUCKETS_SECONDS, type Labels, type MetricName } from './definitions.ts';

/** A field of the metrics hash and the amount to add to it. */
export interface MetricDelta {
  field: string;
  by: number;
}

type Of<K extends 'counter' | 'histogram'> = {
  [N in MetricName]: typeof import('./definitions.ts').METRICS[N]['kind'] extends K ? N : never;
}[MetricName];

/** Collects the counts of one invocation; the entry point flushes it once, after the answer. */
export interface MetricRecorder {
  count<N extends Of<'counter'>>(name: N, labels: Labels<N>, by?: number): void;
  observe<N extends Of<'histogram'>>(name: N, labels: Labels<N>, seconds: number): void;
  /** The counts since the last drain. */
  drain(): MetricDelta[];
}

/** `name|label=value,…|part`: labels sorted, so that one series is one field. */
export function seriesField(name: string, labels: Record<string, string>, part = ''): string {
  const text = Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value.replaceAll(/[|,=\n]/g, '_')}`)
    .join(',');
  return `${name}|${text}|${part}`;
}

export function createMetricRecorder(): MetricRecorder {
  let deltas = new Map<string, number>();
  const add = (field: string, by: number) => deltas.set(field, (deltas.get(field) ?? 0) + by);
  return {
    count: (name, labels, by = 1) => add(seriesField(name, labels), by),
    observe: (name, labels, seconds) => {
      const bound = BUCKETS_SECONDS.find((upper) => seconds <= upper);
      add(seriesField(name, labels, bound === undefined ? '+Inf' : String(bound)), 1);
      add(seriesField(name, labels, 'count'), 1);
      // Microseconds, because a whole number is added exactly.
      add(seriesField(name, labels, 'sum_us'), Math.round(seconds * 1e6));
    },
    drain: () => {
      const drained = Array.from(deltas, ([field, by]) => ({ field, by }));
      deltas = new Map();
      return drained;
    },
  };
}
