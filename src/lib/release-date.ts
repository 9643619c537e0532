/** A date in parts, each of which may be missing. */
export interface DateParts {
  year?: number | null | undefined;
  month?: number | null | undefined;
  day?: number | null | undefined;
}

export type DatePrecision = 'day' | 'month' | 'year';

export interface ReleaseDate {
  /** ISO date; an unknown month or day is 01. */
  date: string;
  precision: DatePrecision;
}

const MIN_YEAR = 1900;
const MAX_YEAR = 2100;

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A release date from its parts, as precise as they allow; null without a plausible year. */
export function dateFromComponents(parts: DateParts | null | undefined): ReleaseDate | null {
  const year = parts?.year ?? 0;
  if (year < MIN_YEAR || year > MAX_YEAR) return null;
  const month = parts?.month ?? 0;
  if (month < 1 || month > 12) return { date: iso(year, 1, 1), precision: 'year' };
  const day = parts?.day ?? 0;
  if (!isRealDay(year, month, day)) return { date: iso(year, month, 1), precision: 'month' };
  return { date: iso(year, month, day), precision: 'day' };
}

/** A release date from `2004`, `2004-11` or `2004-11-09`. */
export function dateFromText(text: string | null | undefined): ReleaseDate | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text?.trim() ?? '');
  if (!match) return null;
  return dateFromComponents({
    year: Number(match[1]),
    month: match[2] === undefined ? null : Number(match[2]),
    day: match[3] === undefined ? null : Number(match[3]),
  });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A release date as English pages print it: `December 15, 2017`, `December 2017` or `2017`. */
export function dateFromDisplay(text: string | null | undefined): ReleaseDate | null {
  const match = /^(?:([a-z]{3})[a-z]*\.?\s+)?(?:(\d{1,2}),\s+)?(\d{4})$/i.exec(text?.trim() ?? '');
  if (!match) return null;
  const month = MONTHS.indexOf((match[1] ?? '').toLowerCase()) + 1;
  return dateFromComponents({ year: Number(match[3]), month, day: Number(match[2] ?? 0) });
}
