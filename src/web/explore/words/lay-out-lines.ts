import type { TrendWords } from '../../api/types.ts';
import { linear, roundTicks, type Scale, type Spot } from '../chart/scale.ts';
import type { WordsState } from './words-state.ts';

type Term = TrendWords['terms'][number];
type Point = Term['points'][number];

export interface ChartBox {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const heightOf = (point: Point, of: WordsState['of']): number =>
  of === 'words' ? point.per_million : point.share_of_songs * 100;

export function intervalOf(point: Point, of: WordsState['of']): { low: number; high: number } {
  if (of === 'words') return point.per_million_interval;
  const { low, high } = point.share_interval;
  return { low: low * 100, high: high * 100 };
}

export interface LineLayout {
  term: string;
  /** One a period; null where the term has no point. */
  spots: (Spot | null)[];
  upper: (Spot | null)[];
  lower: (Spot | null)[];
  points: (Point | null)[];
  /** Where the name stands beside the end of the line. */
  labelY: number;
}

export interface Layout {
  lines: LineLayout[];
  yTicks: { value: number; y: number }[];
  xTicks: { label: string; x: number }[];
  across: Scale;
}

const LABEL_HEIGHT = 18;
const TICK_WIDTH = 52;
const Y_TICKS = 4;

/** Moves names apart that would touch, keeping their order, within the box. */
export function spreadLabels(wanted: readonly number[], top: number, bottom: number): number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  let least = top;
  for (const one of order) {
    one.y = Math.max(one.y, least);
    least = one.y + LABEL_HEIGHT;
  }
  let most = bottom;
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, most);
    most = one.y - LABEL_HEIGHT;
  }
  const placed = new Map(order.map(({ y, i }) => [i, y]));
  return wanted.map((y, i) => placed.get(i) ?? y);
}

/** Where everything of the chart stands. The top is that of the lines, not of their bands, which would flatten them. */
export function layOutLines({ terms, periods }: TrendWords, of: WordsState['of'], box: ChartBox): Layout {
  const names = periods.map(({ period }) => period);
  const placeOf = new Map(names.map((period, at) => [period, at]));
  const most = Math.max(0, ...terms.flatMap(({ points }) => points.map((point) => heightOf(point, of))));
  const ticks = roundTicks(0, most || 1, Y_TICKS);
  const top = ticks.at(-1) ?? 1;
  const across = linear([0, Math.max(1, names.length - 1)], [box.left, box.width - box.right]);
  const up = linear([0, top], [box.height - box.bottom, box.top]);
  const inside = (value: number) => Math.max(box.top, up(value));
  const lines = terms.map(({ term, points }): LineLayout => {
    const ordered: (Point | null)[] = names.map(() => null);
    for (const point of points) {
      const at = placeOf.get(point.period);
      if (at !== undefined) ordered[at] = point;
    }
    const at = (read: (point: Point) => number): (Spot | null)[] =>
      ordered.map((point, i) => (point === null ? null : { x: across(i), y: inside(read(point)) }));
    const spots = at((point) => heightOf(point, of));
    return {
      term,
      spots,
      points: ordered,
      upper: at((point) => intervalOf(point, of).high),
      lower: at((point) => intervalOf(point, of).low),
      labelY: spots.findLast((spot) => spot !== null)?.y ?? up(0),
    };
  });
  const labels = spreadLabels(
    lines.map(({ labelY }) => labelY),
    box.top + LABEL_HEIGHT / 2,
    box.height - box.bottom,
  );
  const step = Math.max(
    1,
    Math.ceil((names.length * TICK_WIDTH) / Math.max(1, box.width - box.left - box.right)),
  );
  return {
    lines: lines.map((line, i) => ({ ...line, labelY: labels[i] ?? line.labelY })),
    yTicks: ticks.map((value) => ({ value, y: up(value) })),
    xTicks: names.flatMap((label, i) => (i % step === 0 ? [{ label, x: across(i) }] : [])),
    across,
  };
}
