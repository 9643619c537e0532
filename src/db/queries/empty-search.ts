import { type Sql, type Statement, sql } from '../client.ts';
import { firstOf } from '../rows.ts';
import { STORED_MODEL } from './embedding-model.ts';

/** Share of trigrams in common from which on a name may be meant. */
const MIN_LIKENESS = 0.35;

/** The artist with songs whose name is most like the given one. Compares the names of all artists. */
const artistLike = (name: string): Statement => sql`
  select name, name_key(name) = name_key(${name}::text) as is_same from artists a
  where similarity(fold_text(name), fold_text(${name}::text)) >= ${MIN_LIKENESS}::real
    and exists (select 1 from tracks where artist_id = a.id)
  order by is_same desc, similarity(fold_text(name), fold_text(${name}::text)) desc, id limit 1`;

/** What may explain that a search found nothing. */
export interface EmptySearchRow {
  /** The model of the vectors in use; null before the first. */
  storedModel: string | null;
  /** An artist with songs whose name is like the wanted one; null if none is, or if the wanted name is an artist's. */
  artistLike: string | null;
}

/** Looks both up in one round trip; without a wanted artist only the model. */
export async function explainEmptySearch(db: Sql, p: { artist: string | null }): Promise<EmptySearchRow> {
  const statements = [STORED_MODEL, ...(p.artist === null ? [] : [artistLike(p.artist)])];
  const [models, artists] = await db.batch(statements, { readOnly: true });
  const best = firstOf<{ name: string; is_same: boolean }>(artists);
  return {
    storedModel: firstOf<{ model: string | null }>(models)?.model ?? null,
    artistLike: best === null || best.is_same ? null : best.name,
  };
}
