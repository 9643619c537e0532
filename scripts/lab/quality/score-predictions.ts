import { seeded } from '../../../src/ml/compose/random.ts';
import { meanAbsoluteError, meanOf, rootMeanSquaredError } from '../statistics/errors.ts';
import { spearman } from '../statistics/rank-correlation.ts';

/** A song with its label and what was foreseen of it; `artist` is the unit that is resampled. */
export interface Predicted {
  artist: string;
  label: number;
  /** The middle of what was foreseen, which misses least in absolute error. */
  median: number;
  /** The mean of what was foreseen, which misses least in squared error. */
  expected: number;
  /** Null if there is no interval. */
  interval: { low: number; high: number } | null;
}

export type Range = [number, number];

export interface PredictionScores {
  /** Mean absolute error of the median. */
  mae: number;
  /** 95 % intervals: artists are resampled with all their songs. */
  mae_interval: Range;
  /** Root mean squared error of the expected label, as the rank correlation. */
  rmse: number;
  rmse_interval: Range;
  /** Null where either side is constant. */
  spearman: number | null;
  spearman_interval: Range | null;
  mae_of_expected: number;
  interval_coverage: number | null;
  interval_coverage_interval: Range | null;
  interval_width: number | null;
}

const RESAMPLES = 1000;
const SEED = 18;

export function scorePredictions(rows: readonly Predicted[]): PredictionScores {
  const spearman = spearmanOf(rows);
  const coverage = coverageOf(rows);
  return {
    mae: maeOf(rows),
    mae_interval: resampledRange(rows, maeOf),
    rmse: rmseOf(rows),
    rmse_interval: resampledRange(rows, rmseOf),
    spearman,
    spearman_interval: spearman === null ? null : resampledRange(rows, (part) => spearmanOf(part) ?? 0),
    mae_of_expected: meanOf(rows.map(({ label, expected }) => Math.abs(expected - label))),
    interval_coverage: coverage,
    interval_coverage_interval:
      coverage === null ? null : resampledRange(rows, (part) => coverageOf(part) ?? 0),
    interval_width:
      coverage === null
        ? null
        : meanOf(rows.map(({ interval }) => (interval === null ? 0 : interval.high - interval.low))),
  };
}

/** How much less the model misses than another one on the same songs: positive where the model is better. */
export function gainOver(
  model: readonly Predicted[],
  other: readonly Predicted[],
): { gain: number; interval: Range } {
  const paired = model.map(({ artist, label, median }, at) => ({
    artist,
    gain: Math.abs((other[at]?.median ?? median) - label) - Math.abs(median - label),
  }));
  const gainOf = (rows: readonly { gain: number }[]): number => meanOf(rows.map(({ gain }) => gain));
  return { gain: gainOf(paired), interval: resampledRange(paired, gainOf) };
}

const maeOf = (rows: readonly Predicted[]): number =>
  meanAbsoluteError(rows.map(({ label, median }) => ({ predicted: median, actual: label })));

const rmseOf = (rows: readonly Predicted[]): number =>
  rootMeanSquaredError(rows.map(({ label, expected }) => ({ predicted: expected, actual: label })));

/** Ends that were computed count as inside. */
const EDGE = 1e-9;

function coverageOf(rows: readonly Predicted[]): number | null {
  if (rows.some(({ interval }) => interval === null)) return null;
  return meanOf(
    rows.map(({ label, interval }) =>
      interval !== null && label >= interval.low - EDGE && label <= interval.high + EDGE ? 1 : 0,
    ),
  );
}

/** Spearman's rank correlation of the labels and what was expected; null where either side is constant. */
export const spearmanOf = (rows: readonly Pick<Predicted, 'label' | 'expected'>[]): number | null =>
  spearman(rows.map(({ label, expected }) => ({ predicted: expected, actual: label })));

/** The middle 95 % of a figure over resamples of whole artists. */
function resampledRange<T extends { artist: string }>(
  rows: readonly T[],
  figure: (rows: readonly T[]) => number,
): Range {
  const artists = [...Map.groupBy(rows, ({ artist }) => artist).values()];
  const random = seeded(SEED);
  const draw = (): T[] => artists.flatMap(() => artists[Math.floor(random() * artists.length)] ?? []);
  const figures = Array.from({ length: RESAMPLES }, () => figure(draw())).sort((a, b) => a - b);
  const at = (share: number): number => figures[Math.round(share * (RESAMPLES - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}
