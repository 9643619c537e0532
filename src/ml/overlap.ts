/** What two sets have in common over all that they have (Jaccard), 0-1; 1 where both are empty. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const common = [...a].filter((one) => b.has(one)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 1 : common / all;
}

/**
 * How far two weightings agree: the sum of each pair's smaller weight over that of its larger one (Ruzicka), 0-1, 1 where
 * all are equal; null where all weights are 0.
 */
export function ruzicka(pairs: readonly (readonly [number, number])[]): number | null {
  const sum = (pick: (a: number, b: number) => number) =>
    pairs.reduce((total, [a, b]) => total + pick(a, b), 0);
  const larger = sum(Math.max);
  return larger === 0 ? null : sum(Math.min) / larger;
}

/** 1 less the share of `range` by which two numbers differ; null where one of them is not known. */
export function closeness(a: number | null, b: number | null, range: number): number | null {
  return a === null || b === null ? null : 1 - Math.abs(a - b) / range;
}
