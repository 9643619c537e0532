import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPTH, probabilitiesOf, toEnsemble } from '../../../../src/lyrics/rhyme/trees.ts';

const WIDTH = 12;
const TREES = 24;
const ROW = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: WIDTH, maxLength: WIDTH });

/** An ensemble of trees whose questions and answers come from a formula, so that rows get different scores. */
const MODEL = toEnsemble({
  bias: 0.1,
  features: Array.from({ length: TREES * DEPTH }, (_, at) => (at * 7) % WIDTH),
  thresholds: Array.from({ length: TREES * DEPTH }, (_, at) => (at % 5) - 2),
  leaves: Array.from({ length: TREES << DEPTH }, (_, at) => Math.sin(at) / 3),
});

const score = (rows: readonly (readonly number[])[]): number[] => [
  ...probabilitiesOf(MODEL, Int32Array.from(rows.flat()), WIDTH),
];

describe('probabilities of rows', () => {
  it('are those of each row alone, however often equal and nearly equal rows come', () => {
    const songs = fc.tuple(
      fc.array(ROW, { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(), { maxLength: 60 }),
    );
    fc.assert(
      fc.property(songs, ([distinct, order]) => {
        const rows = order.map((at) => distinct[at % distinct.length] ?? []);
        const near = rows.map((row, at) => row.with(at % WIDTH, at % 3));
        const all = [...rows, ...near, ...rows];
        expect(score(all)).toEqual(all.flatMap((row) => score([row])));
      }),
      { numRuns: 50 },
    );
  });

  it('of no row are none', () => {
    expect(score([])).toEqual([]);
  });
});
