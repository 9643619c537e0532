import { type Sql, sql } from '../client.ts';

/** Share of trigrams in common from which on a name may be meant. */
const MIN_LIKENESS = 0.35;

/**
 * The artist with songs whose name is most like the given one; null if none is like it, or if it is an artist's name
 * itself. Compares the names of all artists.
 */
export async function findArtistLike(db: Sql, name: string): Promise<string | null> {
  const rows = await db.query<{ name: string; is_same: boolean }>(sql`
    select name, name_key(name) = name_key(${name}::text) as is_same from artists a
    where similarity(fold_text(name), fold_text(${name}::text)) >= ${MIN_LIKENESS}::real
      and exists (select 1 from tracks where artist_id = a.id)
    order by is_same desc, similarity(fold_text(name), fold_text(${name}::text)) desc, id limit 1`);
  const [best] = rows;
  return best === undefined || best.is_same ? null : best.name;
}
