import { type Sql, sql } from '../client.ts';

export interface ArtistRow {
  id: number;
  name: string;
  genius_id: number | null;
  watched: boolean;
  priority: number;
  scrape_cursor: number | null;
  next_scrape_at: Date | null;
}

const COLUMNS = sql`id, name, genius_id, watched, priority, scrape_cursor, next_scrape_at`;

/**
 * The artist of that name, made if there is none. A Genius id claims a row of the same name that has none yet,
 * so that an imported artist and the scraped one are one.
 */
export async function upsertArtist(
  db: Sql,
  p: { name: string; geniusId: number | null; url?: string | null; imageUrl?: string | null },
): Promise<ArtistRow> {
  const url = p.url ?? null;
  const imageUrl = p.imageUrl ?? null;
  const [, , rows] = await db.batch([
    sql`
      update artists set genius_id = ${p.geniusId}::int, url = coalesce(${url}::text, url),
        image_url = coalesce(${imageUrl}::text, image_url), updated_at = now()
      where ${p.geniusId}::int is not null and genius_id is null and lower(name) = lower(${p.name}::text)
        and not exists (select 1 from artists other where other.genius_id = ${p.geniusId}::int)`,
    sql`
      insert into artists (name, genius_id, url, image_url)
      select ${p.name}::text, ${p.geniusId}::int, ${url}::text, ${imageUrl}::text
      where not exists (
        select 1 from artists
        where genius_id = ${p.geniusId}::int or (${p.geniusId}::int is null and lower(name) = lower(${p.name}::text)))
      on conflict do nothing`,
    sql`
      select ${COLUMNS} from artists
      where genius_id = ${p.geniusId}::int or (${p.geniusId}::int is null and lower(name) = lower(${p.name}::text))
      order by genius_id nulls last, id limit 1`,
  ]);
  const row = rows?.[0];
  if (row === undefined) throw new Error('an artist that was just stored is not there');
  return row as unknown as ArtistRow;
}

export async function findArtist(db: Sql, id: number): Promise<ArtistRow | null> {
  const rows = await db.query<ArtistRow>(sql`select ${COLUMNS} from artists where id = ${id}::int`);
  return rows[0] ?? null;
}

export async function watchArtist(db: Sql, p: { id: number; priority: number | null }): Promise<void> {
  await db.query(sql`
    update artists set watched = true, priority = coalesce(${p.priority}::smallint, priority),
      next_scrape_at = coalesce(next_scrape_at, now()), updated_at = now()
    where id = ${p.id}::int`);
}

/** Binds the artist to a Genius id that a search found. */
export async function setArtistGeniusId(db: Sql, p: { id: number; geniusId: number }): Promise<void> {
  await db.query(
    sql`update artists set genius_id = ${p.geniusId}::int, updated_at = now() where id = ${p.id}::int`,
  );
}

export async function setScrapeCursor(db: Sql, p: { id: number; page: number | null }): Promise<void> {
  await db.query(
    sql`update artists set scrape_cursor = ${p.page}::int, updated_at = now() where id = ${p.id}::int`,
  );
}

/** Notes a finished listing and when the next one is due. */
export async function scheduleNextScrape(db: Sql, p: { id: number; afterHours: number }): Promise<void> {
  await db.query(sql`
    update artists set scrape_cursor = null, last_scraped_at = now(), updated_at = now(),
      next_scrape_at = now() + make_interval(hours => ${p.afterHours}::int)
    where id = ${p.id}::int`);
}

/** Lets a watched artist wait; a listing that broke off goes on at its page then. */
export async function postponeScrape(db: Sql, p: { id: number; afterHours: number }): Promise<void> {
  await db.query(sql`
    update artists set next_scrape_at = now() + make_interval(hours => ${p.afterHours}::int), updated_at = now()
    where id = ${p.id}::int`);
}

/** Watched artists whose time has come, the most wanted first; those with a run under way are left out. */
export async function findDueArtists(db: Sql, limit: number): Promise<ArtistRow[]> {
  return db.query<ArtistRow>(sql`
    select ${COLUMNS} from artists
    where watched and next_scrape_at <= now() and not exists (
      select 1 from ingest_runs where artist_id = artists.id and status in ('listing', 'running', 'parked'))
    order by priority, next_scrape_at limit ${limit}::int`);
}

/**
 * Puts artists on the watch list in the order given, the first due at once and the last after `spreadHours`;
 * answers how many were not on it before.
 */
export async function watchArtists(
  db: Sql,
  p: { names: readonly string[]; priority: number | null; spreadHours: number },
): Promise<number> {
  const named = sql`
    select name, (now() + (n - 1) * ${p.spreadHours}::float8 / ${Math.max(1, p.names.length)}::int * interval '1 hour')
      as due from unnest(${p.names}::text[]) with ordinality as u (name, n)`;
  const [, watched] = await db.batch([
    sql`
      insert into artists (name) select name from (${named}) w
      where not exists (select 1 from artists a where lower(a.name) = lower(w.name)) on conflict do nothing`,
    sql`
      update artists a set watched = true, priority = coalesce(${p.priority}::smallint, a.priority),
        next_scrape_at = coalesce(a.next_scrape_at, w.due), updated_at = now()
      from (${named}) w
      where lower(a.name) = lower(w.name) and not a.watched
        -- of two artists of one name, the one that Genius knows
        and a.id = (select id from artists b where lower(b.name) = lower(w.name)
          order by genius_id nulls last, id limit 1)
      returning a.id`,
  ]);
  return watched?.length ?? 0;
}
