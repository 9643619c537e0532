import { type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { ARTIST_COLUMNS, type ArtistRow } from './artists.ts';

/** The namespace of advisory locks on artists' Genius ids. */
const LOCK_CLASS = 4810;

/**
 * The artist for a name, whatever its case, accents and kind of hyphens: a name before an alias, and of two with the same
 * name the one with a Genius id.
 */
export const artistNamed = (name: Statement): Statement => sql`coalesce(
  (select named.id from artists named where artist_key(named.name) = artist_key(${name}) order by named.genius_id nulls last, named.id limit 1),
  (select alias.artist_id from artist_aliases alias where artist_key(alias.name) = artist_key(${name})))`;

/** The artist of a song whose name differs in punctuation, blanks or a leading "the", as filters of a search forgive it. */
export const artistSpelt = (name: Statement): Statement => sql`(
  select t.artist_id from track_facets f join tracks t on t.id = f.track_id
  where name_key(f.artist) = name_key(${name}) order by t.artist_id limit 1)`;

const holds = (geniusId: number): Statement =>
  sql`(genius_id = ${geniusId}::int or former_genius_ids @> array[${geniusId}::int])`;

/** The artist with a Genius id, which is one row under all its spellings. */
const holderOf = (geniusId: number): Statement =>
  sql`(select id from artists where ${holds(geniusId)} order by genius_id = ${geniusId}::int desc, id limit 1)`;

/** Other transactions for the same Genius id wait until this one ends. */
const lock = (geniusId: number): Statement =>
  sql`select pg_advisory_xact_lock(${LOCK_CLASS}::int, ${geniusId}::int)`;

const addAlias = (name: Statement, artistId: Statement): Statement => sql`
  insert into artist_aliases (name, artist_id)
  select n.name, a.id from (select ${name} as name) n join artists a on a.id = ${artistId}
  where not exists (select 1 from artists other where artist_key(other.name) = artist_key(n.name) and other.genius_id is not null)
  on conflict do nothing`;

/**
 * Merges two rows: songs, albums, runs and spellings move to `into`, which is watched if either was, with the higher
 * priority. If both have an open run, the run of `from` ends. Does nothing if one of the two does not exist.
 */
function merge(from: Statement, into: Statement): Statement[] {
  return [
    sql`update tracks set artist_id = ${into} where artist_id = ${from} and ${into} is not null`,
    sql`update albums set artist_id = ${into} where artist_id = ${from} and ${into} is not null`,
    sql`
      update ingest_runs r set status = 'failed', finished_at = now(), updated_at = now(), next_try_at = null,
        reason = 'Another spelling of an artist whose own run is open.'
      where r.artist_id = ${from} and r.status in ('listing', 'running', 'parked') and exists (
        select 1 from ingest_runs o where o.artist_id = ${into} and o.status in ('listing', 'running', 'parked'))`,
    sql`update ingest_runs set artist_id = ${into} where artist_id = ${from} and ${into} is not null`,
    sql`update artist_aliases set artist_id = ${into} where artist_id = ${from} and ${into} is not null`,
    sql`
      with target as (select ${into} as id),
      gone as (delete from artists where id = ${from} and (select id from target) is not null returning *),
      joined as (
        update artists i set watched = i.watched or f.watched,
          priority = case when not f.watched then i.priority when not i.watched then f.priority
            else least(i.priority, f.priority) end,
          next_scrape_at = least(i.next_scrape_at, f.next_scrape_at),
          spotify_id = coalesce(i.spotify_id, f.spotify_id), url = coalesce(i.url, f.url),
          image_url = coalesce(i.image_url, f.image_url), updated_at = now()
        from gone f where i.id = (select id from target)
        returning i.id, i.name)
      insert into artist_aliases (name, artist_id)
      select gone.name, joined.id from gone, joined where artist_key(gone.name) <> artist_key(joined.name)
      on conflict do nothing`,
  ];
}

/**
 * The artist with that name or Genius id, created if there is none. An id is assigned to a row of the same name
 * without an id, so that an imported and a scraped artist become one; a second spelling under an id becomes an alias
 * of its artist.
 */
export async function upsertArtist(
  db: Sql,
  p: { name: string; geniusId: number | null },
): Promise<ArtistRow> {
  const rows =
    p.geniusId === null
      ? await upsertByName(db, p.name)
      : ((await findKnown(db, p.name, p.geniusId)) ?? (await upsertById(db, p.name, p.geniusId)));
  const row = rows[0];
  if (row === undefined) throw new Error('an artist that was just stored is not there');
  return row;
}

async function upsertByName(db: Sql, name: string): Promise<ArtistRow[]> {
  const id = artistNamed(sql`${name}::text`);
  const [, rows] = await db.batch([
    sql`insert into artists (name) select ${name}::text where ${id} is null on conflict do nothing`,
    sql`select ${ARTIST_COLUMNS} from artists where id = ${id}`,
  ]);
  return rowsOf<ArtistRow>(rows);
}

/** The artist with the id, if this name is already known for it: then no write is needed. */
async function findKnown(db: Sql, name: string, geniusId: number): Promise<ArtistRow[] | null> {
  const rows = await db.query<ArtistRow>(sql`
    select ${ARTIST_COLUMNS} from artists where id = ${holderOf(geniusId)} and (artist_key(name) = artist_key(${name}::text)
      or id = (select artist_id from artist_aliases where artist_key(name) = artist_key(${name}::text)))`);
  return rows.length === 0 ? null : rows;
}

async function upsertById(db: Sql, name: string, geniusId: number): Promise<ArtistRow[]> {
  const holder = holderOf(geniusId);
  const nameless = sql`(
    select id from artists where genius_id is null and artist_key(name) = artist_key(${name}::text) limit 1)`;
  const results = await db.batch([
    lock(geniusId),
    sql`
      update artists set genius_id = ${geniusId}::int, updated_at = now()
      where id = ${nameless} and ${holder} is null`,
    sql`
      insert into artists (name, genius_id) select ${name}::text, ${geniusId}::int where ${holder} is null`,
    ...merge(nameless, holder),
    addAlias(sql`${name}::text`, holder),
    sql`select ${ARTIST_COLUMNS} from artists where id = ${holder}`,
  ]);
  return rowsOf<ArtistRow>(results.at(-1));
}

/**
 * Assigns the Genius id that a search found to an artist without one, and returns the artist that has the id: another
 * row if the id was already known, of which this one was another spelling.
 */
export async function bindArtist(db: Sql, p: { id: number; geniusId: number }): Promise<ArtistRow | null> {
  const self = sql`${p.id}::int`;
  const other = sql`(select id from artists where ${holds(p.geniusId)} and id <> ${self} order by id limit 1)`;
  const results = await db.batch([
    lock(p.geniusId),
    sql`
      update artists set genius_id = ${p.geniusId}::int, updated_at = now()
      where id = ${self} and genius_id is null and ${other} is null`,
    ...merge(sql`(select id from artists where id = ${self} and genius_id is null)`, other),
    sql`select ${ARTIST_COLUMNS} from artists where id = ${holderOf(p.geniusId)}`,
  ]);
  return firstOf<ArtistRow>(results.at(-1));
}

/**
 * Replaces an artist's Genius id that is no longer valid by its current one; null if another artist has that id,
 * because two artists with the same name stay separate. The former id still leads to the artist.
 */
export async function rebindArtist(
  db: Sql,
  p: { id: number; formerId: number; geniusId: number },
): Promise<ArtistRow | null> {
  const results = await db.batch([
    lock(p.geniusId),
    sql`
      update artists set genius_id = ${p.geniusId}::int, former_genius_ids = former_genius_ids || ${p.formerId}::int,
        updated_at = now()
      where id = ${p.id}::int and genius_id = ${p.formerId}::int and ${holderOf(p.geniusId)} is null`,
    sql`select ${ARTIST_COLUMNS} from artists where id = ${p.id}::int and genius_id = ${p.geniusId}::int`,
  ]);
  return firstOf<ArtistRow>(results.at(-1));
}
