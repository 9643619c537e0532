import { BUCKETS_SECONDS } from '../../lib/metrics/definitions.ts';

export interface Series {
  name: string;
  labels: [string, string][];
  /** For a histogram: an upper bound or `sum_us`; empty for a counter. */
  part: string;
  value: number;
}

/** The counters' hash as series: a field is `name|label=value,…|part`. */
export function readSeries(fields: Readonly<Record<string, number>>): Series[] {
  return Object.entries(fields).map(([field, value]) => {
    const [name = '', labels = '', part = ''] = field.split('|');
    const pairs = labels === '' ? [] : labels.split(',').map(toPair);
    return { name, labels: pairs, part, value };
  });
}

function toPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/** The series of this name with these label values. */
export function selectSeries(
  series: readonly Series[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Series[] {
  const wanted = Object.entries(labels);
  return series.filter((one) => {
    const own = new Map(one.labels);
    return one.name === name && wanted.every(([key, value]) => own.get(key) === value);
  });
}

export function sumOf(series: readonly Series[]): number {
  return series.reduce((sum, { value }) => sum + value, 0);
}

/** The counts of each bucket of a histogram series, not cumulative; the bucket above the last bound comes last. */
export function bucketCounts(series: readonly Series[]): number[] {
  return [...BUCKETS_SECONDS.map(String), '+Inf'].map((bound) =>
    sumOf(series.filter(({ part }) => part === bound)),
  );
}
