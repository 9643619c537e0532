import { type Sql, type Statement, sql } from '../client.ts';
import { artistNamed, artistSpelt } from './artist-identity.ts';

/** Spotify's popularity (0-100) of an artist's songs, and how many songs of the catalogue are less popular. */
export interface PopularityRow {
  /** Null if the catalogue does not know the artist. */
  artist: string | null;
  /** Songs of the artist whose popularity is known. */
  songs: number;
  low: number | null;
  median: number | null;
  high: number | null;
  /** Songs of a sample of the catalogue whose popularity is known, and those of them below the artist's median. */
  compared: number;
  below: number;
}

/** Most songs of the artist that are read, the newest; and of the catalogue. */
const ARTIST_SONGS = 500;
const SAMPLE = 1000;

const popularityOf = sql`case when jsonb_typeof(t.spotify_data -> 'popularity') = 'number'
  then (t.spotify_data ->> 'popularity')::float8 end`;

/** The sample is spread evenly over the ids: the same songs as long as the catalogue is the same. */
const popularityStatement = (artist: string): Statement => sql`
  with wanted as materialized (
    select coalesce(${artistNamed(sql`${artist}::text`)}, ${artistSpelt(sql`${artist}::text`)}) as id),
  mine as materialized (
    select ${popularityOf} as popularity from tracks t
    where t.artist_id = (select id from wanted) and t.duplicate_of is null
      and jsonb_typeof(t.spotify_data -> 'popularity') = 'number'
    order by t.release_date desc nulls last, t.id limit ${ARTIST_SONGS}::int),
  spread as (
    select count(*)::int as songs,
      percentile_cont(array[0.1, 0.5, 0.9]) within group (order by popularity) as at from mine),
  known as materialized (select coalesce(max(id), 0) as last from tracks),
  sample as materialized (
    select ${popularityOf} as popularity
    from known, generate_series(1, known.last, greatest(1, known.last / ${SAMPLE}::int)) place
    join tracks t on t.id = place and t.duplicate_of is null)
  select (select name from artists where id = (select id from wanted)) as artist, spread.songs,
    at[1] as low, at[2] as median, at[3] as high,
    (select count(*) from sample where popularity is not null)::int as compared,
    (select count(*) from sample where popularity < at[2])::int as below
  from spread`;

/** The popularity of an artist's songs beside that of the catalogue's. */
export async function findPopularity(db: Sql, artist: string): Promise<PopularityRow> {
  const [row] = await db.query<PopularityRow>(popularityStatement(artist));
  if (row === undefined) throw new Error('the popularity is one row');
  return row;
}
