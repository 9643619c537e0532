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

export const ARTIST_COLUMNS = sql`id, name, genius_id, watched, priority, scrape_cursor, next_scrape_at`;

export async function findArtist(db: Sql, id: number): Promise<ArtistRow | null> {
  const rows = await db.query<ArtistRow>(sql`select ${ARTIST_COLUMNS} from artists where id = ${id}::int`);
  return rows[0] ?? null;
}

export async function watchArtist(db: Sql, p: { id: number; priority: number | null }): Promise<void> {
  await db.query(sql`
    update artists set watched = true, priority = coalesce(${p.priority}::smallint, priority),
      next_scrape_at = coalesce(next_scrape_at, now()), updated_at = now()
    where id = ${p.id}::int`);
}

export async function setScrapeCursor(db: Sql, p: { id: number; page: number | null }): Promise<void> {
  await db.query(
    sql`update artists set scrape_cursor = ${p.page}::int, updated_at = now() where id = ${p.id}::int`,
  );
}

/** Stores the end of a listing and when the next one is due. */
export async function scheduleNextScrape(db: Sql, p: { id: number; afterHours: number }): Promise<void> {
  await db.query(sql`
    update artists set scrape_cursor = null, last_scraped_at = now(), updated_at = now(),
      next_scrape_at = now() + make_interval(hours => ${p.afterHours}::int)
    where id = ${p.id}::int`);
}

/** Postpones a watched artist; an interrupted listing then continues at its page. */
export async function postponeScrape(db: Sql, p: { id: number; afterHours: number }): Promise<void> {
  await db.query(sql`
    update artists set next_scrape_at = now() + make_interval(hours => ${p.afterHours}::int), updated_at = now()
    where id = ${p.id}::int`);
}
