/** The mean of unit vectors, scaled to unit length. Throws for an empty list and if the vectors cancel out. */
export function meanVector(vectors: readonly (readonly number[])[]): number[] {
  const first = vectors[0];
  if (first === undefined) throw new Error('no vectors to average');
  const sum = first.map((_, i) => vectors.reduce((total, vector) => total + (vector[i] ?? 0), 0));
  const length = Math.sqrt(sum.reduce((total, x) => total + x * x, 0));
  if (!(length > 0)) throw new Error('the vectors cancel out');
  return sum.map((x) => x / length);
}
