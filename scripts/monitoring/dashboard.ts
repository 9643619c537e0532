import { METRICS, type MetricDefinition, type MetricName } from '../../src/lib/metrics/definitions.ts';
import { PANELS, ROWS, type Row } from './panels.ts';

/** The part of Grafana's dashboard model that is used (schema version 39). */
interface Panel {
  id: number;
  type: 'row' | 'timeseries';
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  fieldConfig?: { defaults: { unit: string; min: 0 }; overrides: [] };
  datasource?: { type: 'prometheus'; uid: string };
  targets?: { refId: string; expr: string; legendFormat: string }[];
  panels?: [];
  collapsed?: false;
}

export interface Dashboard {
  uid: string;
  title: string;
  schemaVersion: number;
  time: { from: string; to: string };
  refresh: string;
  templating: { list: { name: string; type: 'datasource'; query: 'prometheus' }[] };
  panels: Panel[];
}

const COLUMNS = 3;
const [WIDTH, HEIGHT] = [24 / COLUMNS, 8];

const by = (labels: readonly string[]): string => (labels.length === 0 ? '' : ` by (${labels.join(', ')})`);

/** What a panel asks: a counter's rate, a histogram's 95th percentile, a gauge's value. */
export function expressionOf(name: MetricName): string {
  const { kind, labels }: MetricDefinition = METRICS[name];
  if (kind === 'counter') return `sum${by(labels)} (rate(${name}[5m]))`;
  if (kind === 'gauge') return `max${by(labels)} (${name})`;
  return `histogram_quantile(0.95, sum by (${['le', ...labels].join(', ')}) (rate(${name}_bucket[5m])))`;
}

function panelOf(name: MetricName, place: { id: number; x: number; y: number }): Panel {
  const { help, kind, labels }: MetricDefinition = METRICS[name];
  const legend = labels.map((label) => `{{${label}}}`).join(' ');
  return {
    id: place.id,
    type: 'timeseries',
    title: kind === 'histogram' ? `${name} (p95)` : name,
    description: help,
    gridPos: { x: place.x, y: place.y, w: WIDTH, h: HEIGHT },
    fieldConfig: { defaults: { unit: PANELS[name].unit ?? 'short', min: 0 }, overrides: [] },
    datasource: { type: 'prometheus', uid: '$datasource' },
    targets: [{ refId: 'A', expr: expressionOf(name), legendFormat: legend === '' ? name : legend }],
  };
}

const metricsOf = (row: Row): MetricName[] =>
  (Object.keys(PANELS) as MetricName[]).filter((name) => PANELS[name].row === row);

/** The dashboard of all metrics, in rows of three panels. */
export function createDashboard(): Dashboard {
  const panels: Panel[] = [];
  let y = 0;
  for (const row of ROWS) {
    const gridPos = { x: 0, y, w: 24, h: 1 };
    panels.push({ id: panels.length + 1, type: 'row', title: row, gridPos, panels: [], collapsed: false });
    const names = metricsOf(row);
    names.forEach((name, i) => {
      const place = { x: (i % COLUMNS) * WIDTH, y: y + 1 + Math.floor(i / COLUMNS) * HEIGHT };
      panels.push(panelOf(name, { id: panels.length + 1, ...place }));
    });
    y += 1 + Math.ceil(names.length / COLUMNS) * HEIGHT;
  }
  return {
    uid: 'barline',
    title: 'Barline',
    schemaVersion: 39,
    time: { from: 'now-6h', to: 'now' },
    refresh: '1m',
    templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus' }] },
    panels,
  };
}

export const dashboardFile = (): string => `${JSON.stringify(createDashboard(), null, 1)}\n`;
