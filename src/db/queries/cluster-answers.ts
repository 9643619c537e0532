import { join, type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { type BuildRow, CURRENT_BUILD, type StoredCluster } from './cluster-builds.ts';
import { filterConditions, NO_FILTERS } from './track-filters.ts';
import { wantedArtist } from './trend-songs.ts';

export interface ClusterFilters {
  artist: string | null;
  language: string | null;
  theme: string | null;
}

export interface ClusterQuestion {
  filters: ClusterFilters;
  /** Length of the window: whole months up to that of the newest release, or days up to that release. */
  length: { months: number } | { days: number };
  /** ISO date: later releases are announced, not released. */
  today: string;
}

export interface ClusterAnswerRows {
  build: BuildRow;
  /** Songs that came after the build, and songs of it that were removed or changed. */
  newer: number;
  removed: number;
  /** The last and the first day of the window; ISO dates, null without a dated song. */
  to: string | null;
  from: string | null;
  clusters: StoredCluster[];
  /** Songs in the window that pass the filters, by cluster and year. */
  years: { key: number; year: number; songs: number }[];
  /** Of these, the nearest to the middle of each cluster. */
  examples: { key: number; id: number; artist: string; title: string; release_date: string | null }[];
}

const EXAMPLES = 4;

/** The first and the last day of the window whose newest release is `day`. */
const daysOf = (length: ClusterQuestion['length']): Statement =>
  'days' in length
    ? sql`day - ${length.days}::int + 1 as first, day as last`
    : sql`(date_trunc('month', day::timestamp) + make_interval(months => 1 - ${length.months}::int))::date as first,
        (date_trunc('month', day::timestamp) + interval '1 month')::date - 1 as last`;

function passing({ filters, length, today }: ClusterQuestion): Statement {
  const { artist, language, theme } = filters;
  const conditions = filterConditions({ ...NO_FILTERS, language, theme });
  if (artist !== null)
    conditions.push(sql`f.track_id in (select id from tracks where artist_id = (select id from wanted))`);
  const chosen = join([sql`true`, ...conditions], ' and ');
  return sql`
    ${wantedArtist(artist)},
    -- As the series count: back from the newest song that counts.
    newest as materialized (
      select coalesce((select max(released) from track_measures where released <= ${today}::date),
        (select max(release_date) from track_facets where release_date <= ${today}::date)) as day),
    span as materialized (select ${daysOf(length)} from newest),
    passing as materialized (
      select c.key, c.place, c.track_id, extract(year from f.release_date)::int as year
      from span, track_clusters c join track_facets f on f.track_id = c.track_id
      where not c.removed and f.original_id = f.track_id and f.release_date between span.first and span.last
        and f.release_date <= ${today}::date and ${chosen})`;
}

/**
 * Without artists and songs that were removed since: a build says what was there. The limit keeps the search for an artist a
 * look-up by name; joined, the names of all songs would be folded.
 */
const CURRENT_CLUSTERS = sql`
  select key, label, colour, songs, words, years,
    coalesce((select jsonb_agg(one order by rank) from jsonb_array_elements(artists) with ordinality a(one, rank)
      where (select true from track_facets f where name_key(f.artist) = name_key(one ->> 'artist') and f.original_id = f.track_id limit 1)),
      '[]') as artists,
    array(select id from unnest(examples) with ordinality e(id, rank) join track_clusters c on c.track_id = e.id
      where not c.removed order by rank) as examples
  from clusters where build_id = ${CURRENT_BUILD} order by key`;

/** The current build with the songs of a window in its clusters; null without a build. */
export async function findClusters(db: Sql, question: ClusterQuestion): Promise<ClusterAnswerRows | null> {
  const [build, clusters, found] = await db.batch(
    [
      sql`
        select b.id, b.built_at, b.embedding_model, b.data_hash, b.seed, b.songs, b.last_song_id, b.clusters, b.metrics,
          (select count(*)::int from track_words where track_id > b.last_song_id) as newer,
          (select count(*)::int from track_clusters where removed and build_id = b.id) as removed
        from cluster_builds b where id = ${CURRENT_BUILD}`,
      CURRENT_CLUSTERS,
      sql`
        with ${passing(question)}
        select (select last::text from span) as to, (select first::text from span) as from,
          coalesce((select json_agg(y order by key, year) from (
            select key, year, count(*)::int as songs from passing group by key, year) y), '[]') as years,
          coalesce((select json_agg(e order by key, place) from (
            select near.key, near.place, t.id, t.artist, t.title, t.release_date::text as release_date
            from (select key, place, track_id, row_number() over (partition by key order by place) as n from passing) near
              join tracks t on t.id = near.track_id
            where n <= ${EXAMPLES}::int) e), '[]') as examples`,
    ],
    { readOnly: true },
  );
  const row = firstOf<BuildRow & { newer: number; removed: number }>(build);
  const songs = firstOf<Pick<ClusterAnswerRows, 'to' | 'from' | 'years' | 'examples'>>(found);
  if (row === null || songs === null) return null;
  const { newer, removed, ...facts } = row;
  return { build: facts, newer, removed, clusters: rowsOf<StoredCluster>(clusters), ...songs };
}

/** Ids of the songs of the current map that pass the filters, in order; null without a build. */
export async function findMapSongs(
  db: Sql,
  { artist, theme }: Pick<ClusterFilters, 'artist' | 'theme'>,
): Promise<{ build: number; ids: number[] } | null> {
  const conditions = filterConditions({ ...NO_FILTERS, artist, theme });
  const [row] = await db.query<{ build: number | null; ids: number[] }>(sql`
    select ${CURRENT_BUILD} as build, coalesce((
      select json_agg(c.track_id order by c.track_id) from track_clusters c join track_facets f on f.track_id = c.track_id
      where ${join([sql`not c.removed`, ...conditions], ' and ')}), '[]') as ids`);
  return row === undefined || row.build === null ? null : { build: row.build, ids: row.ids };
}
