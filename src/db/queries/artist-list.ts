import { type Sql, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';

export const ARTIST_SORTS = ['name', 'tracks'] as const;
export type ArtistSort = (typeof ARTIST_SORTS)[number];

export interface ArtistListRow {
  id: number;
  name: string;
  genius_id: number | null;
  url: string | null;
  image_url: string | null;
  tracks: number;
  /** The sort key when the list is ordered by name. */
  name_key: string;
  /** Tracks after this one are not counted on this page or on the following ones. */
  last_track_id: number;
}

export interface ArtistListQuery {
  /** Part of a name in any spelling; null for all. */
  name: string | null;
  sort: ArtistSort;
  limit: number;
  /** The last row of the previous page. */
  after: { lastTrackId: number; tracks: number; nameKey: string; id: number } | null;
}

/** Number of letters of a name that are used for sorting; a cursor contains them. */
export const KEY_LETTERS = 48;
/** Share of the query's trigrams that a name must contain. */
const NAME_SIMILARITY = 0.5;

const likePattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** A page of artists by name, or by their number of tracks when the first page was read, largest first. */
export async function listArtists(db: Sql, q: ArtistListQuery): Promise<ArtistListRow[]> {
  const { name, after } = q;
  const named =
    name === null
      ? sql`true`
      : sql`(plain_name(a.name) like plain_name(${likePattern(name)}::text) or plain_name(${name}::text) <% plain_name(a.name))`;
  const order = { name: sql`name_key, id`, tracks: sql`tracks desc, id` }[q.sort];
  const beyond =
    after === null
      ? sql`true`
      : {
          name: sql`(name_key, id) > (${after.nameKey}::text, ${after.id}::int)`,
          tracks: sql`(-tracks, id) > (${-after.tracks}::int, ${after.id}::int)`,
        }[q.sort];
  const lastTrack =
    after === null ? sql`coalesce((select max(id) from tracks), 0)` : sql`${after.lastTrackId}::int`;
  const [, rows] = await db.batch(
    [
      sql`select set_config('pg_trgm.word_similarity_threshold', ${String(NAME_SIMILARITY)}, true)`,
      sql`
        with bound as materialized (select ${lastTrack} as last_track_id),
        counted as (
          select artist_id, count(*)::int as tracks from tracks where id <= (select last_track_id from bound)
          group by artist_id),
        list as (
          select a.id, a.name, a.genius_id, a.url, a.image_url, coalesce(c.tracks, 0) as tracks,
            left(lower(a.name), ${KEY_LETTERS}::int) as name_key, b.last_track_id
          from artists a cross join bound b left join counted c on c.artist_id = a.id where ${named})
        select * from list where ${beyond} order by ${order} limit ${q.limit}::int`,
    ],
    { readOnly: true },
  );
  return rowsOf<ArtistListRow>(rows);
}
