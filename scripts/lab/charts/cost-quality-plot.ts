import type { MatrixRow } from '../compare-models/cost-matrix.ts';
import { chartSvg, element, escapeText } from './markup.ts';
import { fitText, type PlacedLabel, placeLabels, textWidth } from './place-labels.ts';
import { linearScale, logScale, type Scale } from './scale.ts';

const WIDTH = 480;
const LEFT = 64;
const RIGHT = WIDTH - 20;
/** Where what costs nothing stands, before the logarithmic axis begins. */
const FREE = LEFT + 16;
const AXIS = LEFT + 76;
const TOP = 12;
const PANEL = 260;
const LANE = 42;

type Measured = MatrixRow & { mae: NonNullable<MatrixRow['mae']>; cost_per_1000_usd: number };

const isMeasured = (row: MatrixRow): row is Measured => row.mae !== null && row.cost_per_1000_usd !== null;

const dollars = (value: number): string =>
  `$${value < 0.01 ? value.toPrecision(2) : Number(value.toPrecision(3))}`;

/**
 * Cost of a thousand songs against error, the interval as a bar, with a line through those that nothing beats; below,
 * on the same axis, a lane for each model of which only the cost is known.
 */
export function costQualityPlot(rows: readonly MatrixRow[]): string {
  const measured = rows.filter(isMeasured);
  const priced = rows.filter((row) => !isMeasured(row) && row.cost_per_1000_usd !== null);
  const cost = logScale(
    rows.flatMap(({ cost_per_1000_usd }) => cost_per_1000_usd ?? []),
    [AXIS, RIGHT],
  );
  const at = (value: number): number => (value > 0 ? cost.at(value) : FREE);
  const panel = measured.length === 0 ? { height: 0, body: '' } : drawPanel(measured, at);
  const lanesTop = TOP + panel.height + (panel.height === 0 ? 0 : 20);
  const lanes = priced.map((row, lane) => drawLane(row, lanesTop + lane * LANE, at));
  const bottom = lanesTop + priced.length * LANE;
  return chartSvg({
    width: WIDTH,
    height: bottom + 46,
    title: 'Error and cost of each model',
    body: [...drawCosts(cost, at, bottom), panel.body, ...lanes].join(''),
  });
}

function drawCosts(cost: Scale, at: (value: number) => number, bottom: number): string[] {
  const ticks = [0, ...cost.ticks].map(
    (tick) =>
      element('line', { class: 'rule', x1: at(tick), x2: at(tick), y1: TOP, y2: bottom }) +
      element(
        'text',
        { class: 'soft small', x: Math.min(at(tick), RIGHT - 12), y: bottom + 18, 'text-anchor': 'middle' },
        tick === 0 ? 'free' : `$${tick}`,
      ),
  );
  const name = element(
    'text',
    { class: 'soft small', x: (LEFT + RIGHT) / 2, y: bottom + 38, 'text-anchor': 'middle' },
    'US dollars for a thousand songs',
  );
  return [...ticks, name];
}

function drawPanel(
  rows: readonly Measured[],
  at: (value: number) => number,
): { height: number; body: string } {
  const errors = rows.flatMap(({ mae }) => [mae.value, ...(mae.interval ?? [])]);
  const error = linearScale(errors, [TOP + 10, TOP + PANEL - 10]);
  const points = rows.map((row) => ({
    x: at(row.cost_per_1000_usd),
    y: error.at(row.mae.value),
    text: row.name,
  }));
  const bars = rows.flatMap(({ mae, cost_per_1000_usd }) => {
    if (mae.interval === null) return [];
    const [x, y1, y2] = [at(cost_per_1000_usd), error.at(mae.interval[0]), error.at(mae.interval[1])];
    return [{ x, y1, y2 }];
  });
  const area = { x: LEFT, y: TOP, width: RIGHT - LEFT, height: PANEL };
  const obstacles = bars.map(({ x, y1, y2 }) => ({ x: x - 3, y: y1, width: 6, height: y2 - y1 }));
  const body = [
    ...error.ticks.map(
      (tick) =>
        element('line', { class: 'rule', x1: LEFT, x2: RIGHT, y1: error.at(tick), y2: error.at(tick) }) +
        element(
          'text',
          { class: 'soft small', x: LEFT - 8, y: error.at(tick) + 4, 'text-anchor': 'end' },
          String(Number(tick.toPrecision(3))),
        ),
    ),
    element(
      'text',
      {
        class: 'soft small',
        x: 0,
        y: 0,
        'text-anchor': 'middle',
        transform: `translate(14 ${TOP + PANEL / 2}) rotate(-90)`,
      },
      'mean absolute error, lower is better (up)',
    ),
    frontier(rows, at, error),
    ...bars.map(({ x, y1, y2 }) => element('line', { class: 'range', x1: x, x2: x, y1, y2 })),
    ...points.map(({ x, y }) => element('circle', { class: 'dot', cx: x, cy: y, r: 6 })),
    ...placeLabels(points, area, obstacles).map(drawLabel),
  ];
  return { height: PANEL, body: body.join('') };
}

function frontier(rows: readonly Measured[], at: (value: number) => number, error: Scale): string {
  const best = rows.filter(({ on_frontier }) => on_frontier);
  const points = best
    .map((row) => [at(row.cost_per_1000_usd), error.at(row.mae.value)] as const)
    .sort(([a], [b]) => a - b);
  if (points.length < 2) return '';
  return element('polyline', { class: 'leader', points: points.map((point) => point.join(',')).join(' ') });
}

function drawLabel({ x, y, text, box, hasLeader }: PlacedLabel): string {
  const middle = box.y + box.height / 2;
  const line = hasLeader
    ? element('line', {
        class: 'leader',
        x1: x,
        y1: y,
        x2: Math.max(box.x, Math.min(x, box.x + box.width)),
        y2: middle,
      })
    : '';
  return line + element('text', { x: box.x, y: middle + 4 }, escapeText(text));
}

/** The name, and below it the mark on the axis with the cost on the side that has room. */
function drawLane(row: MatrixRow, top: number, at: (value: number) => number): string {
  const value = row.cost_per_1000_usd ?? 0;
  const [x, line, y] = [at(value), top + 14, top + 30];
  const text = `${value === 0 ? 'free' : dollars(value)}, ${row.called ? 'no headline figure' : 'price only'}`;
  const isRight = x + 12 + textWidth(text) <= RIGHT;
  const short = fitText(row.name, WIDTH);
  const whole = short === row.name ? '' : element('title', {}, escapeText(row.name));
  return (
    element('text', { x: 0, y: line }, escapeText(short) + whole) +
    element('circle', { class: row.called ? 'plain' : 'ghost', cx: x, cy: y, r: 5 }) +
    element(
      'text',
      {
        class: 'soft small',
        x: isRight ? x + 12 : x - 12,
        y: y + 4,
        'text-anchor': isRight ? 'start' : 'end',
      },
      escapeText(text),
    )
  );
}
