/**
 * Picks `count` items of a list so that each is relevant and different from those already picked, by maximal marginal
 * relevance (Carbonell and Goldstein 1998, https://doi.org/10.1145/290941.291025).
 *
 * @param relevance of each item, in the same units as `likeness`
 * @param likeness of each item with each
 * @param diversity 0 picks by relevance alone, 1 by difference alone
 * @returns places in the list, in the order they were picked
 */
export function diversify(
  relevance: readonly number[],
  likeness: readonly (readonly number[])[],
  diversity: number,
  count: number,
): number[] {
  const left = new Set(relevance.keys());
  const nearest = relevance.map(() => 0);
  const picked: number[] = [];
  const worth = (i: number): number =>
    (1 - diversity) * (relevance[i] ?? 0) - diversity * (picked.length === 0 ? 0 : (nearest[i] ?? 0));
  while (picked.length < count && left.size > 0) {
    const best = [...left].reduce((a, b) => (worth(b) > worth(a) ? b : a));
    left.delete(best);
    picked.push(best);
    for (const i of left) {
      const like = likeness[best]?.[i] ?? 0;
      nearest[i] = picked.length === 1 ? like : Math.max(nearest[i] ?? 0, like);
    }
  }
  return picked;
}
