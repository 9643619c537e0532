import { type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { toStorableJson } from '../storable.ts';

/** Builds that are kept, the latest included. */
const BUILDS_KEPT = 5;

export interface BuildRow {
  id: number;
  built_at: Date;
  embedding_model: string;
  data_hash: string;
  seed: number;
  songs: number;
  /** Songs with higher ids came later. */
  last_song_id: number;
  clusters: number;
  metrics: unknown;
}

export interface StoredCluster {
  key: number;
  label: string;
  colour: string;
  songs: number;
  words: { word: string; weight: number }[];
  artists: { artist: string; songs: number }[];
  /** Null: no song has a date. */
  years: { first: number; median: number; last: number } | null;
  /** Ids of songs near its middle, by different artists. */
  examples: number[];
}

export interface NewBuild extends Omit<BuildRow, 'built_at' | 'clusters'> {
  map: Uint8Array;
  clusters: readonly StoredCluster[];
  /** The songs, with their cluster and place in it, from 1. */
  members: { ids: readonly number[]; keys: readonly number[]; places: readonly number[] };
}

/** A build that is not the latest is of no use to a reader. */
export const CURRENT_BUILD = sql`(select max(id) from cluster_builds)`;

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};

const insertBuild = (build: NewBuild): Statement => sql`
  insert into cluster_builds (id, embedding_model, data_hash, seed, songs, last_song_id, clusters, metrics, map)
  values (${build.id}::int, ${build.embedding_model}::text, ${build.data_hash}::text, ${build.seed}::int, ${build.songs}::int,
    ${build.last_song_id}::int, ${build.clusters.length}::int, ${toStorableJson(build.metrics)}::jsonb, decode(${toBase64(build.map)}::text, 'base64'))`;

const insertClusters = (clusters: readonly StoredCluster[]): Statement => sql`
  insert into clusters (build_id, key, label, colour, songs, words, artists, years, examples)
  select ${CURRENT_BUILD}, key, label, colour, songs, words, artists, nullif(years, 'null'), examples
  from jsonb_to_recordset(${toStorableJson(clusters)}::jsonb) as c(key smallint, label text, colour text, songs integer, words jsonb,
    artists jsonb, years jsonb, examples integer[])`;

/** Songs that were removed or replaced while the build was made do not enter. */
const insertMembers = ({ ids, keys, places }: NewBuild['members']): Statement => sql`
  insert into track_clusters (track_id, build_id, key, place, removed)
  select id, ${CURRENT_BUILD}, key, place, not exists (
    select 1 from tracks t where t.id = m.id and t.lyrics is not null and t.duplicate_of is null)
  from unnest(${ids}::int[], ${keys}::smallint[], ${places}::int[]) m(id, key, place)`;

/** Stores a build in place of the current one. Throws if another build took its number meanwhile. */
export async function storeBuild(db: Sql, build: NewBuild): Promise<void> {
  await db.batch([
    sql`lock table track_clusters in share row exclusive mode`,
    insertBuild(build),
    insertClusters(build.clusters),
    sql`delete from track_clusters`,
    insertMembers(build.members),
    sql`delete from cluster_builds where id <= ${CURRENT_BUILD} - ${BUILDS_KEPT}::int`,
  ]);
}

export interface FormerBuild {
  build: { id: number; map: string };
  clusters: { key: number; label: string }[];
  members: { track_id: number; key: number }[];
}

/** What names, colours and places of the next build follow; null before the first. */
export async function findFormerBuild(db: Sql): Promise<FormerBuild | null> {
  const [build, clusters, members] = await db.batch(
    [
      sql`select id, encode(map, 'base64') as map from cluster_builds where id = ${CURRENT_BUILD}`,
      sql`select key, label from clusters where build_id = ${CURRENT_BUILD}`,
      sql`select track_id, key from track_clusters`,
    ],
    { readOnly: true },
  );
  const row = firstOf<{ id: number; map: string }>(build);
  if (row === null) return null;
  return { build: row, clusters: rowsOf(clusters), members: rowsOf(members) };
}

export interface MapRow {
  id: number;
  data_hash: string;
  built_at: Date;
  /** Songs that have left the map since. */
  removed: number[];
  /** In base64; null if the reader knows it. */
  map: string | null;
}

/** The map of the current build, unless its tag is `known`; null without a build. */
export async function findMap(db: Sql, known: (row: Omit<MapRow, 'map'>) => boolean): Promise<MapRow | null> {
  const [row] = await db.query<Omit<MapRow, 'map'>>(sql`
    select id, data_hash, built_at,
      coalesce((select json_agg(track_id order by track_id) from track_clusters c where removed and c.build_id = b.id), '[]') as removed
    from cluster_builds b where id = ${CURRENT_BUILD}`);
  if (row === undefined) return null;
  if (known(row)) return { ...row, map: null };
  const [bytes] = await db.query<{ map: string }>(
    sql`select translate(encode(map, 'base64'), E'\n', '') as map from cluster_builds where id = ${row.id}::int`,
  );
  return bytes === undefined ? null : { ...row, map: bytes.map };
}
