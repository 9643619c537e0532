import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costQualityPlot } from '../../../../scripts/lab/charts/cost-quality-plot.ts';
import { intervalPlot } from '../../../../scripts/lab/charts/interval-plot.ts';
import { escapeText } from '../../../../scripts/lab/charts/markup.ts';
import { type Box, placeLabels } from '../../../../scripts/lab/charts/place-labels.ts';
import { linearScale, logScale } from '../../../../scripts/lab/charts/scale.ts';
import type { MatrixRow } from '../../../../scripts/lab/compare-models/cost-matrix.ts';

const AREA = { x: 0, y: 0, width: 640, height: 260 };
const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('placeLabels', () => {
  const point = fc.record({
    x: fc.integer({ min: 10, max: 630 }),
    y: fc.integer({ min: 10, max: 250 }),
    text: fc.string({ minLength: 1, maxLength: 40 }),
  });

  it('covers no point and no other label, and stays inside', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        const placed = placeLabels(points, AREA);
        const marks = points.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }));
        for (const [at, { box }] of placed.entries()) {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 640 && box.y + box.height <= 260).toBe(
            true,
          );
          const others = [...placed.slice(at + 1).map((other) => other.box), ...marks];
          expect(others.filter((other) => overlaps(box, other))).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('finds room for eight models at the same place', () => {
    const points = Array.from({ length: 8 }, (_, at) => ({ x: 300, y: 130, text: `model number ${at}` }));
    expect(placeLabels(points, AREA)).toHaveLength(8);
  });
});

it('axes hold their values, also of one value, of equal values and of none', () => {
  const finite = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
  fc.assert(
    fc.property(fc.array(finite, { maxLength: 6 }), (values) => {
      const scale = linearScale(values, [0, 100]);
      for (const value of values) {
        expect(scale.at(value)).toBeGreaterThanOrEqual(-0.01);
        expect(scale.at(value)).toBeLessThanOrEqual(100.01);
      }
      expect(scale.ticks.length).toBeGreaterThan(1);
      expect(scale.ticks.length).toBeLessThan(12);
    }),
    { numRuns: 50 },
  );
  expect(logScale([0.05, 30], [0, 100]).ticks).toEqual([0.01, 0.1, 1, 10, 100]);
});

const row = (name: string, change: Partial<MatrixRow> = {}): MatrixRow => ({
  name,
  model: name,
  called: true,
  success_rate: 1,
  mae: { value: 0.3, interval: [0.2, 0.4] },
  spearman: null,
  sentiment_macro_f1: null,
  refused: [],
  errors: [],
  tokens: null,
  cost_per_1000_usd: 0.5,
  price: null,
  on_frontier: false,
  ...change,
});

it('charts write names as text, whatever they hold', () => {
  const name = `<script>alert("1")</script>&'\u0000\u202e`;
  const charts = [
    costQualityPlot([row(name), row(`${name}2`, { mae: null, called: false })]),
    intervalPlot([{ name, value: 1, interval: null, isBaseline: false }], { title: name, unit: name }),
  ];
  for (const chart of charts) {
    for (const bad of ['<script', '\u0000', '\u202e']) expect(chart).not.toContain(bad);
    expect(chart).toContain('&lt;script&gt;');
  }
  expect(escapeText('a < b & "c"')).toBe('a &lt; b &amp; &quot;c&quot;');
});
