const HITS = /^barline_cache_total\|cache=[^,|]+,result=hit\|$/;
const MISSES = /^barline_cache_total\|cache=[^,|]+,result=miss\|$/;

/** Share of cache look-ups that hit, 0-1; null where nothing was looked up. */
export function hitRate(fields: Record<string, number>): number | null {
  const sum = (pattern: RegExp) =>
    Object.entries(fields).reduce(
      (total, [field, value]) => (pattern.test(field) ? total + value : total),
      0,
    );
  const hits = sum(HITS);
  const all = hits + sum(MISSES);
  return all === 0 ? null : hits / all;
}
