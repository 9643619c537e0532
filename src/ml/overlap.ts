/** The size of the intersection of two sets divided by the size of their union (Jaccard), 0-1; 1 if both are empty. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const common = [...a].filter((one) => b.has(one)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 1 : common / all;
}

/**
 * How far two weightings agree: the sum of each pair's smaller weight divided by the sum of the larger ones (Ruzicka),
 * 0-1, 1 if all are equal; null if all weights are 0.
 */
export function ruzicka(pairs: readonly (readonly [number, number])[]): number | null {
  const sum = (pick: (a: number, b: number) => number) =>
    pairs.reduce((total, [a, b]) => total + pick(a, b), 0);
  const larger = sum(Math.max);
  return larger === 0 ? null : sum(Math.min) / larger;
}

/** 1 minus the difference of two numbers as a share of `range`; null if one of them is unknown. */
export function closeness(a: number | null, b: number | null, range: number): number | null {
  return a === null || b === null ? null : 1 - Math.abs(a - b) / range;
}
