import { type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { ARTIST_COLUMNS, type ArtistRow } from './artists.ts';

/** Of the advisory locks, those on Genius ids of artists. */
const LOCK_CLASS = 4810;

/** The artist that a name leads to: its own before an alias, and of two of one name the one that Genius knows. */
export const artistNamed = (name: Statement): Statement => sql`coalesce(
  (select named.id from artists named where lower(named.name) = lower(${name}) order by named.genius_id nulls last, named.id limit 1),
  (select alias.artist_id from artist_aliases alias where lower(alias.name) = lower(${name})))`;

const holds = (geniusId: number): Statement =>
  sql`(genius_id = ${geniusId}::int or former_genius_ids @> array[${geniusId}::int])`;

/** The artist of a Genius id, which is one row whatever it is called. */
const holderOf = (geniusId: number): Statement =>
  sql`(select id from artists where ${holds(geniusId)} order by genius_id = ${geniusId}::int desc, id limit 1)`;

/** Whoever asks for the artist of the same Genius id waits for the end of this transaction. */
const lock = (geniusId: number): Statement =>
  sql`select pg_advisory_xact_lock(${LOCK_CLASS}::int, ${geniusId}::int)`;

const addAlias = (name: Statement, artistId: Statement): Statement => sql`
  insert into artist_aliases (name, artist_id)
  select n.name, a.id from (select ${name} as name) n join artists a on a.id = ${artistId}
  where not exists (select 1 from artists other where lower(other.name) = lower(n.name) and other.genius_id is not null)
  on conflict do nothing`;

/**
 * Makes two rows one: songs, albums, runs and spellings move to `into`, which is watched if either was, and as urgently.
 * Where both have a run open, that of `from` ends. Does nothing where one of the two is not there.
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
      select gone.name, joined.id from gone, joined where lower(gone.name) <> lower(joined.name)
      on conflict do nothing`,
  ];
}

/**
 * The artist of that name or of that Genius id, made if there is none. An id claims a row of the same name that has none
 * yet, so that an imported artist and the scraped one are one; a second spelling under an id is an alias of its artist.
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

/** The artist of the id, if it is known by this name already: then nothing is to be written. */
async function findKnown(db: Sql, name: string, geniusId: number): Promise<ArtistRow[] | null> {
  const rows = await db.query<ArtistRow>(sql`
    select ${ARTIST_COLUMNS} from artists where id = ${holderOf(geniusId)} and (lower(name) = lower(${name}::text)
      or id = (select artist_id from artist_aliases where lower(name) = lower(${name}::text)))`);
  return rows.length === 0 ? null : rows;
}

async function upsertById(db: Sql, name: string, geniusId: number): Promise<ArtistRow[]> {
  const holder = holderOf(geniusId);
  const nameless = sql`(
    select id from artists where genius_id is null and lower(name) = lower(${name}::text) limit 1)`;
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
 * Binds an artist without a Genius id to the one that a search found, and answers the artist that has it: another row
 * where that id is known already, of which this one was another spelling.
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
 * Gives an artist that Genius no longer knows by its id the one that Genius knows now; null if another artist has that,
 * for two artists of one name stay two. The former id still leads to the artist.
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
