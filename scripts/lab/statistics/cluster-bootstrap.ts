import { type Random, seeded } from '../../../src/ml/compose/random.ts';
import { normalQuantile, normalTail, studentQuantile } from '../../../src/ml/trends/tail-probabilities.ts';
import { meanOf } from './errors.ts';

export type Range = [low: number, high: number];

/** A figure of all rows with the interval that holds the true one with the asked probability. */
export interface Estimate {
  value: number;
  /** Null where it cannot be told: fewer than three clusters, or a figure that never varies. */
  interval: Range | null;
}

/** A figure of some rows; null where the rows do not have it, as a correlation of equal values. */
export type Figure<T> = (rows: readonly T[]) => number | null;

export interface BootstrapOptions {
  /** Probability that the interval holds the true figure. */
  level?: number;
  resamples?: number;
  seed?: number;
}

const LEVEL = 0.95;
const RESAMPLES = 2000;
const SEED = 22;
/** With fewer, an interval would say more about the number of clusters than about the figure. */
const FEWEST_CLUSTERS = 3;

const normalCumulative = (z: number): number => 1 - normalTail(z);

/** The z with P(Z <= z) = share. */
const normalAt = (share: number): number =>
  share < 0.5 ? -normalQuantile(1 - 2 * share) : normalQuantile(2 * share - 1);

/** The value at a share of the sorted figures. */
function quantileAt(sorted: ArrayLike<number>, share: number): number {
  const at = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const [low = Number.NaN, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** The figures of resamples in which each cluster comes with all its rows; those without a figure are left out. */
function resample<T>(clusters: readonly (readonly T[])[], figure: Figure<T>, random: Random, count: number) {
  const figures: number[] = [];
  for (let draw = 0; draw < count; draw++) {
    const rows = clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)] ?? []);
    const value = figure(rows);
    if (value !== null && Number.isFinite(value)) figures.push(value);
  }
  return figures.sort((a, b) => a - b);
}

/**
 * What leaving out each cluster tells: the acceleration, half the skewness of what single clusters do to the figure
 * (Efron 1987, eq. 7.3), and the standard error of the jackknife.
 */
export function jackknife<T>(clusters: readonly (readonly T[])[], figure: Figure<T>) {
  const left = clusters.flatMap(
    (_, without) => figure(clusters.filter((_, at) => at !== without).flat()) ?? [],
  );
  const mean = meanOf(left);
  const squares = left.reduce((sum, value) => sum + (mean - value) ** 2, 0);
  const cubes = left.reduce((sum, value) => sum + (mean - value) ** 3, 0);
  return {
    acceleration: squares === 0 ? 0 : cubes / (6 * squares ** 1.5),
    error: Math.sqrt((squares * (left.length - 1)) / left.length),
  };
}

const deviationOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
};

/** As many clusters of equal size as tell as much (Carter, Schnepel and Steigerwald 2017, Rev. Econ. Stat. 99:698). */
function effectiveClusters(clusters: readonly (readonly unknown[])[]): number {
  const sizes = clusters.map(({ length }) => length);
  return sizes.reduce((sum, size) => sum + size, 0) ** 2 / sizes.reduce((sum, size) => sum + size * size, 0);
}

/**
 * A figure with its bias-corrected and accelerated interval (BCa, Efron 1987, JASA 82:171), rows of one cluster being
 * drawn together because they are alike. With few or unequal clusters a bootstrap is too narrow (Hesterberg 2015, The American
 * Statistician 69:371); the deviates are therefore those of Student's t for the effective number of clusters, widened to
 * the jackknife's standard error where that is larger. The same rows and seed give the same interval.
 */
export function estimate<T>(
  rows: readonly T[],
  { clusterOf, figure }: { clusterOf: (row: T) => string; figure: Figure<T> },
  { level = LEVEL, resamples = RESAMPLES, seed = SEED }: BootstrapOptions = {},
): Estimate | null {
  const value = figure(rows);
  if (value === null) return null;
  const clusters = [...Map.groupBy(rows, clusterOf).values()];
  const count = clusters.length;
  if (count < FEWEST_CLUSTERS) return { value, interval: null };
  const figures = resample(clusters, figure, seeded(seed), resamples);
  const [least, greatest] = [figures.at(0), figures.at(-1)];
  if (least === undefined || least === greatest) return { value, interval: null };
  const below =
    figures.filter((one) => one < value).length + figures.filter((one) => one === value).length / 2;
  // Never 0 or 1, whose deviates are infinite.
  const bias = normalAt(
    Math.min(1 - 0.5 / figures.length, Math.max(0.5 / figures.length, below / figures.length)),
  );
  const { acceleration, error } = jackknife(clusters, figure);
  const freedom = Math.max(1, effectiveClusters(clusters) - 1);
  const deviate = studentQuantile(level, freedom) * Math.max(1, error / deviationOf(figures));
  const end = (z: number): number => {
    const shifted = bias + z;
    return quantileAt(figures, normalCumulative(bias + shifted / (1 - acceleration * shifted)));
  };
  return { value, interval: [end(-deviate), end(deviate)] };
}
