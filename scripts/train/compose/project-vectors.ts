/** Steps of subspace iteration: the order of the directions settles long before. */
const ROUNDS = 25;

/** The vectors on the directions in which they differ most, after their mean, each of length 1. */
export function projectVectors(vectors: readonly Float32Array[], size: number): Float64Array[] {
  const width = vectors[0]?.length ?? 0;
  const mean = new Float64Array(width);
  for (const vector of vectors) addScaled(mean, vector, 1 / vectors.length);
  const centred = vectors.map((vector) => Float64Array.from(vector, (x, i) => x - (mean[i] ?? 0)));
  let basis = orthonormal(Array.from({ length: size }, (_, k) => wave(width, k)));
  for (let round = 0; round < ROUNDS; round++) {
    const next = basis.map(() => new Float64Array(width));
    for (const vector of centred)
      for (const [k, direction] of basis.entries()) addScaled(next[k], vector, dot(vector, direction));
    basis = orthonormal(next);
  }
  return centred.map((vector) => unit(Float64Array.from(basis, (direction) => dot(vector, direction))));
}

/** A start that favours no direction and is the same every time. */
const wave = (width: number, k: number): Float64Array =>
  Float64Array.from({ length: width }, (_, i) => Math.sin((i + 1) * (k + 1) * 1.7));

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addScaled(
  target: Float64Array | undefined,
  vector: Float64Array | Float32Array,
  scale: number,
): void {
  if (target) for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + scale * (vector[i] ?? 0);
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((x) => x / length);
}

function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = Float64Array.from(vector);
    for (const other of done) addScaled(rest, other, -dot(rest, other));
    done.push(unit(rest));
  }
  return done;
}
