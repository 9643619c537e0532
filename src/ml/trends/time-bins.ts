import { PRECISIONS, type Precision } from './packed-songs.ts';

export const BASE_UNITS = ['week', 'month', 'quarter', 'year'] as const;
/** The unit in which bins are counted before they widen. */
export type BaseUnit = (typeof BASE_UNITS)[number];

/** A stretch of time, in days since 1970. */
export interface TimeBin {
  from: number;
  /** Exclusive. */
  to: number;
}

export interface TimeBins {
  unit: BaseUnit;
  /** Units a bin. */
  width: number;
  /** The oldest first. */
  bins: readonly TimeBin[];
  /** The bin of a song; -1 outside, or where its date is known less precisely than the unit. */
  binOf(day: number, precision: number): number;
}

export interface Window {
  /** Length in months, 3 to 120. */
  months: number;
  /** The newest release of the catalogue, in days since 1970. */
  newest: number;
}

export const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;
const DAYS_A_MONTH = 30.44;
const MONTHS_OF = { month: 1, quarter: 3, year: 12 } as const;
const COARSEST: Readonly<Record<BaseUnit, Precision>> = {
  week: 'day',
  month: 'month',
  quarter: 'month',
  year: 'year',
};

/** Whether a date of this precision tells in which unit it lies. */
export const isPreciseEnough = (unit: BaseUnit, precision: number): boolean =>
  precision <= PRECISIONS.indexOf(COARSEST[unit]);

const dayOf = (year: number, month: number): number => Date.UTC(year, month, 1) / DAY_MS;

/** First day of the month that is `months` after that of the day. */
function monthsAfter(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + months);
}

/**
 * Bins of `width` units, counted back from the newest release as far as the window reaches: weeks from its day, months and
 * quarters from the end of its month, years from the end of its year.
 */
export function timeBins(unit: BaseUnit, width: number, { months, newest }: Window): TimeBins {
  const ends = unit === 'week' ? weekEnds(width, months, newest) : monthEnds(unit, width, { months, newest });
  const bins = ends.slice(0, -1).map((from, i) => ({ from, to: ends[i + 1] ?? from }));
  return withBins({ unit, width }, bins);
}

/** Windows shorter than a year are counted in weeks. */
export const LEAST_MONTHS_BY_MONTH = 12;

/** The length of a window before bins widen: whole months, or the days of whole weeks up to the newest release. */
export const nominalLength = (months: number): { months: number } | { days: number } =>
  months < LEAST_MONTHS_BY_MONTH ? { days: DAYS_A_WEEK * weeksIn(months) } : { months };

const weeksIn = (months: number): number => Math.round((months * DAYS_A_MONTH) / DAYS_A_WEEK);

/** Without all but the last bins. */
export function lastBins({ unit, width, bins }: TimeBins, count: number): TimeBins {
  return withBins({ unit, width }, bins.slice(Math.max(0, bins.length - count)));
}

/** The same bins going on, after the last. */
export function binsAfter({ unit, width, bins }: TimeBins, count: number): TimeBin[] {
  const end = bins.at(-1)?.to ?? 0;
  const at = (n: number) =>
    unit === 'week' ? end + n * width * DAYS_A_WEEK : monthsAfter(end, n * width * MONTHS_OF[unit]);
  return Array.from({ length: count }, (_, n) => ({ from: at(n), to: at(n + 1) }));
}

/** Bins a year. */
export const binsAYear = ({ unit, width }: TimeBins): number =>
  unit === 'week' ? 52.18 / width : 12 / (width * MONTHS_OF[unit]);

function weekEnds(width: number, months: number, newest: number): number[] {
  const days = width * DAYS_A_WEEK;
  const count = Math.floor(weeksIn(months) / width);
  return Array.from({ length: count + 1 }, (_, n) => newest + 1 - (count - n) * days);
}

function monthEnds(unit: 'month' | 'quarter' | 'year', width: number, { months, newest }: Window): number[] {
  const step = width * MONTHS_OF[unit];
  const count = Math.floor(months / step);
  const date = new Date(newest * DAY_MS);
  const end = unit === 'year' ? dayOf(date.getUTCFullYear() + 1, 0) : monthsAfter(newest, 1);
  return Array.from({ length: count + 1 }, (_, n) => monthsAfter(end, -(count - n) * step));
}

/** A table by day answers for each song at once. */
function withBins({ unit, width }: Pick<TimeBins, 'unit' | 'width'>, bins: readonly TimeBin[]): TimeBins {
  const start = bins[0]?.from ?? 0;
  const table = new Int16Array(Math.max(0, (bins.at(-1)?.to ?? start) - start));
  for (const [i, { from, to }] of bins.entries()) table.fill(i, from - start, to - start);
  const binOf = (day: number, precision: number): number =>
    isPreciseEnough(unit, precision) ? (table[day - start] ?? -1) : -1;
  return { unit, width, bins, binOf };
}

/** `2024`, `2024-Q3`, `2024-07`, or the first and the last month or day. */
export function binLabel({ from, to }: TimeBin): string {
  const [first, last] = [new Date(from * DAY_MS), new Date((to - 1) * DAY_MS)];
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const month = (date: Date) => date.toISOString().slice(0, 7);
  if (first.getUTCDate() !== 1 || new Date(to * DAY_MS).getUTCDate() !== 1)
    return `${day(first)} to ${day(last)}`;
  const [year, start] = [first.getUTCFullYear(), first.getUTCMonth()];
  const months = (last.getUTCFullYear() - year) * 12 + last.getUTCMonth() - start + 1;
  if (months === 12 && start === 0) return String(year);
  if (months === 3 && start % 3 === 0) return `${year}-Q${start / 3 + 1}`;
  return months === 1 ? month(first) : `${month(first)} to ${month(last)}`;
}
