/** One figure of the server, as a line of the text that Prometheus reads. */
export interface Metric {
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

const LINE = /^(\w+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /\b(\w+)="((?:[^"\\]|\\.)*)"/g;

const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter));

/** Reads Prometheus text, version 0.0.4; comments, and lines that are none of it, are left out. */
export function readMetrics(text: string): Metric[] {
  return text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = LINE.exec(line) ?? [];
    const number = Number(value);
    if (name === undefined || Number.isNaN(number)) return [];
    const pairs = Array.from(labels.matchAll(LABEL), ([, key = '', one = '']) => [key, unescaped(one)]);
    return [{ name, labels: Object.fromEntries(pairs), value: number }];
  });
}

/** The metrics of a name, those that have all of `labels`. */
export function metricsOf(
  metrics: readonly Metric[],
  name: string,
  labels: Metric['labels'] = {},
): readonly Metric[] {
  return metrics.filter(
    (one) => one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value),
  );
}

/** Their sum; null if there is none, which is not the same as zero. */
export function sumOf(metrics: readonly Metric[]): number | null {
  return metrics.length === 0 ? null : metrics.reduce((sum, { value }) => sum + value, 0);
}

/** The sums of metrics by one of their labels, in the order in which its values first come. */
export function sumsBy(metrics: readonly Metric[], label: string): [value: string, sum: number][] {
  const groups = Map.groupBy(metrics, ({ labels }) => labels[label] ?? '');
  return Array.from(groups, ([value, group]) => [value, sumOf(group) ?? 0]);
}
