import type { SearchBench } from './bench-search.ts';

/** The exponent b of time = a·rows^b, by least squares on logarithms. */
export function fitExponent(points: readonly { rows: number; ms: number }[]): number {
  const xs = points.map(({ rows }) => Math.log(rows));
  const ys = points.map(({ ms }) => Math.log(ms));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const over = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? 0) - my), 0);
  const under = xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
  return Number((over / under).toFixed(3));
}

/** How the time of each kind of request grows with the number of songs. */
export function growthOf(
  benches: readonly SearchBench[],
): Record<string, { p50_exponent: number; p95_exponent: number }> {
  const names = Object.keys(benches[0]?.modes ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const points = (key: 'p50_ms' | 'p95_ms') =>
        benches.map(({ tracks, modes }) => ({ rows: tracks, ms: modes[name]?.[key] ?? 1 }));
      return [
        name,
        { p50_exponent: fitExponent(points('p50_ms')), p95_exponent: fitExponent(points('p95_ms')) },
      ];
    }),
  );
}
