import { z } from 'zod';
import type { ServiceContext } from '../../../context.ts';
import {
  type ClusterAnswerRows,
  type ClusterFilters,
  findClusters,
} from '../../../db/queries/cluster-answers.ts';
import type { StoredCluster } from '../../../db/queries/cluster-builds.ts';
import { nominalLength } from '../../../ml/trends/time-bins.ts';
import type { ClusterTrends } from './contract.ts';

const STALE_SHARE = 0.05;

const MetricsSchema = z.object({ silhouette: z.number().nullable() }).catch({ silhouette: null });

const NO_BUILD: ClusterTrends = {
  build: null,
  stale: { is_stale: false, newer_songs: 0, removed_songs: 0 },
  window: null,
  songs: 0,
  clusters: [],
  insufficient:
    'No clusters were built yet. `barline trends build` builds them from at least 20 songs with a vector.',
};

const shareOf = (part: number, of: number): number => (of === 0 ? 0 : Number((part / of).toFixed(4)));

/** The clusters of the last build with the songs of the window that pass the filters. */
export async function readClusters(
  ctx: Pick<ServiceContext, 'sql' | 'clock'>,
  { filters, months }: { filters: ClusterFilters; months: number },
): Promise<ClusterTrends> {
  const today = new Date(ctx.clock.now()).toISOString().slice(0, 10);
  const found = await findClusters(ctx.sql, { filters, length: nominalLength(months), today });
  return found === null ? NO_BUILD : toAnswer(found);
}

function toAnswer(found: ClusterAnswerRows): ClusterTrends {
  const { build, newer, removed, from, to, years } = found;
  const songs = years.reduce((sum, one) => sum + one.songs, 0);
  const byYear = new Map<number, number>();
  for (const one of years) byYear.set(one.year, (byYear.get(one.year) ?? 0) + one.songs);
  return {
    build: {
      version: build.id,
      built_at: new Date(build.built_at).toISOString(),
      embedding_model: build.embedding_model,
      data_hash: build.data_hash,
      seed: build.seed,
      songs: build.songs,
      silhouette: MetricsSchema.parse(build.metrics).silhouette,
    },
    stale: {
      is_stale: newer + removed > STALE_SHARE * build.songs,
      newer_songs: newer,
      removed_songs: removed,
    },
    window: to === null || from === null ? null : { from, to },
    songs,
    clusters: found.clusters
      .map((cluster) => clusterOf(cluster, found, { songs, byYear }))
      .sort((a, b) => b.songs - a.songs || a.key - b.key),
    insufficient: songs > 0 ? null : 'No dated song of the window passes the filters.',
  };
}

function clusterOf(
  cluster: StoredCluster,
  { years, examples }: ClusterAnswerRows,
  all: { songs: number; byYear: ReadonlyMap<number, number> },
): ClusterTrends['clusters'][number] {
  const own = new Map(years.filter(({ key }) => key === cluster.key).map(({ year, songs }) => [year, songs]));
  const songs = [...own.values()].reduce((sum, n) => sum + n, 0);
  return {
    key: cluster.key,
    label: cluster.label,
    colour: cluster.colour,
    songs,
    share: shareOf(songs, all.songs),
    years: [...all.byYear]
      .sort(([a], [b]) => a - b)
      .map(([year, total]) => ({
        year,
        songs: own.get(year) ?? 0,
        share: shareOf(own.get(year) ?? 0, total),
      })),
    examples: examples
      .filter(({ key }) => key === cluster.key)
      .map(({ id, artist, title, release_date }) => ({ id, artist, title, release_date })),
    of_all: {
      songs: cluster.songs,
      words: cluster.words,
      artists: cluster.artists,
      examples: cluster.examples,
      years: cluster.years,
    },
  };
}
