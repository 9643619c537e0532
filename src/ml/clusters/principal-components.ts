import { type Random, shuffled } from '../compose/random.ts';
import { type Points, pointsAt } from './points.ts';

/** Points that the directions are learned from. */
const SAMPLE = 4000;
const ITERATIONS = 12;

function meanOf({ data, count, dimensions }: Points): Float64Array {
  const mean = new Float64Array(dimensions);
  for (let i = 0; i < data.length; i++)
    mean[i % dimensions] = (mean[i % dimensions] ?? 0) + (data[i] ?? 0) / count;
  return mean;
}

function covarianceOf({ data, count, dimensions }: Points, mean: Float64Array): Float64Array {
  const covariance = new Float64Array(dimensions * dimensions);
  const row = new Float64Array(dimensions);
  for (let i = 0; i < count; i++) {
    for (let d = 0; d < dimensions; d++) row[d] = (data[i * dimensions + d] ?? 0) - (mean[d] ?? 0);
    for (let a = 0; a < dimensions; a++) {
      const value = (row[a] ?? 0) / count;
      const at = a * dimensions;
      for (let b = a; b < dimensions; b++)
        covariance[at + b] = (covariance[at + b] ?? 0) + value * (row[b] ?? 0);
    }
  }
  for (let a = 0; a < dimensions; a++)
    for (let b = 0; b < a; b++) covariance[a * dimensions + b] = covariance[b * dimensions + a] ?? 0;
  return covariance;
}

/** Makes the directions perpendicular and of length 1, one after the other (Gram-Schmidt). */
function straighten(directions: Float64Array[]): void {
  for (const [i, direction] of directions.entries()) {
    for (const other of directions.slice(0, i)) {
      const along = direction.reduce((sum, value, d) => sum + value * (other[d] ?? 0), 0);
      for (let d = 0; d < direction.length; d++) direction[d] = (direction[d] ?? 0) - along * (other[d] ?? 0);
    }
    const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
    for (let d = 0; d < direction.length; d++) direction[d] = length > 0 ? (direction[d] ?? 0) / length : 0;
  }
}

function multiplied(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const product = new Float64Array(size);
  for (let a = 0; a < size; a++) {
    let sum = 0;
    for (let b = 0; b < size; b++) sum += (matrix[a * size + b] ?? 0) * (vector[b] ?? 0);
    product[a] = sum;
  }
  return product;
}

/** The directions in which points differ most, perpendicular and of length 1, and the mean they are centred on. */
export interface PrincipalDirections {
  mean: Float64Array;
  directions: Float64Array[];
}

/**
 * The `dimensions` directions in which the points differ most, by subspace iteration on the covariance of a sample. They
 * depend on the points and the random numbers alone.
 */
export function principalDirections(points: Points, dimensions: number, random: Random): PrincipalDirections {
  const places = shuffled(
    Array.from({ length: points.count }, (_, i) => i),
    random,
  ).slice(0, SAMPLE);
  const sample = pointsAt(points, places);
  const mean = meanOf(sample);
  const covariance = covarianceOf(sample, mean);
  const wanted = Math.min(dimensions, points.dimensions);
  let directions: Float64Array[] = Array.from({ length: wanted }, () =>
    Float64Array.from(mean, () => random() - 0.5),
  );
  for (let i = 0; i < ITERATIONS; i++) {
    straighten(directions);
    directions = directions.map((direction) => multiplied(covariance, direction));
  }
  straighten(directions);
  return { mean, directions };
}

/** The points in their main directions. Points of fewer dimensions are only centred and turned. */
export function principalComponents(points: Points, dimensions: number, random: Random): Points {
  const { mean, directions } = principalDirections(points, dimensions, random);
  return project(points, mean, directions);
}

function project(points: Points, mean: Float64Array, directions: readonly Float64Array[]): Points {
  const { count, dimensions } = points;
  const data = new Float32Array(count * directions.length);
  for (let i = 0; i < count; i++) {
    for (const [k, direction] of directions.entries()) {
      let sum = 0;
      for (let d = 0; d < dimensions; d++)
        sum += ((points.data[i * dimensions + d] ?? 0) - (mean[d] ?? 0)) * (direction[d] ?? 0);
      data[i * directions.length + k] = sum;
    }
  }
  return { data, count, dimensions: directions.length };
}
