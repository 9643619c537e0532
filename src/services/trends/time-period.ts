/** `3months` to `120months`, `1year` to `10years`. */
export const TIME_PERIOD = /^(?:([3-9]|[1-9]\d|1[01]\d|120)months|(1)year|([2-9]|10)years)$/;

/** The periods whose unfiltered answers are computed by the schedule. */
export const STORED_PERIODS = [
  '3months',
  '6months',
  '1year',
  '2years',
  '3years',
  '5years',
  '10years',
] as const;

const MONTHS_A_YEAR = 12;

/** The length of a period in months. Throws for a text that is none: the schema has checked it. */
export function monthsIn(period: string): number {
  const match = TIME_PERIOD.exec(period);
  if (match === null) throw new Error(`not a time period: ${period}`);
  const [, months, year, years] = match;
  return months === undefined ? Number(year ?? years) * MONTHS_A_YEAR : Number(months);
}

/** The stored period of the same length; null if there is none. */
export const storedPeriodOf = (months: number): string | null =>
  STORED_PERIODS.find((period) => monthsIn(period) === months) ?? null;

/** `10 years`, `1 year`, `3 months`. */
export const periodInWords = (period: string): string => period.replace(/^\d+/, '$& ');
