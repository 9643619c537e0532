import type { Neighbours } from './catalogue-model.ts';
import { quantilesOf } from './quantiles.ts';

export type Vector = Float32Array;

export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** The same direction at length 1, in place. */
export function toUnit(vector: Vector): Vector {
  const length = Math.sqrt(dot(vector, vector));
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
  return vector;
}

export function meanOf(vectors: readonly Vector[]): Vector {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0);
  return mean.map((sum) => sum / vectors.length);
}

/** Cosine distances of unit vectors to their nearest, their tenth nearest and all others, as quantiles. */
export function neighbourDistances(vectors: readonly Vector[]): Neighbours {
  const [nearest, tenth, any]: [number[], number[], number[]] = [[], [], []];
  for (const one of vectors) {
    const distances = vectors.filter((other) => other !== one).map((other) => 1 - dot(one, other));
    distances.sort((a, b) => a - b);
    nearest.push(distances[0] ?? 0);
    tenth.push(distances[9] ?? 0);
    any.push(...distances);
  }
  return { nearest: quantilesOf(nearest, 11), tenth: quantilesOf(tenth, 11), any: quantilesOf(any, 11) };
}
