import { autocorrelationAt, correctedLagOne, type Series } from './autocorrelation.ts';
import { theilSenSlope } from './theil-sen.ts';
import { autocorrelationFactor } from './trend-test.ts';
import type { ChangePoint } from './types.ts';

/** A stretch of fewer bins is no level. */
const LEAST_STRETCH = 5;
const SIGNIFICANT = 0.05;

/** By how much a step must fit better than a line, as for two parameters more: its height and its place (BIC). */
const MORE_PARAMETERS = 2;

/**
 * Bins from which a measure stays at another level, found by halving: the test of Pettitt (1979, Applied Statistics
 * 28:126), then again on both sides. A steady slope passes that test as well, so a step must also fit better than a
 * line.
 */
export function changePointsOf(series: Series): ChangePoint[] {
  const { times, values } = series;
  const split = pettittSplit(values);
  if (split === null) return [];
  const [before, after] = [meanOf(values.slice(0, split)), meanOf(values.slice(split))];
  const noise = values.map((value, i) => value - (i < split ? before : after));
  const autocorrelation = correctedLagOne(autocorrelationAt(1, { times, values: noise }), values.length);
  const factor = autocorrelationFactor(values.length, autocorrelation);
  const p = pettittP(pettittStatistic(values, split), values.length, factor);
  const better = (values.length / factor) * Math.log(squares(aroundLine(series)) / squares(noise));
  if (p > SIGNIFICANT || better < MORE_PARAMETERS * Math.log(values.length)) return [];
  const part = (from: number, to?: number): Series => ({
    times: times.slice(from, to),
    values: values.slice(from, to),
  });
  return [
    ...changePointsOf(part(0, split)),
    { bin: times[split] ?? 0, before, after, p },
    ...changePointsOf(part(split)),
  ];
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);

function aroundLine({ times, values }: Series): number[] {
  const slope = theilSenSlope(times, values) ?? 0;
  const left = values.map((value, i) => value - slope * (times[i] ?? 0));
  const middle = meanOf(left);
  return left.map((value) => value - middle);
}

/** Pairs across the split that fall, less those that rise. */
export function pettittStatistic(values: readonly number[], split: number): number {
  let sum = 0;
  for (const earlier of values.slice(0, split)) {
    for (const later of values.slice(split)) sum += Math.sign(earlier - later);
  }
  return sum;
}

/** The split with the largest statistic that leaves a stretch on either side. */
function pettittSplit(values: readonly number[]): number | null {
  let [best, most]: [number | null, number] = [null, 0];
  for (let split = LEAST_STRETCH; split <= values.length - LEAST_STRETCH; split++) {
    const size = Math.abs(pettittStatistic(values, split));
    if (size > most) [best, most] = [split, size];
  }
  return best;
}

/** Approximate p of the largest statistic. `factor` is what autocorrelation multiplies its variance by, 1 for none. */
export function pettittP(statistic: number, n: number, factor: number): number {
  return Math.min(1, 2 * Math.exp((-6 * statistic ** 2) / ((n ** 3 + n ** 2) * factor)));
}
