import type { Sql } from '../../src/db/client.ts';
import { type FormerBuild, findFormerBuild, storeBuild } from '../../src/db/queries/cluster-builds.ts';
import { findVectorModel } from '../../src/db/queries/cluster-sources.ts';
import { type ClusteredPoints, clusterPoints } from '../../src/ml/clusters/cluster-points.ts';
import { decodeMap, encodeMap } from '../../src/ml/clusters/map-layout.ts';
import { seeded } from '../../src/ml/compose/random.ts';
import { countDueWords } from '../../src/services/trends/words/count-due-words.ts';
import { CommandError } from '../explain.ts';
import { type Described, describeClusters, WORDS_NEEDED } from './describe-clusters.ts';
import { alignMap, fitMap } from './fit-map.ts';
import { layOutMap, type MapLayout, type Position } from './lay-out-map.ts';
import { readSongs, type SourceSongs } from './read-songs.ts';
import { typicalWords } from './typical-words.ts';

export interface BuildOptions {
  sql: Sql;
  seed: number;
  /** The number of clusters; null: that of the greatest silhouette. */
  clusters: number | null;
  onStep: (step: string) => void;
}

export interface BuildReport {
  build: number;
  songs: number;
  clusters: { key: number; label: string; songs: number }[];
  /** Clusters that are named as in the build before; null without one. */
  matched: number | null;
  silhouette: number | null;
  map_bytes: number;
  seconds: number;
  peak_memory_mb: number;
}

const LEAST_SONGS = 20;
/** A cluster has about this many songs at least. */
const SONGS_A_CLUSTER = 8;
const MOST_CLUSTERS = 40;
/** From here on two or three clusters would tell a reader nothing. */
const LARGE = 500;
const FEWEST_OF_LARGE = 6;

/** Numbers of clusters that are tried: every small one, then steps of a sixth. */
export function clusterCounts(songs: number): number[] {
  const most = Math.min(MOST_CLUSTERS, Math.max(2, Math.floor(songs / SONGS_A_CLUSTER)));
  const counts: number[] = [];
  for (let k = songs >= LARGE ? FEWEST_OF_LARGE : 2; k <= most; k += Math.max(1, Math.round(k / 6)))
    counts.push(k);
  return counts;
}

function positionsOf({ songs }: SourceSongs, layout: MapLayout, former: FormerBuild | null): Position[] {
  if (former === null) return fitMap(layout.positions);
  const known = new Map(
    decodeMap(Buffer.from(former.build.map, 'base64')).points.map(({ id, x, y }) => [id, [x, y] as const]),
  );
  const shared = songs.flatMap(({ id }, place) => {
    const position = known.get(id);
    return position === undefined ? [] : [{ place, former: position }];
  });
  return fitMap(alignMap(layout.positions, shared));
}

function mapOf(
  { songs }: SourceSongs,
  { clusters, members }: Described,
  positions: readonly Position[],
  build: number,
): Uint8Array {
  const keys = new Map(members.ids.map((id, i) => [id, members.keys[i] ?? 0]));
  const points = songs.map(({ id, year }, i) => {
    const [x, y] = positions[i] ?? [0, 0];
    return { id, x, y, cluster: keys.get(id) ?? 0, year };
  });
  const legend = clusters.map(({ key, label, colour, songs: size }) => {
    const own = points.filter(({ cluster }) => cluster === key);
    const middle = (of: (point: (typeof own)[number]) => number): number =>
      Math.round(own.reduce((sum, point) => sum + of(point), 0) / Math.max(1, own.length));
    return { cluster: key, label, colour, songs: size, x: middle(({ x }) => x), y: middle(({ y }) => y) };
  });
  return encodeMap({ build, points, legend });
}

const metricsOf = ({ k, silhouettes }: ClusteredPoints, layout: MapLayout) => ({
  k,
  silhouette: silhouettes.find((one) => one.k === k)?.silhouette ?? null,
  silhouettes,
  map: { method: layout.method, landmarks: layout.landmarks },
});

/** Builds clusters and map of all songs with a vector and stores them as the next version. Throws for too few songs. */
export async function buildTrends({ sql, seed, clusters, onStep }: BuildOptions): Promise<BuildReport> {
  const since = performance.now();
  const model = await findVectorModel(sql);
  onStep('counting words');
  await countDueWords({ sql }, { rounds: Number.POSITIVE_INFINITY });
  const source = await readSongs(sql, (songs) => onStep(`reading songs ${songs}`));
  const { songs, points, hash } = source;
  if (songs.length < LEAST_SONGS || model === null)
    throw new CommandError(
      `The catalogue has ${songs.length} songs with a vector; clusters need ${LEAST_SONGS} at least.`,
    );
  onStep(`clusters of ${songs.length} songs`);
  const random = seeded(seed);
  const clustered = clusterPoints(points, {
    ks: clusters === null ? clusterCounts(songs.length) : [clusters],
    random,
  });
  onStep('typical words');
  const clusterOf = new Map(songs.map(({ id }, i) => [id, clustered.labels[i] ?? 0]));
  const words = await typicalWords(sql, clusterOf, { clusters: clustered.k, limit: WORDS_NEEDED });
  onStep('map');
  const layout = layOutMap(clustered.reduced, random);
  const former = await findFormerBuild(sql);
  const described = describeClusters({ songs, clustered, words, former });
  const build = (former?.build.id ?? 0) + 1;
  const map = mapOf(source, described, positionsOf(source, layout, former), build);
  onStep('storing');
  const metrics = metricsOf(clustered, layout);
  await storeBuild(sql, {
    id: build,
    last_song_id: songs.at(-1)?.id ?? 0,
    embedding_model: model,
    data_hash: hash,
    seed,
    songs: songs.length,
    metrics,
    map,
    clusters: described.clusters,
    members: described.members,
  });
  return {
    build,
    songs: songs.length,
    clusters: described.clusters.map(({ key, label, songs: size }) => ({ key, label, songs: size })),
    matched: former === null ? null : described.matched,
    silhouette: metrics.silhouette,
    map_bytes: map.length,
    seconds: Number(((performance.now() - since) / 1000).toFixed(1)),
    peak_memory_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
