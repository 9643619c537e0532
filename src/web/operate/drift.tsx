import { type Column, Table } from '../parts/table.tsx';
import { modelsText as texts } from '../text/operate-models.ts';
import { type Metric, metricsOf, sumOf } from './read-metrics.ts';

interface Drift {
  subject: string;
  /** Population stability index: 0 for the same distribution. */
  index: number;
}

const { driftColumns: columns } = texts;

const COLUMNS: readonly Column<Drift>[] = [
  { key: 'subject', label: columns.subject, render: ({ subject }) => texts.subject(subject) },
  {
    key: 'index',
    label: columns.index,
    isNumber: true,
    render: ({ index }) => texts.index(index),
    sortBy: ({ index }) => index,
  },
  { key: 'state', label: columns.state, render: ({ index }) => texts.drifted(index) },
];

/** Whether songs that are judged again get the same answer, and whether judgements and songs are as they were. */
export function Agreement({ metrics }: { metrics: readonly Metric[] }) {
  const held = sumOf(metricsOf(metrics, 'barline_answers_held_ratio'));
  const failed = sumOf(metricsOf(metrics, 'barline_answers_failed_ratio'));
  const rows = metricsOf(metrics, 'barline_drift_index')
    .map(({ labels: { subject = '' }, value }) => ({ subject, index: value }))
    .toSorted((a, b) => b.index - a.index);
  return (
    <section aria-labelledby="drift">
      <h2 id="drift">{texts.drift}</h2>
      {held === null && rows.length === 0 && <p>{texts.noDrift}</p>}
      {held !== null && (
        <p>
          {texts.held(held)} {failed !== null && texts.unanswered(failed)}
        </p>
      )}
      {rows.length > 0 && (
        <Table caption={texts.driftCaption} columns={COLUMNS} rows={rows} rowKey={({ subject }) => subject} />
      )}
    </section>
  );
}
