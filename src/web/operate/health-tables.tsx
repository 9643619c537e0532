import type { Health } from '../api/types.ts';
import { type Column, Table } from '../parts/table.tsx';
import { formatCount } from '../text/format.ts';
import { operateText } from '../text/operate.ts';

type PartOfServer = Health['components'][string] & { key: string };

const { well, figures, moment } = operateText;

const COLUMNS: readonly Column<PartOfServer>[] = [
  {
    key: 'part',
    label: well.columns.part,
    render: ({ key }) => well.name(key),
    sortBy: ({ key }) => well.name(key),
  },
  {
    key: 'state',
    label: well.columns.state,
    render: ({ status }) => well.states[status],
    sortBy: ({ status }) => status,
  },
  {
    key: 'latency',
    label: well.columns.latency,
    isNumber: true,
    render: ({ latency_ms }) => (latency_ms === null ? '' : well.milliseconds(latency_ms)),
    sortBy: ({ latency_ms }) => latency_ms,
  },
  { key: 'last', label: well.columns.last, render: ({ last_success_at }) => moment(last_success_at) },
];

/** Every part of the server with its state. */
export function PartsTable({ health }: { health: Health }) {
  const parts = Object.entries(health.components).map(([key, part]) => ({ key, ...part }));
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{well.title}</h2>
      <Table caption={well.caption} columns={COLUMNS} rows={parts} rowKey={({ key }) => key} />
    </section>
  );
}

/** How much there is, how much waits, and what it costs. */
export function Figures({ health: { content, cache_hit_rate_last_hour, model_spend } }: { health: Health }) {
  const facts: [string, string][] = [
    ...(content === null
      ? []
      : ([
          [figures.songs, formatCount(content.tracks)],
          [figures.analysed, figures.of(content.analyzed, content.with_lyrics)],
          [figures.waiting, formatCount(content.pending)],
        ] satisfies [string, string][])),
    [figures.hits, figures.share(cache_hit_rate_last_hour)],
  ];
  if (model_spend !== null)
    facts.push([figures.spend, figures.dollars(model_spend.spent_usd, model_spend.cap_usd)]);
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{figures.title}</h2>
      <dl class="figures">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="number">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
