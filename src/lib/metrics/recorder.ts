import { BUCKETS_SECONDS, type Labels, type METRICS, type MetricName } from './definitions.ts';

type Of<K extends 'counter' | 'histogram'> = {
  [N in MetricName]: (typeof METRICS)[N]['kind'] extends K ? N : never;
}[MetricName];

/** Takes counts without I/O. */
export interface MetricCounter {
  count<N extends Of<'counter'>>(name: N, labels: Labels<N>, by?: number): void;
  observe<N extends Of<'histogram'>>(name: N, labels: Labels<N>, seconds: number): void;
}

/** The counts of one invocation, gathered with those of its isolate. */
export interface MetricRecorder extends MetricCounter {
  /** Sends what the isolate has gathered now. Never rejects: what cannot be sent is kept and logged. */
  flush(): Promise<void>;
}

const SEPARATORS = /[|,=\n]/g;

/** `name|label=value,…|`: labels sorted, so that one series is one field. */
function seriesPrefix(name: string, labels: Record<string, string>): string {
  const names = Object.keys(labels);
  if (names.length > 1) names.sort();
  const pairs = names.map((key) => `${key}=${(labels[key] ?? '').replaceAll(SEPARATORS, '_')}`);
  return `${name}|${pairs.join(',')}|`;
}

/** The field of a series; a histogram's has a part: an upper bound or `sum_us`. */
export const seriesField = (name: string, labels: Record<string, string>, part = ''): string =>
  seriesPrefix(name, labels) + part;

/** Turns counts into amounts of fields. How many values a histogram holds is the sum of its buckets. */
export function createMetricCounter(add: (field: string, by: number) => void): MetricCounter {
  return {
    count: (name, labels, by = 1) => add(seriesPrefix(name, labels), by),
    observe: (name, labels, seconds) => {
      const prefix = seriesPrefix(name, labels);
      const bound = BUCKETS_SECONDS.find((upper) => seconds <= upper);
      add(prefix + (bound ?? '+Inf'), 1);
      // Microseconds, because a whole number is added exactly.
      add(`${prefix}sum_us`, Math.round(seconds * 1e6));
    },
  };
}

/** Counts nothing: without a store nothing could be shown. */
export const noMetrics: MetricRecorder = {
  count: () => undefined,
  observe: () => undefined,
  flush: async () => {},
};
