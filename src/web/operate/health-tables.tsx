import type { Health } from '../api/types.ts';
import { Disclosure } from '../parts/disclosure.tsx';
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
    render: ({ status, breaker }) =>
      breaker === 'open' || breaker === 'half_open' ? well.breaker : well.states[status],
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
  { key: 'why', label: well.columns.why, render: ({ detail }) => well.why(detail) },
];

/** How many parts of the server work, and each with its state. */
export function Parts({ health }: { health: Health }) {
  const parts = Object.entries(health.components).map(([key, part]) => ({ key, ...part }));
  const count = (status: PartOfServer['status']) => parts.filter((part) => part.status === status).length;
  return (
    <Disclosure summary={well.parts(count('ok'), parts.length - count('off'), count('off'))}>
      <Table caption={well.caption} columns={COLUMNS} rows={parts} rowKey={({ key }) => key} />
    </Disclosure>
  );
}

/** How much there is, how much waits, and what it costs. */
export function Figures({ health: { content, model_spend } }: { health: Health }) {
  const facts: [string, string][] =
    content === null
      ? []
      : [
          [figures.songs, formatCount(content.tracks)],
          [figures.analysed, figures.of(content.analyzed, content.with_lyrics)],
          [figures.embedded, figures.of(content.embedded, content.with_lyrics)],
          [figures.waiting, figures.of(content.pending, content.with_lyrics)],
        ];
  if (model_spend !== null)
    facts.push([figures.spend, figures.dollars(model_spend.spent_usd, model_spend.cap_usd)]);
  return (
    <dl class="figures">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
