import { seeded } from '../../../src/ml/compose/random.ts';
import { meanOf } from './errors.ts';

/** What one item's two errors differ by: positive where the second is better. */
export interface Difference {
  cluster: string;
  difference: number;
}

/** All signs are tried up to this many clusters; 2^14 = 16,384 of them. */
const ALL_SIGNS = 14;
const DRAWS = 10_000;
const SEED = 22;
/** Sums that were added in another order count as equal. */
const SLACK = 1e-12;

/**
 * Probability of a mean difference at least this far from 0 on either side, if the signs of whole clusters were chance: a
 * permutation test of clusters (Fisher's randomisation test; Winkler et al. 2015, NeuroImage 123:253, for exchangeable
 * blocks). Exact up to 14 clusters, else by 10,000 draws with the observed one counted, so that it is never 0.
 */
export function pairedTest(rows: readonly Difference[]): { difference: number; p: number } {
  const difference = meanOf(rows.map((row) => row.difference));
  const sums = Array.from(Map.groupBy(rows, ({ cluster }) => cluster).values(), (own) =>
    own.reduce((sum, row) => sum + row.difference, 0),
  );
  const observed = Math.abs(sums.reduce((sum, value) => sum + value, 0)) - SLACK;
  return { difference, p: sums.length <= ALL_SIGNS ? exactly(sums, observed) : byDraws(sums, observed) };
}

function exactly(sums: readonly number[], observed: number): number {
  const all = 2 ** sums.length;
  let extreme = 0;
  for (let signs = 0; signs < all; signs++) {
    const sum = sums.reduce((total, value, at) => total + ((signs >> at) & 1 ? -value : value), 0);
    if (Math.abs(sum) >= observed) extreme += 1;
  }
  return extreme / all;
}

function byDraws(sums: readonly number[], observed: number): number {
  const random = seeded(SEED);
  let extreme = 1;
  for (let draw = 0; draw < DRAWS; draw++) {
    const sum = sums.reduce((total, value) => total + (random() < 0.5 ? -value : value), 0);
    if (Math.abs(sum) >= observed) extreme += 1;
  }
  return extreme / (DRAWS + 1);
}
