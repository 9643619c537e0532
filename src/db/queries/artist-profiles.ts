import { join, type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { toStorableJson } from '../storable.ts';
import { sourceHash } from './artist-songs.ts';

/** The spaces in which artists are compared: the mean vectors of their lyrics and of their analyses. */
export const ARTIST_SPACES = ['lyrics', 'analysis'] as const;
export type ArtistSpace = (typeof ARTIST_SPACES)[number];

export interface ArtistProfileRow {
  id: number;
  name: string;
  genius_id: number | null;
  spotify_id: string | null;
  url: string | null;
  image_url: string | null;
  /** Rows of the catalogue, including duplicates. */
  tracks: number;
  duplicates: number;
  albums: number;
  featured_on: number;
  /** As stored; null: never computed. */
  profile: unknown;
  measures: unknown;
  computed_at: Date | null;
  is_current: boolean;
}

const profileBy = (engineVersion: string): Statement => sql`
  select a.id, a.name, a.genius_id, a.spotify_id, a.url, a.image_url, c.tracks, c.duplicates, c.albums,
    (select count(*)::int from track_facets f where name_keys_of(f.featured) @> array[name_key(a.name)]) as featured_on,
    p.profile, p.measures, p.computed_at,
    coalesce(p.source_hash = ${sourceHash(sql`a.id`, engineVersion)}, false) as is_current
  from artists a left join artist_profiles p on p.artist_id = a.id
  cross join lateral (
    select count(*)::int as tracks, count(t.duplicate_of)::int as duplicates,
      count(distinct lower(t.album))::int as albums
    from tracks t where t.artist_id = a.id) c`;

/** The existing artists with these ids, each with its profile and whether it is up to date with the artist's songs. */
export async function findProfiles(
  db: Sql,
  p: { ids: readonly number[]; engineVersion: string },
): Promise<ArtistProfileRow[]> {
  return db.query<ArtistProfileRow>(sql`${profileBy(p.engineVersion)} where a.id = any (${p.ids}::int[])`);
}

export interface NearArtistRow {
  space: ArtistSpace;
  id: number;
  name: string;
  /** Cosine of the two centroids. */
  similarity: number;
  songs: number;
  /** The number of the artist's own songs that were compared. */
  own_songs: number;
  /** The number of artists that could be compared. */
  compared: number;
}

/** Artists with fewer songs in a space are not compared: the mean of so few songs is not reliable. */
const MIN_SONGS = 3;

const COLUMNS: Record<ArtistSpace, { centroid: Statement; model: Statement; songs: Statement }> = {
  lyrics: { centroid: sql`lyrics_centroid`, model: sql`lyrics_model`, songs: sql`lyrics_songs` },
  analysis: { centroid: sql`analysis_centroid`, model: sql`analysis_model`, songs: sql`analysis_songs` },
};

function nearest(space: ArtistSpace, p: { id: number; limit: number }): Statement {
  const { centroid, model, songs } = COLUMNS[space];
  return sql`(
    select ${space}::text as space, a.id, a.name, 1 - (p.${centroid} <=> me.${centroid}) as similarity,
      p.${songs} as songs, me.${songs} as own_songs, (count(*) over ())::int as compared
    from artist_profiles me join artist_profiles p on p.artist_id <> me.artist_id and p.${model} = me.${model}
    join artists a on a.id = p.artist_id
    where me.artist_id = ${p.id}::int and p.${songs} >= ${MIN_SONGS}::int
    order by p.${centroid} <=> me.${centroid}, a.id limit ${p.limit}::int)`;
}

export interface PercentileRow {
  measure: string;
  /** Share of the other artists with a lower value, equal ones counted by half; 0-1. */
  percentile: number;
  artists: number;
}

/** The measures of a profile; one of another shape has none, so that it cannot fail the ranking of others. */
const measuresOf = (profile: Statement): Statement => sql`
  jsonb_each(case when jsonb_typeof(${profile}.measures) = 'object' then ${profile}.measures else '{}' end)`;

const percentiles = (p: { id: number; minSongs: number }): Statement => sql`
  with own as materialized (
    select me.artist_id, m.key, m.value::float8 as value
    from artist_profiles me cross join lateral ${measuresOf(sql`me`)} m
    where me.artist_id = ${p.id}::int and jsonb_typeof(m.value) = 'number')
  select own.key as measure, count(*)::int as artists,
    avg(case when v.value < own.value then 1 when v.value = own.value then 0.5 else 0 end)::float8 as percentile
  from own join artist_profiles p on p.artist_id <> own.artist_id and p.songs >= ${p.minSongs}::int
  cross join lateral (
    select case when jsonb_typeof(p.measures -> own.key) = 'number' then (p.measures -> own.key)::float8 end as value) v
  where v.value is not null
  group by own.key`;

/** An artist with its rank among the others; null if it does not exist. One round trip. */
export async function findArtist(
  db: Sql,
  p: { id: number; engineVersion: string; nearest: number; minSongs: number },
): Promise<{ artist: ArtistProfileRow; near: NearArtistRow[]; percentiles: PercentileRow[] } | null> {
  const near = ARTIST_SPACES.map((space) => nearest(space, { id: p.id, limit: p.nearest }));
  const [artists, nearRows, ranks] = await db.batch(
    [sql`${profileBy(p.engineVersion)} where a.id = ${p.id}::int`, join(near, ' union all '), percentiles(p)],
    { readOnly: true },
  );
  const artist = firstOf<ArtistProfileRow>(artists);
  if (artist === null) return null;
  return {
    artist,
    near: rowsOf<NearArtistRow>(nearRows),
    percentiles: rowsOf<PercentileRow>(ranks),
  };
}

export interface ProfileWrite {
  artistId: number;
  sourceHash: string;
  /** Analysed songs. */
  songs: number;
  /** The tracks whose vectors form the centroids. */
  trackIds: readonly number[];
  measures: Readonly<Record<string, number>>;
  profile: unknown;
  words: readonly string[];
}

/** Stores a profile, replacing the previous one; the centroids are computed from the stored vectors. */
export async function storeProfile(db: Sql, p: ProfileWrite): Promise<void> {
  const mean = (vector: Statement, model: Statement, from: Statement): Statement => sql`
    select l2_normalize(avg(${vector})) as centroid, ${model} as model, count(*)::int as songs
    from ${from} where ${vector} is not null group by 2 order by 3 desc, 2 limit 1`;
  const tracks = sql`track_facets f join tracks t on t.id = f.track_id and t.id = any (${p.trackIds}::int[])`;
  await db.query(sql`
    with lyrics as (${mean(sql`t.lyrics_embedding`, sql`t.embedding_model`, tracks)}),
    analyses as (${mean(
      sql`a.analysis_embedding`,
      sql`a.embedding_model`,
      sql`${tracks} join analysis_results a on a.id = f.analysis_id`,
    )})
    insert into artist_profiles (artist_id, source_hash, songs, measures, profile, words, lyrics_centroid, lyrics_model,
      lyrics_songs, analysis_centroid, analysis_model, analysis_songs)
    select artists.id, ${p.sourceHash}::text, ${p.songs}::int, ${toStorableJson(p.measures)}::jsonb,
      ${toStorableJson(p.profile)}::jsonb, ${p.words}::text[], l.centroid, l.model, coalesce(l.songs, 0),
      s.centroid, s.model, coalesce(s.songs, 0)
    from artists left join lyrics l on true left join analyses s on true where artists.id = ${p.artistId}::int
    on conflict (artist_id) do update set source_hash = excluded.source_hash, computed_at = now(),
      songs = excluded.songs, measures = excluded.measures, profile = excluded.profile, words = excluded.words,
      lyrics_centroid = excluded.lyrics_centroid, lyrics_model = excluded.lyrics_model,
      lyrics_songs = excluded.lyrics_songs, analysis_centroid = excluded.analysis_centroid,
      analysis_model = excluded.analysis_model, analysis_songs = excluded.analysis_songs`);
}
