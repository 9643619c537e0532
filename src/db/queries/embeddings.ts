import type { FailureCause } from '../../lib/failure-cause.ts';
import { type Sql, type Statement, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';
import { halfvecToSql, vectorToSql } from '../vectors.ts';
import { isModel, shareModel } from './embedding-model.ts';

export interface TrackTextRow {
  id: number;
  artist: string;
  title: string;
  language: string | null;
  lyrics: string | null;
  lyrics_state: string;
  text_hash: string | null;
  embedding_status: string;
  embedding_model: string | null;
  analysis_status: string;
  /** The model of the stored vectors; null before the first. */
  model_in_use: string | null;
}

/** The columns of a track that embedding and analysis need. */
export async function findTrackText(db: Sql, id: number): Promise<TrackTextRow | null> {
  const rows = await db.query<TrackTextRow>(sql`
    select id, artist, title, language, lyrics, lyrics_state, text_hash, embedding_status,
      embedding_model, analysis_status, (select model from embedding_models) as model_in_use
    from tracks where id = ${id}::int`);
  return rows[0] ?? null;
}

export interface Passage {
  startLine: number;
  endLine: number;
  vector: readonly number[];
}

/** A text as it was read: results for it are stored only if it has not changed. */
export interface ReadText {
  trackId: number;
  textHash: string;
  language: string | null;
}

/** Whether the track's text is still the one that was read. */
export const isText = (
  p: ReadText,
): Statement => sql`id = ${p.trackId}::int and text_hash = ${p.textHash}::text
  and language is not distinct from ${p.language}::text`;

export interface TrackVector extends ReadText {
  model: string;
  vector: readonly number[];
  passages: readonly Passage[];
}

/** The outcome of storing a vector: it is dropped if the text or the model has changed. */
export type StoredVector = 'stored' | 'text_changed' | 'model_changed';

/**
 * Stores a track's vector and its passages' vectors, unless the text or the model in use has changed. One transaction.
 */
export async function storeEmbedding(db: Sql, p: TrackVector): Promise<StoredVector> {
  const isStored = sql`exists (select 1 from tracks where ${isText(p)}
    and embedding_model = ${p.model}::text and embedding_status = 'done')`;
  const [, lock, stored] = await db.batch([
    ...shareModel(p.model),
    sql`
      update tracks set lyrics_embedding = ${vectorToSql(p.vector)}::vector, embedding_model = ${p.model}::text,
        embedding_status = 'done', embedding_error = null, embedding_next_try_at = null, updated_at = now()
      where ${isText(p)} and ${isModel(p.model)}
      returning id`,
    sql`delete from track_passages where track_id = ${p.trackId}::int and ${isStored}`,
    ...insertPassages({ table: sql`track_passages`, where: isStored }, p),
  ]);
  if (stored !== undefined && stored.length > 0) return 'stored';
  return lock?.[0]?.model === p.model ? 'text_changed' : 'model_changed';
}

/** Passages per statement: a few hundred kilobytes. */
const PASSAGES_A_STATEMENT = 64;

/** Statements that insert the passages of a track into one of the two passage tables. */
export function insertPassages(
  into: { table: Statement; where: Statement },
  p: Pick<TrackVector, 'trackId' | 'passages'>,
): Statement[] {
  const statements: Statement[] = [];
  for (let first = 0; first < p.passages.length; first += PASSAGES_A_STATEMENT) {
    const some = p.passages.slice(first, first + PASSAGES_A_STATEMENT);
    statements.push(sql`
      insert into ${into.table} (track_id, ordinal, start_line, end_line, embedding)
      select ${p.trackId}::int, p.n - 1 + ${first}::int, p.start_line, p.end_line, p.vector::halfvec
      from unnest(
        ${some.map((one) => one.startLine)}::int[], ${some.map((one) => one.endLine)}::int[],
        ${some.map((one) => halfvecToSql(one.vector))}::text[]
      ) with ordinality as p (start_line, end_line, vector, n)
      where ${into.where}
      on conflict (track_id, ordinal) do update
        set start_line = excluded.start_line, end_line = excluded.end_line, embedding = excluded.embedding`);
  }
  return statements;
}

/** A track that was to be embedded again but kept its vector. */
export async function keepEmbedding(db: Sql, p: ReadText): Promise<void> {
  await db.query(sql`
    update tracks set embedding_status = 'done', embedding_error = null, embedding_next_try_at = null, updated_at = now()
    where ${isText(p)} and lyrics_embedding is not null`);
}

/**
 * Marks a text for which the model in use cannot make a vector, with the reason; it is not retried until it changes.
 */
export async function markUnembeddable(
  db: Sql,
  p: ReadText & { status: 'unsupported_language' | 'failed'; cause: FailureCause },
): Promise<void> {
  await db.batch([
    sql`
      update tracks set lyrics_embedding = null, embedding_model = null, embedding_status = ${p.status}::text,
        embedding_error = ${toStorableJson(p.cause)}::jsonb, embedding_next_try_at = null, updated_at = now()
      where ${isText(p)}`,
    sql`delete from track_passages where track_id in (select id from tracks where ${isText(p)})`,
  ]);
}

/** A page by id of the tracks that wait for a vector or an analysis and have not changed for a while. */
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

/** The pending work of the track of a Genius song; empty if there is none. */
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

/** The statement behind `countProgress`, for callers that run other statements in the same round trip. */
export const selectProgress: Statement = sql`
  select count(*)::int as tracks,
    count(*) filter (where lyrics_state = 'ok')::int as with_lyrics,
    count(*) filter (where embedding_status = 'done')::int as embedded,
    count(*) filter (where embedding_status = 'unsupported_language')::int as unembeddable,
    count(*) filter (where analysis_status = 'done')::int as analyzed,
    count(*) filter (where embedding_status = 'pending' or analysis_status = 'pending')::int as pending,
    count(*) filter (where embedding_status = 'failed' or analysis_status = 'failed')::int as failed
  from tracks`;

/** Counts over all tracks with lyrics: finished and remaining work. */
export async function countProgress(db: Sql): Promise<Progress> {
  const [row] = await db.query<Progress>(selectProgress);
  if (row === undefined) throw new Error('an aggregate without a group always has a row');
  return row;
}
