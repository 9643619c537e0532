const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

export function languageName(code: string): string {
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** "1994-10-11" to as much of "11 October 1994" as is known. */
export function formatDate(date: string, precision: string | null): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const format: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (precision !== 'year') format.month = 'long';
  if (precision !== 'year' && precision !== 'month') format.day = 'numeric';
  return day.toLocaleDateString('en-GB', format);
}

export const yearOf = (date: string | null): string | null => date?.slice(0, 4) ?? null;

/** Milliseconds as "4:01". */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export const formatCount = (count: number): string => count.toLocaleString('en-GB');

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** "money_and_wealth" to "money and wealth". */
export const words = (label: string): string => label.replaceAll('_', ' ');
