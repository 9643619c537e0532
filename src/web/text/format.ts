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

export const formatCount = (count: number): string => formatNumber(count, 0);

const numberFormats = new Map<number, Intl.NumberFormat>();

/** Kept: to make one takes as long as to write a hundred numbers with it. */
function numberFormat(digits: number): Intl.NumberFormat {
  const known = numberFormats.get(digits);
  if (known) return known;
  const format = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  });
  numberFormats.set(digits, format);
  return format;
}

/** A number with so many decimals, grouped by thousands; nothing that rounds to zero has a sign. */
export const formatNumber = (value: number, digits: number): string =>
  numberFormat(digits).format(value).replace('-', '−');

/** As formatNumber, with the sign of positive numbers too: "+0.25". */
export function formatSigned(value: number, digits: number): string {
  const text = formatNumber(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share between 0 and 1 as "43 %". */
export const formatShare = (share: number): string => `${formatNumber(share * 100, 0)} %`;

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** "money_and_wealth" to "money and wealth". */
export const words = (label: string): string => label.replaceAll('_', ' ');

/** "money_and_wealth" to "Money and wealth". */
export const sentenceWords = (label: string): string => {
  const text = words(label);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** A field of a request as a form names it: "query.from_year" to "From year", "query.q" to "Question". */
export function fieldName(path: string): string {
  const field = path.split('.').slice(1).join(' ') || path;
  return field === 'q' ? 'Question' : sentenceWords(field);
}
