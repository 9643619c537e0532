/**
 * p-values corrected for how many were looked at (Benjamini and Hochberg 1995, JRSS B 57:289): those at most q form a
 * list with a false discovery rate of at most q. In the order of the input; null stays null and is not counted.
 */
export function adjustBenjaminiHochberg(ps: readonly (number | null)[]): (number | null)[] {
  const known = ps.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = ps.map(() => null);
  let least = 1;
  for (const [place, { p, index }] of known.entries()) {
    least = Math.min(least, (p * known.length) / (known.length - place));
    adjusted[index] = least;
  }
  return adjusted;
}
