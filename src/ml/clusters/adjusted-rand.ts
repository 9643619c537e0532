const pairs = (n: number): number => (n * (n - 1)) / 2;

function sumOfPairs(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += pairs(count);
  return sum;
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/**
 * The adjusted Rand index of two labellings of the same things (Hubert and Arabie 1985): 1 for the same partition, about 0 for
 * unrelated ones. Throws if they differ in length.
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error('the labellings differ in length');
  const [both, first, second] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (let i = 0; i < a.length; i++) {
    add(both, `${a[i]} ${b[i]}`);
    add(first, String(a[i]));
    add(second, String(b[i]));
  }
  const together = sumOfPairs(both.values());
  const [inFirst, inSecond] = [sumOfPairs(first.values()), sumOfPairs(second.values())];
  const expected = a.length < 2 ? 0 : (inFirst * inSecond) / pairs(a.length);
  const most = (inFirst + inSecond) / 2;
  // Both are one cluster, or both are clusters of one.
  return most === expected ? 1 : (together - expected) / (most - expected);
}
