import { adjustedRand } from '../../src/ml/clusters/adjusted-rand.ts';
import { clusterPoints } from '../../src/ml/clusters/cluster-points.ts';
import { type Points, toPoints } from '../../src/ml/clusters/points.ts';
import { seeded } from '../../src/ml/compose/random.ts';
import { normalNumbers } from '../lab/draw-vectors.ts';
import { embedSongs } from '../lab/learn-catalogue.ts';
import type { EmbeddedSong } from '../lab/learn-vectors.ts';
import { meanOf, toUnit, type Vector } from '../lab/vector-math.ts';
import { demoSongs } from './search-songs.ts';

export interface ClusterScores {
  clusters: number;
  /** Clusters found with each seed. */
  found: number[];
  /** Adjusted Rand index with the planted clusters, the mean over seeds. */
  planted: number;
  /** The same between seeds, the mean over pairs. */
  seeds: number;
}

const SONGS_A_CLUSTER = 100;
const SEEDS = [1, 2, 3];
const COUNTS = [2, 4, 6, 8, 10, 12, 14, 16, 20];

/** The songs of the demo that have lyrics, with the vectors of their passages. */
export function embedDemo(onProgress: (done: number, total: number) => void): Promise<EmbeddedSong[]> {
  const songs = demoSongs
    .filter(({ song }) => song.state === 'complete')
    .map(({ artist, song }) => ({ artist, title: song.title, lyrics: song.lyrics }));
  return embedSongs(songs, (done) => onProgress(done, songs.length));
}

/**
 * Clusters around the mean vectors of the demo's artists, so that they are as far apart as these are. Songs vary around
 * them as the songs of the demo's artists do, in the same directions and as far.
 */
export function plantClusters(
  songs: readonly EmbeddedSong[],
  seed: number,
): { points: Points; labels: number[] } {
  const groups = [
    ...Map.groupBy(
      songs.map(({ artist, passages }) => ({ artist, vector: toUnit(meanOf(passages)) })),
      ({ artist }) => artist,
    ).values(),
  ].map((group) => group.map(({ vector }) => vector));
  const centres = groups.map((group) => meanOf(group));
  const noises = groups.flatMap((group, i) => group.map((vector) => minus(vector, centres[i] ?? vector)));
  const normal = normalNumbers(seeded(seed));
  const scale = 1 / Math.sqrt(noises.length - groups.length);
  const labels = centres.flatMap((_, i) => Array.from({ length: SONGS_A_CLUSTER }, () => i));
  const vectors = labels.map((label) => {
    const vector = Float32Array.from(centres[label] ?? []);
    for (const noise of noises) {
      const weight = scale * normal();
      for (const [i, x] of noise.entries()) vector[i] = (vector[i] ?? 0) + weight * x;
    }
    return toUnit(vector);
  });
  return { points: toPoints(vectors), labels };
}

const minus = (a: Vector, b: Vector): Vector => a.map((x, i) => x - (b[i] ?? 0));

/** Finds planted clusters without being told how many there are, with several seeds. */
export function scoreClusters(songs: readonly EmbeddedSong[], seed: number): ClusterScores {
  const { points, labels } = plantClusters(songs, seed);
  const found = SEEDS.map((one) => clusterPoints(points, { ks: COUNTS, random: seeded(one) }));
  const pairs = found.flatMap((a, i) => found.slice(i + 1).map((b) => adjustedRand(a.labels, b.labels)));
  return {
    clusters: Math.max(...labels) + 1,
    found: found.map(({ k }) => k),
    planted: mean(found.map((one) => adjustedRand(labels, one.labels))),
    seeds: mean(pairs),
  };
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
