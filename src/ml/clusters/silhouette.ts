import { type Points, squaredDistance } from './points.ts';

/**
 * The mean silhouette (Rousseeuw 1987) of all points, -1 to 1: how much nearer a point is to its own cluster than to the nearest
 * other one. A point alone in its cluster counts 0. Quadratic in the points: give a sample. Null with fewer than two clusters.
 */
export function silhouette(points: Points, labels: ArrayLike<number>): number | null {
  const clusters = Math.max(-1, ...Array.from(labels)) + 1;
  const sizes = new Uint32Array(clusters);
  for (let i = 0; i < labels.length; i++) sizes[labels[i] ?? 0] = (sizes[labels[i] ?? 0] ?? 0) + 1;
  if (sizes.filter((size) => size > 0).length < 2) return null;
  let total = 0;
  const sums = new Float64Array(clusters);
  for (let i = 0; i < points.count; i++) {
    sums.fill(0);
    for (let j = 0; j < points.count; j++) {
      const label = labels[j] ?? 0;
      sums[label] = (sums[label] ?? 0) + Math.sqrt(squaredDistance(points, i, points, j));
    }
    total += silhouetteOf(labels[i] ?? 0, sums, sizes);
  }
  return total / points.count;
}

function silhouetteOf(own: number, sums: Float64Array, sizes: Uint32Array): number {
  const size = sizes[own] ?? 0;
  if (size < 2) return 0;
  const within = (sums[own] ?? 0) / (size - 1);
  let nearest = Number.POSITIVE_INFINITY;
  for (let c = 0; c < sums.length; c++)
    if (c !== own && (sizes[c] ?? 0) > 0) nearest = Math.min(nearest, (sums[c] ?? 0) / (sizes[c] ?? 1));
  const widest = Math.max(within, nearest);
  return widest === 0 ? 0 : (nearest - within) / widest;
}
