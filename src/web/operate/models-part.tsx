import type { ModelsStatus } from '../api/types.ts';
import { type Column, Table } from '../parts/table.tsx';
import { Failure } from '../shell/failure.tsx';
import { formatCount, formatShare } from '../text/format.ts';
import { modelsText as texts } from '../text/operate-models.ts';
import { AnalysesMade } from './analyses-made.tsx';
import { Agreement } from './drift.tsx';
import { PartState } from './part-state.tsx';
import { useFresh, useMetrics } from './use-fresh.ts';

type Model = ModelsStatus['models'][number];
type Analyser = ModelsStatus['coverage']['by'][number];

const { columns } = texts;

const known = (value: number | null | undefined, format: (value: number) => string) =>
  value == null ? <span class="muted">{texts.unmeasured}</span> : format(value);

const COVERAGE: readonly Column<Analyser>[] = [
  {
    key: 'model',
    label: columns.model,
    render: ({ analyzer_type, model_version }) => (
      <>
        {texts.analyser(analyzer_type)} <code>{model_version}</code>
      </>
    ),
  },
  {
    key: 'songs',
    label: columns.songs,
    isNumber: true,
    render: ({ tracks }) => formatCount(tracks),
    sortBy: ({ tracks }) => tracks,
  },
  {
    key: 'share',
    label: columns.share,
    isNumber: true,
    render: ({ share }) => formatShare(share),
    sortBy: ({ share }) => share,
  },
  { key: 'now', label: columns.now, render: ({ current }) => (current ? texts.yes : texts.no) },
];

const CALLS: readonly Column<Model>[] = [
  { key: 'model', label: columns.model, render: ({ model }) => model ?? texts.none },
  { key: 'state', label: columns.state, render: ({ state }) => texts.states[state] },
  {
    key: 'calls',
    label: columns.calls,
    isNumber: true,
    render: ({ last_hour }) => known(last_hour.calls, formatCount),
  },
  {
    key: 'errors',
    label: columns.errors,
    isNumber: true,
    render: ({ last_hour }) => known(last_hour.errors, formatCount),
  },
  {
    key: 'seconds',
    label: columns.seconds,
    isNumber: true,
    render: ({ last_hour }) => known(last_hour.seconds?.p50, texts.seconds),
  },
  {
    key: 'cost',
    label: columns.cost,
    isNumber: true,
    render: ({ last_hour }) => known(last_hour.cost_usd, texts.dollars),
  },
  {
    key: 'total',
    label: columns.total,
    isNumber: true,
    render: ({ total }) => known(total.cost_usd, texts.dollars),
  },
];

/** Which model judged how much of the catalogue, and what the calls of the last hour took and cost. */
export function ModelsPart() {
  const status = useFresh<ModelsStatus>('/models/status');
  // Who may see models may not see these.
  const metrics = useMetrics();
  return (
    <PartState fresh={status}>
      {({ models, coverage, drift }) => (
        <>
          <section aria-labelledby="coverage">
            <h2 id="coverage">{texts.coverage}</h2>
            <Table
              caption={texts.coverageCaption(coverage.tracks_with_lyrics)}
              columns={COVERAGE}
              rows={coverage.by}
              rowKey={(row) =>
                [row.analyzer_type, row.model_version, row.prompt_version, row.engine_version].join(' ')
              }
            />
          </section>
          {metrics.data !== null && <AnalysesMade metrics={metrics.data} />}
          {metrics.error !== null && <Failure error={metrics.error} retry={metrics.reload} />}
          <Agreement drift={drift} />
          <section aria-labelledby="calls">
            <h2 id="calls">{texts.calls}</h2>
            <Table
              caption={texts.callsCaption}
              columns={CALLS}
              rows={models.filter(({ state }) => state !== 'off')}
              rowKey={({ role }) => role}
            />
          </section>
        </>
      )}
    </PartState>
  );
}
