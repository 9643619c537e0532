import { BUCKETS_SECONDS, METRICS, type MetricName } from '../../lib/metrics/definitions.ts';
import { readSeries, type Series } from './series.ts';

const escapeLabel = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

function line(name: string, labels: [string, string][], value: number): string {
  const text = labels.map(([key, label]) => `${key}="${escapeLabel(label)}"`).join(',');
  return text === '' ? `${name} ${value}` : `${name}{${text}} ${value}`;
}

function histogramLines(name: string, series: Series[]): string[] {
  const groups = Map.groupBy(series, (one) => JSON.stringify(one.labels));
  return [...groups.values()].flatMap((group) => {
    const labels = group[0]?.labels ?? [];
    const part = (wanted: string) => group.find((one) => one.part === wanted)?.value ?? 0;
    let total = 0;
    const buckets = [...BUCKETS_SECONDS.map(String), '+Inf'].map((bound) => {
      total += part(bound);
      return line(`${name}_bucket`, [...labels, ['le', bound]], total);
    });
    return [
      ...buckets,
      line(`${name}_sum`, labels, part('sum_us') / 1e6),
      line(`${name}_count`, labels, total),
    ];
  });
}

/**
 * The metrics hash as Prometheus text, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). Fields of unknown series are left out.
 */
export function renderExposition(fields: Record<string, number>): string {
  const byName = Map.groupBy(readSeries(fields), (one) => one.name);
  const lines = (Object.keys(METRICS) as MetricName[]).flatMap((name) => {
    const series = byName.get(name);
    if (series === undefined) return [];
    const { kind, help } = METRICS[name];
    const body =
      kind === 'histogram'
        ? histogramLines(name, series)
        : series.map((one) => line(name, one.labels, one.value));
    return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...body];
  });
  return `${lines.join('\n')}\n`;
}
