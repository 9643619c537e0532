import { type Sql, type Statement, sql } from '../client.ts';
import { halfvecToSql, vectorToSql } from '../vectors.ts';

export interface TrackTextRow {
  id: number;
  artist: string;
  title: string;
  language: string | null;
  lyrics: string | null;
  lyrics_state: string;
  sections: unknown;
  text_hash: string | null;
  embedding_status: string;
  embedding_model: string | null;
  analysis_status: string;
}

/** What embedding and analysis need of a track. */
export async function findTrackText(db: Sql, id: number): Promise<TrackTextRow | null> {
  const rows = await db.query<TrackTextRow>(sql`
    select id, artist, title, language, lyrics, lyrics_state, sections, text_hash, embedding_status,
      embedding_model, analysis_status
    from tracks where id = ${id}::int`);
  return rows[0] ?? null;
}

export interface Passage {
  startLine: number;
  endLine: number;
  vector: readonly number[];
}

/** Stores a track's vector and its passages', unless the text changed meanwhile. One transaction. */
export async function storeEmbedding(
  db: Sql,
  p: {
    trackId: number;
    textHash: string;
    model: string;
    vector: readonly number[];
    passages: readonly Passage[];
  },
): Promise<void> {
  const current = sql`exists (select 1 from tracks where id = ${p.trackId}::int and text_hash = ${p.textHash}::text)`;
  await db.batch([
    sql`
      update tracks set lyrics_embedding = ${vectorToSql(p.vector)}::vector, embedding_model = ${p.model}::text,
        embedding_status = 'done', embedding_error = null, next_lyrics_embedding = null,
        next_embedding_model = null, updated_at = now()
      where id = ${p.trackId}::int and text_hash = ${p.textHash}::text`,
    sql`delete from track_passages where track_id = ${p.trackId}::int and ${current}`,
    sql`
      insert into track_passages (track_id, ordinal, start_line, end_line, embedding)
      select ${p.trackId}::int, p.n - 1, p.start_line, p.end_line, p.vector::halfvec
      from unnest(
        ${p.passages.map((one) => one.startLine)}::int[], ${p.passages.map((one) => one.endLine)}::int[],
        ${p.passages.map((one) => halfvecToSql(one.vector))}::text[]
      ) with ordinality as p (start_line, end_line, vector, n)
      where ${current}
      on conflict (track_id, ordinal) do update
        set start_line = excluded.start_line, end_line = excluded.end_line, embedding = excluded.embedding`,
  ]);
}

export async function setEmbeddingStatus(
  db: Sql,
  p: { trackId: number; status: 'unsupported_language' | 'failed'; error: string | null },
): Promise<void> {
  await db.query(sql`
    update tracks set embedding_status = ${p.status}::text, embedding_error = ${p.error}::text, updated_at = now()
    where id = ${p.trackId}::int`);
}

/** The model of the vectors in use; null before the first. */
export async function findStoredModel(db: Sql): Promise<string | null> {
  const [row] = await db.query<{ embedding_model: string }>(
    sql`select embedding_model from tracks where lyrics_embedding is not null limit 1`,
  );
  return row?.embedding_model ?? null;
}

/** A page by id of the tracks that wait for a vector or an analysis and that nobody touched for a while. */
export async function findUnfinishedTracks(
  db: Sql,
  p: { idleMs: number; afterId: number; limit: number },
): Promise<{ id: number; embed: boolean; analyze: boolean }[]> {
  return db.query(sql`
    select id, embedding_status = 'pending' as embed, analysis_status = 'pending' as analyze from tracks
    where (embedding_status = 'pending' or analysis_status = 'pending') and id > ${p.afterId}::int
      and updated_at < now() - ${p.idleMs}::float8 * interval '1 millisecond'
    order by id limit ${p.limit}::int`);
}

/** What the track of a Genius song waits for; none where it waits for nothing. */
export async function findWaitingWork(
  db: Sql,
  geniusId: number,
): Promise<{ id: number; embed: boolean; analyze: boolean }[]> {
  return db.query(sql`
    select id, embedding_status = 'pending' as embed, analysis_status = 'pending' as analyze from tracks
    where genius_id = ${geniusId}::int and (embedding_status = 'pending' or analysis_status = 'pending')`);
}

export interface Progress {
  tracks: number;
  with_lyrics: number;
  embedded: number;
  unembeddable: number;
  analyzed: number;
  pending: number;
  failed: number;
}

/** The statement behind `countProgress`, for those who ask more in the same round trip. */
export const selectProgress: Statement = sql`
  select count(*)::int as tracks,
    count(*) filter (where lyrics_state = 'ok')::int as with_lyrics,
    count(*) filter (where embedding_status = 'done')::int as embedded,
    count(*) filter (where embedding_status = 'unsupported_language')::int as unembeddable,
    count(*) filter (where analysis_status = 'done')::int as analyzed,
    count(*) filter (where embedding_status = 'pending' or analysis_status = 'pending')::int as pending,
    count(*) filter (where embedding_status = 'failed' or analysis_status = 'failed')::int as failed
  from tracks`;

/** Counts over all tracks with lyrics: what is done, and what is left. */
export async function countProgress(db: Sql): Promise<Progress> {
  const [row] = await db.query<Progress>(selectProgress);
  if (row === undefined) throw new Error('an aggregate without a group always has a row');
  return row;
}
