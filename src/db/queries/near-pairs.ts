import { type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { rankingSettings } from './near-tracks.ts';

export interface PairRow {
  id: number;
  artist: string;
  title: string;
  other_id: number;
  other_artist: string;
  other_title: string;
  /** Cosine distance. */
  distance: number;
}

const COLUMNS = { lyrics: 'lyrics_embedding', audio: 'audio_embedding' } as const;
export type PairSpace = keyof typeof COLUMNS;

/**
 * For each of the next `tracks` tracks after an id, at most `neighbours` neighbours within a distance, found through
 * the vector index: pairing the whole catalogue takes time linear in the tracks, not quadratic. A pair may occur
 * twice, once from either side; versions of one song are not a pair. `lastId` is null at the end.
 */
export async function findNearPairs(
  db: Sql,
  p: { space: PairSpace; afterId: number; tracks: number; neighbours: number; maxDistance: number },
): Promise<{ pairs: PairRow[]; lastId: number | null }> {
  const column: Statement = { text: COLUMNS[p.space], params: [] };
  // The neighbours include the row itself and its versions.
  const looked = p.neighbours + 5;
  const [, bounds, rows] = await db.batch(
    [
      sql`select ${rankingSettings(looked)}`,
      sql`select max(id) as last_id from (
        select id from tracks where id > ${p.afterId}::int order by id limit ${p.tracks}::int) next`,
      sql`
        with next as materialized (
          select t.id, t.artist, t.title, f.original_id, t.embedding_model, t.${column} as vector
          from tracks t join track_facets f on f.track_id = t.id
          where t.id > ${p.afterId}::int order by t.id limit ${p.tracks}::int)
        select a.id, a.artist, a.title, b.id as other_id, b.artist as other_artist, b.title as other_title, b.distance
        from next a cross join lateral (
          select n.* from (
            select t.id, t.artist, t.title, t.embedding_model, (t.${column} <=> a.vector)::float8 as distance
            from tracks t where t.${column} is not null order by t.${column} <=> a.vector limit ${looked}::int
          ) n join track_facets f on f.track_id = n.id
          where f.original_id <> a.original_id and n.distance <= ${p.maxDistance}::float8
            and (${p.space}::text <> 'lyrics' or n.embedding_model = a.embedding_model)
          order by n.distance limit ${p.neighbours}::int
        ) b
        where a.vector is not null order by a.id, b.distance`,
    ],
    { readOnly: true },
  );
  const lastId = (bounds?.[0]?.last_id ?? null) as number | null;
  return { pairs: rowsOf<PairRow>(rows), lastId };
}
