/** Shorter lengths are seconds: no song lasts ten seconds or less, nor almost three hours. */
const MIN_MILLISECONDS = 10_000;
const CLOCK = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:\.\d+)?$/;

/**
 * A length in milliseconds, given in milliseconds, in seconds (LRCLIB) or as m:ss. What is none of these is returned as it
 * is, for the check of the field to refuse.
 */
export function toMilliseconds(value: unknown): unknown {
  const clock = typeof value === 'string' ? CLOCK.exec(value.trim()) : null;
  if (clock !== null) {
    const [, hours = '0', minutes = '0', seconds = '0'] = clock;
    return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  }
  const length = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof length !== 'number' || Number.isNaN(length)) return value;
  return length < MIN_MILLISECONDS ? Math.round(length * 1000) : length;
}
