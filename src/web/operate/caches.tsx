import type { CacheStats } from '../api/types.ts';
import { Disclosure } from '../parts/disclosure.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { operateText } from '../text/operate.ts';

type Counts = Pick<NonNullable<CacheStats['total']>, 'hits' | 'misses'>;

interface Cache {
  cache: string;
  hour: Counts;
  total: Counts;
}

const texts = operateText.caches;
const NONE: Counts = { hits: 0, misses: 0 };

const rate = (key: 'hour' | 'total'): Column<Cache> => ({
  key,
  label: texts.columns[key],
  isNumber: true,
  render: (row) => texts.rate(row[key].hits, row[key].misses),
  sortBy: (row) => row[key].hits / (row[key].hits + row[key].misses || 1),
});

const COLUMNS: readonly Column<Cache>[] = [
  {
    key: 'cache',
    label: texts.columns.cache,
    render: ({ cache }) => texts.name(cache),
    sortBy: ({ cache }) => texts.name(cache),
  },
  rate('hour'),
  rate('total'),
];

/** The share of look-ups that the caches answered, and of each cache. */
export function Caches({ stats: { last_hour, total } }: { stats: CacheStats }) {
  if (total === null) return <p class="muted">{texts.off}</p>;
  const hour = last_hour ?? { ...NONE, caches: [] };
  const rows = total.caches.map((one) => ({
    cache: one.cache,
    hour: hour.caches.find(({ cache }) => cache === one.cache) ?? NONE,
    total: one,
  }));
  return (
    <Disclosure summary={texts.summary(hour.hits, hour.hits + hour.misses)}>
      <Table caption={texts.caption} columns={COLUMNS} rows={rows} rowKey={({ cache }) => cache} />
    </Disclosure>
  );
}
