import { chartSvg, element, escapeText } from './markup.ts';
import { fitText } from './place-labels.ts';
import { linearScale, type Scale } from './scale.ts';

export interface IntervalRow {
  name: string;
  value: number;
  interval: readonly [number, number] | null;
  /** Drawn less strongly than what it is compared with. */
  isBaseline: boolean;
}

const WIDTH = 440;
const ROW = 44;
const TOP = 4;
const FOOT = 48;
const [LEFT, RIGHT] = [12, WIDTH - 12];
const FIGURE = 60;

const shown = (value: number): string => String(Number(value.toPrecision(3)));

/** Two lines a row: its name with its value, and the value with its interval on a common axis. */
export function intervalPlot(
  rows: readonly IntervalRow[],
  { title, unit }: { title: string; unit: string },
): string {
  const scale = linearScale(
    rows.flatMap(({ value, interval }) => [value, ...(interval ?? [])]),
    [LEFT, RIGHT],
  );
  const bottom = TOP + rows.length * ROW;
  const axis = scale.ticks.map(
    (tick) =>
      element('line', { class: 'rule', x1: scale.at(tick), x2: scale.at(tick), y1: TOP, y2: bottom }) +
      element(
        'text',
        { class: 'soft small', x: scale.at(tick), y: bottom + 18, 'text-anchor': 'middle' },
        shown(tick),
      ),
  );
  const unitText = element(
    'text',
    { class: 'soft small', x: WIDTH / 2, y: bottom + 38, 'text-anchor': 'middle' },
    escapeText(unit),
  );
  const body = [...axis, unitText, ...rows.map((row, at) => drawRow(row, TOP + at * ROW, scale))];
  return chartSvg({ width: WIDTH, height: bottom + FOOT, title, body: body.join('') });
}

function drawRow({ name, value, interval, isBaseline }: IntervalRow, top: number, scale: Scale): string {
  const short = fitText(name, WIDTH - FIGURE);
  const [line, y] = [top + 16, top + 32];
  const whole = short === name ? '' : element('title', {}, escapeText(name));
  const label = element(
    'text',
    { x: 0, y: line, ...(isBaseline ? { class: 'soft' } : {}) },
    escapeText(short) + whole,
  );
  const figure = element('text', { x: WIDTH, y: line, 'text-anchor': 'end' }, value.toFixed(3));
  const range =
    interval === null
      ? ''
      : element('line', {
          class: isBaseline ? 'plain-range' : 'range',
          x1: scale.at(interval[0]),
          x2: scale.at(interval[1]),
          y1: y,
          y2: y,
        });
  const dot = element('circle', { class: isBaseline ? 'plain' : 'dot', cx: scale.at(value), cy: y, r: 5 });
  return label + range + dot + figure;
}
