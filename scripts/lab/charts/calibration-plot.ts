import type { CalibrationBin } from '../statistics/calibration.ts';
import { chartSvg, element } from './markup.ts';

const SIZE = 320;
const LEFT = 52;
const TOP = 10;
const SIDE = 250;
const MOST_RADIUS = 11;

/** Share of right answers by confidence; a point's area is its number of answers, and the diagonal is perfect. */
export function calibrationPlot(bins: readonly CalibrationBin[], title: string): string {
  const x = (share: number): number => LEFT + share * SIDE;
  const y = (share: number): number => TOP + (1 - share) * SIDE;
  const most = Math.max(1, ...bins.map(({ claims }) => claims));
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (tick) =>
      element('line', { class: 'rule', x1: x(0), x2: x(1), y1: y(tick), y2: y(tick) }) +
      element('line', { class: 'rule', x1: x(tick), x2: x(tick), y1: y(0), y2: y(1) }) +
      element(
        'text',
        { class: 'soft small', x: x(0) - 8, y: y(tick) + 4, 'text-anchor': 'end' },
        String(tick),
      ) +
      element(
        'text',
        { class: 'soft small', x: x(tick), y: y(0) + 18, 'text-anchor': 'middle' },
        String(tick),
      ),
  );
  const names =
    element('text', { class: 'soft small', x: x(0.5), y: y(0) + 38, 'text-anchor': 'middle' }, 'confidence') +
    element(
      'text',
      {
        class: 'soft small',
        x: 0,
        y: 0,
        'text-anchor': 'middle',
        transform: `translate(14 ${y(0.5)}) rotate(-90)`,
      },
      'share that is right',
    );
  const points = bins.map(({ confidence, right, claims }) =>
    element('circle', {
      class: 'dot',
      cx: x(confidence),
      cy: y(right),
      r: Math.max(3, MOST_RADIUS * Math.sqrt(claims / most)),
    }),
  );
  const diagonal = element('line', { class: 'leader', x1: x(0), y1: y(0), x2: x(1), y2: y(1) });
  return chartSvg({
    width: SIZE,
    height: TOP + SIDE + 48,
    title,
    body: [...ticks, names, diagonal, ...points].join(''),
  });
}
