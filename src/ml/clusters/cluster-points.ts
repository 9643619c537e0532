import { type Random, shuffled } from '../compose/random.ts';
import { type Clustering, kMeans, refine } from './k-means.ts';
import { type Points, pointsAt } from './points.ts';
import { principalComponents } from './principal-components.ts';
import { silhouette } from './silhouette.ts';

export interface ClusterOptions {
  /** Numbers of clusters to choose from. */
  readonly ks: readonly number[];
  readonly random: Random;
  /** Directions that distances are taken in. */
  readonly dimensions?: number;
  /** Points that numbers of clusters are tried on, and of them those whose silhouettes are taken. */
  readonly fitted?: number;
  readonly judged?: number;
  readonly restarts?: number;
}

export interface ClusteredPoints extends Clustering {
  readonly k: number;
  /** The mean silhouette of the sample for each number of clusters that was tried; null: it had one cluster. */
  readonly silhouettes: readonly { k: number; silhouette: number | null }[];
  /** The points in the directions in which they differ most, which the centres lie in. */
  readonly reduced: Points;
}

const DEFAULTS = { dimensions: 32, fitted: 4000, judged: 1200, restarts: 4 };
const MAX_ITERATIONS = 40;

/**
 * Clusters of points: k-means in the directions in which they differ most, with the number of clusters whose silhouette on a sample
 * is the greatest. Every point belongs to a cluster. Throws if there are fewer points than the least number of clusters.
 */
export function clusterPoints(points: Points, options: ClusterOptions): ClusteredPoints {
  const { ks, random, dimensions, fitted, judged, restarts } = { ...DEFAULTS, ...options };
  const possible = [...new Set(ks)].filter((k) => k >= 1 && k <= points.count).sort((a, b) => a - b);
  if (possible.length === 0)
    throw new Error(`${points.count} points cannot form ${Math.min(...ks)} clusters`);
  const reduced = principalComponents(points, dimensions, random);
  const places = shuffled(
    Array.from({ length: points.count }, (_, i) => i),
    random,
  ).slice(0, fitted);
  const sample = pointsAt(reduced, places);
  const shown = pointsAt(
    sample,
    Array.from({ length: Math.min(judged, sample.count) }, (_, i) => i),
  );
  const tried = possible
    .filter((k) => k <= sample.count)
    .map((k) => {
      const found = kMeans(sample, { k, random, restarts });
      return { k, found, silhouette: silhouette(shown, found.labels.subarray(0, shown.count)) };
    });
  const best = tried.reduce((a, b) => ((b.silhouette ?? -1) > (a.silhouette ?? -1) ? b : a));
  const clustering = refine(reduced, best.found.centres, MAX_ITERATIONS);
  return {
    ...clustering,
    k: best.k,
    silhouettes: tried.map(({ k, silhouette: value }) => ({ k, silhouette: value })),
    reduced,
  };
}
