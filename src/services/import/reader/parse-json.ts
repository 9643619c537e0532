import JSON5 from 'json5';
import type { ReaderNotes } from './notes.ts';

/** A line of JSON without blanks and a byte order mark around it, and without the comma of a list behind it. */
export function trimValue(line: string): string {
  const text = line.trim();
  return text.endsWith(',') ? text.slice(0, -1).trimEnd() : text;
}

export type ParsedJson = { value: unknown } | { reason: string };

/**
 * A value of JSON, or of what scripts write for JSON: with NaN, Infinity, trailing commas, comments or single quotes
 * (JSON5), which is counted. The reason tells a place, never the text.
 */
export function parseJson(text: string, notes: ReaderNotes): ParsedJson {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const value = parseLoose(text);
    if (value === undefined) return { reason: describeSyntaxError(error) };
    notes.looseJson += 1;
    return { value };
  }
}

// JSON5 reads control characters, which in JSON are damage.
const DAMAGE = /(?![\n\r\t])\p{Cc}/u;

function parseLoose(text: string): unknown {
  if (DAMAGE.test(text)) return undefined;
  try {
    return JSON5.parse(text);
  } catch {
    return undefined;
  }
}

function describeSyntaxError(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/^(?:Unterminated string|Unexpected end)/.test(message)) return 'broken JSON: it breaks off';
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return `broken JSON at character ${Number(position) + 1}`;
  const mark = /^Unexpected token '(.)'/su.exec(message)?.[1];
  return mark === undefined ? 'broken JSON' : `broken JSON: ${JSON.stringify(mark)} stands where it may not`;
}
