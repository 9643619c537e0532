import type { BatchResult } from '../api/types.ts';
import { problemOf, sentimentOf, themesOf } from './result-columns.tsx';

const HEAD = ['row', 'id', 'status', 'sentiment', 'themes', 'rhyme_density', 'problem'];

/**
 * A cell of CSV (RFC 4180). Spreadsheets run what begins like a formula, so that such text gets an apostrophe before it.
 */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Results as CSV, a line each, with the names of the columns above. */
export function toCsv(results: readonly BatchResult[]): string {
  const rows = results.map((result) => [
    result.index + 1,
    result.id,
    result.status,
    sentimentOf(result),
    themesOf(result),
    result.analysis?.rhyme.density ?? null,
    problemOf(result),
  ]);
  return [HEAD, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
