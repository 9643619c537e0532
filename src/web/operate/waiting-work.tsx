import { type Column, Table } from '../parts/table.tsx';
import { formatCount } from '../text/format.ts';
import { workText } from '../text/operate-work.ts';
import { type Metric, metricsOf, sumOf } from './read-metrics.ts';

interface Work {
  type: string;
  count: number;
  /** Of the oldest, in seconds. */
  age: number;
}

const { columns } = workText;

const COLUMNS: readonly Column<Work>[] = [
  { key: 'work', label: columns.work, render: ({ type }) => workText.name(type) },
  {
    key: 'count',
    label: columns.count,
    isNumber: true,
    render: ({ count }) => formatCount(count),
    sortBy: ({ count }) => count,
  },
  {
    key: 'oldest',
    label: columns.oldest,
    isNumber: true,
    render: ({ age }) => workText.span(age),
    sortBy: ({ age }) => age,
  },
];

/** How much work of each kind waits, and the oldest of it since when. */
export function WaitingWork({ metrics }: { metrics: readonly Metric[] }) {
  const work = metricsOf(metrics, 'barline_open_jobs')
    .filter(({ value }) => value > 0)
    .map(({ labels: { type = '' }, value }) => ({
      type,
      count: value,
      age: sumOf(metricsOf(metrics, 'barline_oldest_job_seconds', { type })) ?? 0,
    }));
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{workText.title}</h2>
      {work.length === 0 ? (
        <p>{workText.none}</p>
      ) : (
        <Table
          caption={workText.caption}
          isCaptionHidden
          columns={COLUMNS}
          rows={work}
          rowKey={({ type }) => type}
        />
      )}
    </section>
  );
}
