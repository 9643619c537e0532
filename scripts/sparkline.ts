const BARS = '▁▂▃▄▅▆▇█';
const GAP = '·';

/**
 * The values as one character each, between the lowest and the highest of `others` and themselves; a dot for no value. All
 * the same: the middle.
 */
export function sparkline(values: readonly (number | null)[], others: readonly number[] = []): string {
  const known = [...values.filter((value) => value !== null), ...others];
  const least = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const span = most - least;
  const bar = (value: number) => {
    const place = span > 0 ? (value - least) / span : 0.5;
    return BARS[Math.min(BARS.length - 1, Math.floor(place * BARS.length))] ?? GAP;
  };
  return values.map((value) => (value === null ? GAP : bar(value))).join('');
}
