import { type Sql, sql } from '../client.ts';

export interface ClusterSourceRow {
  id: number;
  artist: string;
  year: number | null;
  /** The vector as halves in the byte order of the network after two numbers of 16 bits, in base64. */
  vector: string;
}

/** The next `limit` songs that clusters are made of: they repeat no other and have a vector of the model in use. */
export function findClusterSources(
  db: Sql,
  { afterId, limit }: { afterId: number; limit: number },
): Promise<ClusterSourceRow[]> {
  return db.query<ClusterSourceRow>(sql`
    select id, artist, extract(year from release_date)::int as year,
      translate(encode(halfvec_send(lyrics_embedding::halfvec), 'base64'), E'\n', '') as vector
    from tracks
    where id > ${afterId}::int and lyrics_embedding is not null and duplicate_of is null
      and embedding_model = (select model from embedding_models)
    order by id limit ${limit}::int`);
}

/** The model of the vectors in use; null before the first. */
export async function findVectorModel(db: Sql): Promise<string | null> {
  const [row] = await db.query<{ model: string | null }>(sql`select model from embedding_models`);
  return row?.model ?? null;
}

/** The sung words of the next `limit` songs, folded, each between two blanks. */
export function findSungWords(
  db: Sql,
  { afterId, limit }: { afterId: number; limit: number },
): Promise<{ track_id: number; words: string }[]> {
  return db.query(sql`
    select track_id, words from track_words where track_id > ${afterId}::int order by track_id limit ${limit}::int`);
}
