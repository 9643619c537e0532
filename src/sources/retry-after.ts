/**
 * Reads a Retry-After header (RFC 9110, 10.2.3): delay in seconds or an HTTP date. Returns milliseconds from `nowMs`,
 * never negative, or undefined if the header is absent or unreadable.
 */
export function parseRetryAfter(value: string | null, nowMs: number): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const delayMs = Number(text) * 1000;
    return Number.isSafeInteger(Math.ceil(delayMs)) ? Math.ceil(delayMs) : undefined;
  }
  // Date.parse accepts almost anything, even a date without comma and zone, so the weekday form is required.
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return undefined;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
