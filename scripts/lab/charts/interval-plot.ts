import { chartSvg, element, escapeText } from './markup.ts';
import { textWidth } from './place-labels.ts';
import { linearScale } from './scale.ts';

export interface IntervalRow {
  name: string;
  value: number;
  interval: readonly [number, number] | null;
  /** Drawn less strongly than what it is compared with. */
  isBaseline: boolean;
}

const WIDTH = 720;
const ROW = 28;
const TOP = 8;
const FOOT = 48;
const MOST_NAME = 300;

const shown = (value: number): string => String(Number(value.toPrecision(3)));

/** One line a row: its value and its interval, on a common axis. */
export function intervalPlot(
  rows: readonly IntervalRow[],
  { title, unit }: { title: string; unit: string },
): string {
  const left = Math.min(MOST_NAME, Math.max(...rows.map(({ name }) => textWidth(name)), 60)) + 16;
  const right = WIDTH - 84;
  const scale = linearScale(
    rows.flatMap(({ value, interval }) => [value, ...(interval ?? [])]),
    [left, right],
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
    { class: 'soft small', x: (left + right) / 2, y: bottom + 38, 'text-anchor': 'middle' },
    escapeText(unit),
  );
  const body = [
    ...axis,
    unitText,
    ...rows.map((row, at) => drawRow(row, TOP + (at + 0.5) * ROW, { left, scale })),
  ];
  return chartSvg({ width: WIDTH, height: bottom + FOOT, title, body: body.join('') });
}

function drawRow(
  { name, value, interval, isBaseline }: IntervalRow,
  y: number,
  { left, scale }: { left: number; scale: { at(value: number): number } },
): string {
  const most = Math.floor((left - 16) / textWidth('m'));
  const short = [...name].length > most ? `${[...name].slice(0, most - 1).join('')}…` : name;
  const label = element(
    'text',
    { x: left - 12, y: y + 4, 'text-anchor': 'end', ...(isBaseline ? { class: 'soft' } : {}) },
    escapeText(short) + (short === name ? '' : element('title', {}, escapeText(name))),
  );
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
  const figure = element(
    'text',
    { class: 'soft small', x: WIDTH - 8, y: y + 4, 'text-anchor': 'end' },
    value.toFixed(3),
  );
  return label + range + dot + figure;
}
