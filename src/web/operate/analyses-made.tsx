import { type Column, Table } from '../parts/table.tsx';
import { formatCount } from '../text/format.ts';
import { modelsText as texts } from '../text/operate-models.ts';
import { type Metric, metricsOf, sumOf, sumsBy } from './read-metrics.ts';

interface Made {
  analyser: string;
  count: number;
  degraded: number;
}

const { columns } = texts;

const COLUMNS: readonly Column<Made>[] = [
  { key: 'analyser', label: columns.analyser, render: ({ analyser }) => texts.analyser(analyser) },
  {
    key: 'made',
    label: columns.made,
    isNumber: true,
    render: ({ count }) => formatCount(count),
    sortBy: ({ count }) => count,
  },
  {
    key: 'degraded',
    label: columns.degraded,
    isNumber: true,
    render: ({ degraded, count }) => texts.shareOf(degraded, count),
    sortBy: ({ degraded, count }) => degraded / count,
  },
];

function madeBy(metrics: readonly Metric[]): Made[] {
  const all = metricsOf(metrics, 'barline_analyses_total');
  return sumsBy(all, 'analyzer').map(([analyser, count]) => {
    const degraded = sumOf(
      metricsOf(all, 'barline_analyses_total', { analyzer: analyser, degraded: 'true' }),
    );
    return { analyser, count, degraded: degraded ?? 0 };
  });
}

/** How many analyses each analyser made, and how many of them in place of a model that did not answer. */
export function AnalysesMade({ metrics }: { metrics: readonly Metric[] }) {
  const made = madeBy(metrics);
  return (
    <section aria-labelledby="made">
      <h2 id="made">{texts.degraded}</h2>
      {made.length === 0 ? (
        <p>{texts.noAnalyses}</p>
      ) : (
        <Table
          caption={texts.degradedCaption}
          columns={COLUMNS}
          rows={made}
          rowKey={({ analyser }) => analyser}
        />
      )}
    </section>
  );
}
