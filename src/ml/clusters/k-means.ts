import { drawByWeight, type Random } from '../compose/random.ts';
import { type Points, pointsAt, squaredDistance } from './points.ts';

export interface Clustering {
  /** The cluster of each point, from 0. */
  readonly labels: Uint16Array;
  readonly centres: Points;
  /** The sum of the squared distances of points to their centre. */
  readonly inertia: number;
}

export interface KMeansOptions {
  readonly k: number;
  readonly random: Random;
  /** The best of as many starts. */
  readonly restarts?: number;
  readonly maxIterations?: number;
}

/** Candidates for the next centre, of which the one that helps most is taken. */
const candidatesFor = (k: number): number => 2 + Math.floor(Math.log(Math.max(1, k)));

/** Distances squared to the nearest of the centres, when point `centre` becomes one. */
function nearer(points: Points, distances: Float64Array, centre: number): Float64Array {
  return distances.map((distance, i) => Math.min(distance, squaredDistance(points, i, points, centre)));
}

/** Greedy k-means++ (Arthur and Vassilvitskii 2007): points far from the centres so far are likelier to be the next one. */
function firstCentres(points: Points, k: number, random: Random): Points {
  const first = Math.floor(random() * points.count);
  const chosen = [first];
  let distances = nearer(points, new Float64Array(points.count).fill(Number.POSITIVE_INFINITY), first);
  while (chosen.length < k) {
    let best: { place: number; distances: Float64Array; sum: number } | null = null;
    for (let i = 0; i < candidatesFor(k); i++) {
      const drawn = drawByWeight(distances, random);
      const place = drawn < 0 ? Math.floor(random() * points.count) : drawn;
      const after = nearer(points, distances, place);
      const sum = after.reduce((total, distance) => total + distance, 0);
      if (best === null || sum < best.sum) best = { place, distances: after, sum };
    }
    if (best === null) break;
    chosen.push(best.place);
    distances = best.distances;
  }
  return pointsAt(points, chosen);
}

/** The nearest centre of each point, and the squared distance to it. */
export function assignTo(points: Points, centres: Points): { labels: Uint16Array; distances: Float64Array } {
  const labels = new Uint16Array(points.count);
  const distances = new Float64Array(points.count);
  for (let i = 0; i < points.count; i++) {
    let [nearest, least] = [0, Number.POSITIVE_INFINITY];
    for (let c = 0; c < centres.count; c++) {
      const distance = squaredDistance(points, i, centres, c);
      if (distance < least) [nearest, least] = [c, distance];
    }
    labels[i] = nearest;
    distances[i] = least;
  }
  return { labels, distances };
}

const farthest = (distances: Float64Array): number =>
  distances.reduce((at, distance, i) => (distance > (distances[at] ?? 0) ? i : at), 0);

/** The means of the clusters; an empty one moves to the point that is farthest from its centre. */
function meansOf(points: Points, k: number, { labels, distances }: ReturnType<typeof assignTo>): Points {
  const { dimensions } = points;
  const sums = new Float64Array(k * dimensions);
  const counts = new Uint32Array(k);
  for (let i = 0; i < points.count; i++) {
    const label = labels[i] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
    for (let d = 0; d < dimensions; d++)
      sums[label * dimensions + d] =
        (sums[label * dimensions + d] ?? 0) + (points.data[i * dimensions + d] ?? 0);
  }
  const data = new Float32Array(k * dimensions);
  for (let c = 0; c < k; c++) {
    const count = counts[c] ?? 0;
    if (count > 0) {
      for (let d = 0; d < dimensions; d++) data[c * dimensions + d] = (sums[c * dimensions + d] ?? 0) / count;
      continue;
    }
    const far = farthest(distances);
    distances[far] = 0;
    data.set(points.data.subarray(far * dimensions, (far + 1) * dimensions), c * dimensions);
  }
  return { data, count: k, dimensions };
}

/** Lloyd's iterations from these centres, until no point changes its cluster. */
export function refine(points: Points, from: Points, maxIterations: number): Clustering {
  let centres = from;
  let assigned = assignTo(points, centres);
  for (let i = 0; i < maxIterations; i++) {
    centres = meansOf(points, centres.count, assigned);
    const next = assignTo(points, centres);
    const isSettled = next.labels.every((label, at) => label === assigned.labels[at]);
    assigned = next;
    if (isSettled) break;
  }
  const inertia = assigned.distances.reduce((sum, distance) => sum + distance, 0);
  return { labels: assigned.labels, centres, inertia };
}

/** k-means: the clustering of least inertia of several starts. Throws unless 1 ≤ k ≤ points. */
export function kMeans(
  points: Points,
  { k, random, restarts = 4, maxIterations = 50 }: KMeansOptions,
): Clustering {
  if (!(k >= 1 && k <= points.count)) throw new Error(`${points.count} points cannot form ${k} clusters`);
  let best: Clustering | null = null;
  for (let i = 0; i < Math.max(1, restarts); i++) {
    const found = refine(points, firstCentres(points, k, random), maxIterations);
    if (best === null || found.inertia < best.inertia) best = found;
  }
  if (best === null) throw new Error('no start');
  return best;
}
