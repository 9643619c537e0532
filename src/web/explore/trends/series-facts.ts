import type { CurrentTrends, SeriesTrend } from '../../../services/trends/contract.ts';
import type { TrendSort } from './trend-state.ts';

export type Series = SeriesTrend;
export type TimeBin = NonNullable<CurrentTrends['window']>['bins'][number];

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/**
 * Where the fitted line begins and ends: its slope by Theil-Sen, its height by the median of what it leaves over. Where the slope
 * is 0, the means of the two halves.
 */
export function endsOf({ values, change, early, late }: Series): { from: number; to: number } {
  if (change === null || change === 0) return { from: early ?? 0, to: late ?? 0 };
  const steps = Math.max(1, values.length - 1);
  const rests = values.flatMap((value, at) => (value === null ? [] : [value - change * (at / steps)]));
  const from = median(rests);
  return { from, to: from + change };
}

/** How far a series moves against how surely each of its points is known: what the eye sees of a band and its line. */
export function effectOf(series: Series): number {
  const { from, to } = endsOf(series);
  const widths = series.upper.flatMap((upper, at) => {
    const lower = series.lower[at] ?? null;
    return upper === null || lower === null ? [] : [upper - lower];
  });
  const spread = known(series.values);
  const width = widths.length > 0 ? median(widths) : Math.max(...spread, 0) - Math.min(...spread, 0);
  return width === 0 ? 0 : Math.abs(to - from) / width;
}

/** Whether anything of it was ever found: what never occurs makes no chart. */
export const hasAny = ({ values }: Series): boolean => values.some((value) => value !== null && value !== 0);

const ORDERS: Record<TrendSort, (a: Series, b: Series) => number> = {
  effect: (a, b) => effectOf(b) - effectOf(a),
  chance: (a, b) => (a.p ?? 1) - (b.p ?? 1) || effectOf(b) - effectOf(a),
  name: (a, b) => a.label.localeCompare(b.label),
};

export interface SortedSeries {
  rising: Series[];
  falling: Series[];
  /** No clear change. */
  level: Series[];
  /** Never found in these songs. */
  absent: Series[];
}

export function sortSeries(series: readonly Series[], sort: TrendSort): SortedSeries {
  const sorted = series.toSorted((a, b) => ORDERS[sort](a, b) || a.name.localeCompare(b.name));
  const moving = (direction: Series['direction']) =>
    sorted.filter((one) => one.significant && one.direction === direction);
  const [rising, falling] = [moving('rising'), moving('falling')];
  const others = sorted.filter((one) => !rising.includes(one) && !falling.includes(one));
  return { rising, falling, level: others.filter(hasAny), absent: others.filter((one) => !hasAny(one)) };
}

/** The bins from one label to another; all of them where neither is one of them. */
export function binsBetween(bins: readonly TimeBin[], from: string, to: string): readonly TimeBin[] {
  const first = bins.findIndex(({ label }) => label === from);
  const last = bins.findIndex(({ label }) => label === to);
  if (first < 0 && last < 0) return bins;
  const ends = [Math.max(0, first), last < 0 ? bins.length - 1 : last];
  return bins.slice(Math.min(...ends), Math.max(...ends) + 1);
}
