/**
 * A JSON value with every number rounded to this many decimals: further digits carry no information and take up space.
 */
export function roundNumbers<T>(value: T, decimals: number): T {
  const factor = 10 ** decimals;
  const round = (one: unknown): unknown => {
    if (typeof one === 'number') return Math.round(one * factor) / factor;
    if (Array.isArray(one)) return one.map(round);
    if (typeof one !== 'object' || one === null) return one;
    const rounded: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(one)) rounded[key] = round(inner);
    return rounded;
  };
  return round(value) as T;
}
