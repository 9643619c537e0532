import { join, type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { artistNamed } from './artist-identity.ts';

/** Which songs a series is made of. Null: no filter. */
export interface TrendFilters {
  artist: string | null;
  language: string | null;
  theme: string | null;
}

export interface TrendSongsQuery {
  filters: TrendFilters;
  /** Length of the window in months. */
  months: number;
  /** ISO date: later releases are announced, not released. */
  today: string;
}

export interface TrendSongs {
  /** The newest release of the whole catalogue, an ISO date; null without a dated song. */
  newest: string | null;
  /** The artist of the filter; null without one. */
  artist: { id: number | null; name: string | null; near: string[] } | null;
  /** Songs that pass the filters, however they are dated. */
  songs: number;
  undated: number;
  /** Of them, released after today. */
  announced: number;
  /** Songs of the artist and language whose analysis is not made yet, so that their themes are not known. */
  waiting: number;
  /** Rows of track_measures.packed one after the other, in base64: songs of the window and some that are older. */
  packed: string;
}

const MAX_NEAR_NAMES = 3;
const MIN_LIKENESS = 0.3;

const artistId = (name: string): Statement => artistNamed(sql`${name}::text`);

function conditions({ artist, language, theme }: TrendFilters): Statement {
  const parts: Statement[] = [sql`true`];
  if (artist !== null) parts.push(sql`m.artist_id = (select id from wanted)`);
  if (language !== null) parts.push(sql`m.language = ${language}::text`);
  if (theme !== null)
    parts.push(sql`m.theme_bits & (1 << array_position(theme_names(), ${theme}::text) - 1) <> 0`);
  return join(parts, ' and ');
}

/** A clause with the id of the artist, null without one; under any name that leads to the artist. */
export const wantedArtist = (name: string | null): Statement =>
  sql`wanted as materialized (select ${name === null ? sql`null::int` : artistId(name)} as id)`;

/** Few, and found by the indexes of what is due, unless the catalogue is new. */
const waitingSongs = ({ artist, language }: TrendFilters): Statement => {
  const parts: Statement[] = [
    sql`(t.analysis_status = 'pending' or t.analysis_status = 'failed')`,
    sql`t.lyrics_state = 'ok' and t.duplicate_of is null`,
    sql`not exists (select 1 from track_measures m where m.track_id = t.id)`,
  ];
  if (artist !== null) parts.push(sql`t.artist_id = (select id from wanted)`);
  if (language !== null) parts.push(sql`t.language = ${language}::text`);
  return sql`select count(*)::int from tracks t where ${join(parts, ' and ')}`;
};

const NEWEST = (today: string): Statement =>
  sql`newest as materialized (select max(released) as day from track_measures where released <= ${today}::date)`;

const artistStatement = (name: string): Statement => sql`
  with ${wantedArtist(name)}
  select wanted.id, a.name, case when wanted.id is not null then '{}' else array(
    select other.name from artists other
    where similarity(fold_text(other.name), fold_text(${name}::text)) >= ${MIN_LIKENESS}::real
      and exists (select 1 from track_measures where artist_id = other.id)
    order by similarity(fold_text(other.name), fold_text(${name}::text)) desc, id limit ${MAX_NEAR_NAMES}::int) end as near
  from wanted left join artists a on a.id = wanted.id`;

export type TrendArtist = NonNullable<TrendSongs['artist']>;

/** The artist for a name, or the names that are most like it. */
export async function findTrendArtist(db: Sql, name: string): Promise<TrendArtist> {
  const [found] = await db.query<TrendArtist>(artistStatement(name));
  if (found === undefined) throw new Error('the artist is one row');
  return found;
}

/** Everything that series are computed from, in one round trip. */
export async function findTrendSongs(
  db: Sql,
  { filters, months, today }: TrendSongsQuery,
): Promise<TrendSongs> {
  const { artist } = filters;
  const [counts, packed, named] = await db.batch(
    [
      sql`
        with ${wantedArtist(artist)}, ${NEWEST(today)}
        select newest.day::text as newest, count(m.track_id)::int as songs,
          count(m.track_id) filter (where m.released is null)::int as undated,
          count(m.released) filter (where m.released > ${today}::date)::int as announced,
          (${waitingSongs(filters)}) as waiting
        from newest left join track_measures m on ${conditions(filters)} group by newest.day`,
      sql`
        with ${wantedArtist(artist)}, ${NEWEST(today)}
        select encode(coalesce(string_agg(m.packed, ''), ''), 'base64') as songs
        from track_measures m
        where m.packed is not null and m.released <= ${today}::date
          and m.released >= (select (date_trunc('year', day::timestamp) - make_interval(months => ${months}::int))::date from newest)
          and ${conditions(filters)}`,
      ...(artist === null ? [] : [artistStatement(artist)]),
    ],
    { readOnly: true },
  );
  const [found] = rowsOf<Pick<TrendSongs, 'newest' | 'songs' | 'undated' | 'announced' | 'waiting'>>(counts);
  if (found === undefined) throw new Error('the counts are one row');
  return {
    ...found,
    artist: firstOf<TrendArtist>(named),
    packed: firstOf<{ songs: string }>(packed)?.songs ?? '',
  };
}

/** A song as an answer names it. */
export interface NamedSongRow {
  id: number;
  artist: string;
  title: string;
  release_date: string | null;
}

export interface TrendNames {
  /** Those that still count. */
  songs: NamedSongRow[];
  artists: { id: number; name: string }[];
}

/** The names of songs and artists. */
export async function findTrendNames(
  db: Sql,
  { tracks, artists }: { tracks: readonly number[]; artists: readonly number[] },
): Promise<TrendNames> {
  const [songs, names] = await db.batch(
    [
      sql`
        select t.id, t.artist, t.title, t.release_date::text as release_date
        from tracks t join track_measures m on m.track_id = t.id where t.id = any (${tracks}::int[])`,
      sql`select id, name from artists where id = any (${artists}::int[])`,
    ],
    { readOnly: true },
  );
  return { songs: rowsOf<NamedSongRow>(songs), artists: rowsOf<{ id: number; name: string }>(names) };
}
