/** Vectors of one length, one after the other. */
export interface Points {
  readonly data: Float32Array;
  readonly count: number;
  readonly dimensions: number;
}

/** Vectors of equal length as points. Throws if their lengths differ. */
export function toPoints(vectors: readonly ArrayLike<number>[]): Points {
  const dimensions = vectors[0]?.length ?? 0;
  const data = new Float32Array(vectors.length * dimensions);
  for (const [i, vector] of vectors.entries()) {
    if (vector.length !== dimensions) throw new Error('the vectors differ in length');
    data.set(vector, i * dimensions);
  }
  return { data, count: vectors.length, dimensions };
}

/** The points at these places. */
export function pointsAt(points: Points, places: ArrayLike<number>): Points {
  const { dimensions } = points;
  const data = new Float32Array(places.length * dimensions);
  for (let i = 0; i < places.length; i++) {
    const from = (places[i] ?? 0) * dimensions;
    data.set(points.data.subarray(from, from + dimensions), i * dimensions);
  }
  return { data, count: places.length, dimensions };
}

/** The square of the Euclidean distance of point `i` of one set to point `j` of another of the same dimensions. */
export function squaredDistance(a: Points, i: number, b: Points, j: number): number {
  const { dimensions } = a;
  const [from, other] = [i * dimensions, j * dimensions];
  let sum = 0;
  for (let d = 0; d < dimensions; d++) {
    const difference = (a.data[from + d] ?? 0) - (b.data[other + d] ?? 0);
    sum += difference * difference;
  }
  return sum;
}
