import { UMAP } from 'umap-js';
import { type Points, pointsAt, squaredDistance } from '../../src/ml/clusters/points.ts';
import { type Random, shuffled } from '../../src/ml/compose/random.ts';

export type Position = readonly [number, number];

/** Songs that are laid out together; the others are placed by their nearest of these. */
const LANDMARKS = 2500;
const NEIGHBOURS = 15;
const EPOCHS = 300;
const MIN_DISTANCE = 0.12;
/** Fewer songs have no neighbourhoods to keep: they lie by the two directions in which they differ most. */
const LEAST_SONGS = 12;
const PLACED_BY = 4;

export interface MapLayout {
  positions: Position[];
  method: 'umap' | 'principal_components';
  landmarks: number;
}

const rowsOf = ({ data, count, dimensions }: Points): number[][] =>
  Array.from({ length: count }, (_, i) => Array.from(data.subarray(i * dimensions, (i + 1) * dimensions)));

/** The mean of the positions of the nearest landmarks, nearer ones counting more; a landmark stays where it is. */
function placeBy(points: Points, i: number, landmarks: Points, at: readonly Position[]): Position {
  const nearest: { distance: number; landmark: number }[] = [];
  for (let landmark = 0; landmark < landmarks.count; landmark++) {
    const distance = squaredDistance(points, i, landmarks, landmark);
    const last = nearest.at(-1);
    if (nearest.length === PLACED_BY && last !== undefined && distance >= last.distance) continue;
    const place = nearest.findIndex((one) => distance < one.distance);
    nearest.splice(place < 0 ? nearest.length : place, 0, { distance, landmark });
    if (nearest.length > PLACED_BY) nearest.pop();
  }
  if (nearest[0]?.distance === 0) return at[nearest[0].landmark] ?? [0, 0];
  let [x, y, total] = [0, 0, 0];
  for (const { distance, landmark } of nearest) {
    const weight = 1 / distance;
    const [a, b] = at[landmark] ?? [0, 0];
    x += a * weight;
    y += b * weight;
    total += weight;
  }
  return [x / total, y / total];
}

/** Positions in two dimensions by UMAP of landmarks; depends on the points and the random numbers alone. */
export function layOutMap(points: Points, random: Random): MapLayout {
  if (points.count < LEAST_SONGS) {
    const positions = rowsOf(points).map(([x = 0, y = 0]): Position => [x, y]);
    return { positions, method: 'principal_components', landmarks: points.count };
  }
  const places = shuffled(
    Array.from({ length: points.count }, (_, i) => i),
    random,
  ).slice(0, LANDMARKS);
  const landmarks = pointsAt(points, places);
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: Math.min(NEIGHBOURS, landmarks.count - 1),
    nEpochs: EPOCHS,
    minDist: MIN_DISTANCE,
    random,
  });
  const laidOut = umap.fit(rowsOf(landmarks)).map(([x = 0, y = 0]): Position => [x, y]);
  const positions = Array.from({ length: points.count }, (_, i) => placeBy(points, i, landmarks, laidOut));
  return { positions, method: 'umap', landmarks: landmarks.count };
}
