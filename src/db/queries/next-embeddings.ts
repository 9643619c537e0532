import { type Sql, type Statement, sql } from '../client.ts';
import { vectorToSql } from '../vectors.ts';
import type { AnalysisToEmbed } from './catalogue-analyses.ts';
import { insertPassages, isText, type TrackVector } from './embeddings.ts';

export interface TextToEmbed {
  id: number;
  language: string | null;
  lyrics: string;
  text_hash: string;
}

const WITHOUT_NEXT = (model: string): Statement =>
  sql`lyrics is not null and next_embedding_model is distinct from ${model}::text`;

/** Maximum bytes read per page, and at least one row: Neon limits answers to ten megabytes. */
const PAGE_BYTES = 2_000_000;

/** The first rows of a page (`id`, `bytes` and more), by id, up to PAGE_BYTES. */
const withinBytes = (page: Statement): Statement => sql`
  select * from (
    select *, sum(bytes) over (order by id) - bytes as bytes_before from (${page}) page) sized
  where bytes_before < ${PAGE_BYTES}::int order by id`;

/** Tracks with lyrics that have no vector of this model yet, by id; empty when all are done. */
export const findTextsWithoutNext = (
  db: Sql,
  p: { model: string; afterId: number; limit: number },
): Promise<TextToEmbed[]> =>
  db.query<TextToEmbed>(
    withinBytes(sql`
      select id, language, lyrics, text_hash, octet_length(lyrics) as bytes from tracks
      where ${WITHOUT_NEXT(p.model)} and id > ${p.afterId}::int order by id limit ${p.limit}::int`),
  );

/** Stores a track's next vector next to the one in use, unless the text has changed. Null: its language has none. */
export async function storeNextEmbedding(
  db: Sql,
  p: Omit<TrackVector, 'vector'> & { vector: readonly number[] | null },
): Promise<void> {
  const current = sql`exists (select 1 from tracks where ${isText(p)}
    and next_embedding_model = ${p.model}::text)`;
  await db.batch([
    sql`
      update tracks set next_embedding_model = ${p.model}::text,
        next_lyrics_embedding = ${p.vector === null ? null : vectorToSql(p.vector)}::vector
      where ${isText(p)}`,
    sql`delete from next_track_passages where track_id = ${p.trackId}::int`,
    ...insertPassages({ table: sql`next_track_passages`, where: current }, p),
  ]);
}

/** Current analyses of texts that have no vector of this model yet, by id; empty when all are done. */
export const findAnalysesWithoutNext = (
  db: Sql,
  p: { model: string; afterId: number; limit: number },
): Promise<AnalysisToEmbed[]> =>
  db.query(
    withinBytes(sql`
      select a.id, a.analysis_data, a.updated_at::text as version, octet_length(a.analysis_data::text) as bytes
      from analysis_results a
      where a.next_embedding_model is distinct from ${p.model}::text and a.id > ${p.afterId}::int
        and exists (select 1 from track_facets f where f.analysis_id = a.id)
      order by a.id limit ${p.limit}::int`),
  );

/** Stores an analysis's next vector, unless the analysis has changed. */
export const storeNextAnalysisEmbedding = (
  db: Sql,
  p: { analysisId: number; version: string; model: string; vector: readonly number[] },
): Promise<unknown> =>
  db.query(sql`
    update analysis_results set next_analysis_embedding = ${vectorToSql(p.vector)}::vector,
      next_embedding_model = ${p.model}::text
    where id = ${p.analysisId}::int and updated_at::text = ${p.version}::text`);

/** What remains to be embedded before the vectors of this model are complete. */
export async function countWithoutNext(
  db: Sql,
  model: string,
): Promise<{ tracks: number; analyses: number }> {
  const [row] = await db.query<{ tracks: number; analyses: number }>(
    sql`select tracks, analyses from missing_next_embeddings(${model}::text)`,
  );
  return row ?? { tracks: 0, analyses: 0 };
}

const SPACES = [
  { table: 'tracks', column: 'lyrics_embedding', index: 'tracks_lyrics_embedding_idx' },
  { table: 'analysis_results', column: 'analysis_embedding', index: 'analysis_results_embedding_idx' },
] as const;

const ddl = (text: string): Statement => ({ text, params: [] });

/** Builds the indexes of the next vectors, again if an earlier run was interrupted; searches continue meanwhile. */
export async function indexNextEmbeddings(db: Sql): Promise<void> {
  for (const { table, column, index } of SPACES) {
    const broken = await db.query(sql`
      select 1 from pg_index where indexrelid = to_regclass(${`next_${index}`}::text) and not indisvalid`);
    if (broken.length > 0) await db.query(ddl(`drop index if exists next_${index}`));
    await db.query(
      ddl(`create index concurrently if not exists next_${index} on ${table}
        using hnsw (next_${column} vector_cosine_ops) with (m = 16, ef_construction = 64)`),
    );
  }
}

/**
 * Errors of Postgres after which the switch has to wait: vectors are missing (`check_next_embeddings`), or the tables
 * are locked.
 */
const NOT_YET = new Set(['BL001', '55P03', '40P01']);

/**
 * Replaces the vectors in use by the next ones in one transaction that rewrites no row: columns, indexes and the
 * passage table are renamed. Under an exclusive lock it counts again: at most `tolerated` rows may lack a vector of
 * this model; they then wait for one (`pending`, or no vector of an analysis). Returns false without any change if
 * more are missing or the tables could not be locked within ten seconds.
 */
export async function switchToNextEmbeddings(
  db: Sql,
  p: { model: string; tolerated: number },
): Promise<boolean> {
  try {
    await db.batch([
      ddl(`set local lock_timeout = '10s'`),
      sql`select 1 from embedding_models for update`,
      ddl(
        'lock table tracks, analysis_results, track_passages, next_track_passages in access exclusive mode',
      ),
      sql`select check_next_embeddings(${p.model}::text, ${p.tolerated}::int)`,
      ...renameColumns(),
      ...settleStatuses(p.model),
      ...renamePassages(),
      sql`update embedding_models set model = ${p.model}::text, next_model = null, switched_at = now()`,
    ]);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_YET.has(String(error.code))) return false;
    throw error;
  }
}

const renameColumns = (): Statement[] =>
  SPACES.flatMap(({ table, column, index }) => [
    ddl(`alter table ${table} drop column ${column}, drop column embedding_model`),
    ddl(`alter table ${table} rename column next_${column} to ${column}`),
    ddl(`alter table ${table} rename column next_embedding_model to embedding_model`),
    ddl(`alter index next_${index} rename to ${index}`),
    ddl(`alter table ${table} add column next_${column} vector(512), add column next_embedding_model text`),
  ]);

/** The columns now belong to the new model; some rows hold values from an earlier preparation. */
const settleStatuses = (model: string): Statement[] => [
  sql`
    update tracks set lyrics_embedding = null, embedding_model = null, embedding_error = null,
      embedding_next_try_at = null, embedding_status = case when lyrics is null then 'none' else 'pending' end
    where embedding_model is distinct from ${model}::text and (lyrics is not null or embedding_model is not null)`,
  // A text in a language that the model does not know was processed and has no vector.
  sql`
    update tracks set embedding_model = null, embedding_status = 'unsupported_language', embedding_next_try_at = null
    where lyrics_embedding is null and embedding_model is not null`,
  sql`
    update tracks set embedding_status = 'done', embedding_error = null, embedding_next_try_at = null
    where lyrics_embedding is not null and embedding_status <> 'done'`,
  sql`
    update analysis_results set analysis_embedding = null, embedding_model = null
    where embedding_model <> ${model}::text`,
  ddl(`alter table tracks add constraint tracks_embedding_model_check
    check ((lyrics_embedding is null) = (embedding_model is null)) not valid`),
];

const renamePassages = (): Statement[] => [
  ddl('drop table track_passages'),
  ddl('alter table next_track_passages rename to track_passages'),
  ddl('alter index next_track_passages_pkey rename to track_passages_pkey'),
  ddl('delete from track_passages p using tracks t where t.id = p.track_id and t.lyrics_embedding is null'),
  ddl('create table next_track_passages (like track_passages including all)'),
  ddl(`alter table next_track_passages add foreign key (track_id) references tracks (id) on delete cascade`),
];
