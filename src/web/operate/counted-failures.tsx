import { type Column, Table } from '../parts/table.tsx';
import { formatCount } from '../text/format.ts';
import { failuresText as texts } from '../text/operate-work.ts';
import { type Counted, countFailures } from './count-failures.ts';
import { PartState } from './part-state.tsx';
import { useMetrics } from './use-fresh.ts';

const { countedColumns: columns } = texts;

const COLUMNS: readonly Column<Counted>[] = [
  { key: 'what', label: columns.what, render: ({ what }) => what, sortBy: ({ what }) => what },
  {
    key: 'failed',
    label: columns.failed,
    isNumber: true,
    render: ({ failed }) => formatCount(failed),
    sortBy: ({ failed }) => failed,
  },
  {
    key: 'of',
    label: columns.of,
    isNumber: true,
    render: ({ all }) => formatCount(all),
    sortBy: ({ all }) => all,
  },
  {
    key: 'share',
    label: columns.share,
    isNumber: true,
    render: ({ failed, all }) => texts.share(failed, all),
    sortBy: ({ failed, all }) => failed / all,
  },
];

/** How many requests and jobs have failed, of how many. */
export function CountedFailures() {
  const metrics = useMetrics();
  return (
    <section aria-labelledby="counted">
      <h2 id="counted">{texts.counted}</h2>
      <PartState fresh={metrics}>
        {(figures) => {
          const rows = countFailures(figures);
          return rows.length === 0 ? (
            <p>{texts.noCounted}</p>
          ) : (
            <Table caption={texts.countedCaption} columns={COLUMNS} rows={rows} rowKey={({ what }) => what} />
          );
        }}
      </PartState>
    </section>
  );
}
