import { type Sql, sql } from '../client.ts';
import { artistNamed } from './artist-identity.ts';

/**
 * Puts artists on the watch list in the given order, the first due immediately and the last after `spreadHours`;
 * returns how many were added. Artists who were taken down are passed over.
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
      where ${artistNamed(sql`w.name`)} is null on conflict do nothing`,
    sql`
      update artists a set watched = true, priority = coalesce(${p.priority}::smallint, a.priority),
        next_scrape_at = coalesce(a.next_scrape_at, w.due), updated_at = now()
      from (${named}) w
      where a.id = ${artistNamed(sql`w.name`)} and not a.watched and not artist_taken_down(a)
      returning a.id`,
  ]);
  return watched?.length ?? 0;
}
