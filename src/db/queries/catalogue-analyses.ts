import { type Sql, type Statement, sql } from '../client.ts';
import { vectorToSql } from '../vectors.ts';
import type { AnalysisKey } from './analyses.ts';
import { isModel, shareModel } from './embedding-model.ts';

export async function setAnalysisStatus(db: Sql, p: { trackId: number; status: 'done' }): Promise<void> {
  await db.query(sql`
    update tracks set analysis_status = ${p.status}::text, analysis_error = null, analysis_next_try_at = null,
      updated_at = now()
    where id = ${p.trackId}::int and analysis_status <> ${p.status}::text`);
}

/** Stores the language of a text, if the track still has that text and another language. */
export async function setTrackLanguage(
  db: Sql,
  p: { trackId: number; textHash: string | null; language: string | null },
): Promise<void> {
  await db.query(sql`
    update tracks set language = ${p.language}::text, updated_at = now()
    where id = ${p.trackId}::int and text_hash = ${p.textHash}::text and language is distinct from ${p.language}::text`);
}

/** An analysis as it was read; `version` is the time it was written and identifies it. */
export interface AnalysisToEmbed {
  id: number;
  /** As stored. */
  analysis_data: unknown;
  version: string;
}

/** A track's current analysis if it has no vector; otherwise null. */
export async function findVectorless(db: Sql, trackId: number): Promise<AnalysisToEmbed | null> {
  const rows = await db.query<AnalysisToEmbed>(sql`
    select a.id, a.analysis_data, a.updated_at::text as version from track_facets f join analysis_results a on a.id = f.analysis_id
    where f.track_id = ${trackId}::int and a.embedding_model is null`);
  return rows[0] ?? null;
}

/**
 * The first tracks of texts whose current analysis has no vector, by id from `afterId` on. Reads a row of every track.
 */
export async function findTracksWithoutVector(
  db: Sql,
  p: { afterId: number; limit: number },
): Promise<number[]> {
  const rows = await db.query<{ id: number }>(sql`
    select f.track_id as id from track_facets f
    join analysis_results a on a.id = f.analysis_id and a.track_id = f.track_id
    where f.track_id > ${p.afterId}::int and a.embedding_model is null
    order by f.track_id limit ${p.limit}::int`);
  return rows.map(({ id }) => id);
}

/**
 * Stores the vector of an analysis, if the analysis is unchanged and still the current one of its text, and the model
 * is in use; the analyses that it replaces lose their vectors, so that no text is compared twice.
 */
export async function storeAnalysisEmbedding(
  db: Sql,
  p: { analysisId: number; version: string; model: string; vector: readonly number[] },
): Promise<void> {
  const store = sql`
    with standing as (
      select id, text_hash from analysis_results
      where id = ${p.analysisId}::int and updated_at::text = ${p.version}::text and ${isModel(p.model)}
        and exists (select 1 from track_facets where analysis_id = ${p.analysisId}::int))
    update analysis_results a set
      analysis_embedding = case when a.id = standing.id then ${vectorToSql(p.vector)}::vector end,
      embedding_model = case when a.id = standing.id then ${p.model}::text end
    from standing
    where a.text_hash = standing.text_hash and a.origin = 'catalogue'
      and (a.id = standing.id or a.analysis_embedding is not null)`;
  await db.batch([...shareModel(p.model), store]);
}

/**
 * Makes a finished analysis of the catalogue the current one of its text, in place of one by another analyser, model or
 * engine that was in use in the meantime. Changes nothing if it is current already, or a fallback's.
 */
export async function makeCurrent(db: Sql, analysisId: number): Promise<void> {
  // Naming the status makes the trigger choose again.
  await db.query(sql`
    update analysis_results a set created_at = now(), status = a.status
    where a.id = ${analysisId}::int and a.origin = 'catalogue' and a.status = 'done' and not a.degraded
      and exists (select 1 from tracks t join track_facets f on f.track_id = t.id
        where t.text_hash = a.text_hash and f.analysis_id is distinct from a.id)`);
}

export interface CoverageRow {
  analyzer_type: string;
  model_version: string;
  prompt_version: string;
  engine_version: string;
  tracks: number;
}

/**
 * The number of tracks with lyrics that each analyser, model, prompt and engine has analysed for the catalogue. Reads every
 * analysis.
 */
export async function countCoverage(db: Sql): Promise<CoverageRow[]> {
  return db.query(sql`
    select a.analyzer_type, a.model_version, a.prompt_version, a.engine_version,
      count(distinct t.id)::int as tracks
    from analysis_results a join tracks t on t.text_hash = a.text_hash
    where a.origin = 'catalogue' and a.status = 'done' and t.lyrics_state = 'ok'
    group by 1, 2, 3, 4 order by tracks desc, 1, 2, 3, 4`);
}

const isBy = (key: Omit<AnalysisKey, 'textHash'>): Statement => sql`
  a.analyzer_type = ${key.analyzerType}::text and a.model_version = ${key.modelVersion}::text
  and a.prompt_version = ${key.promptVersion}::text and a.engine_version = ${key.engineVersion}::text
  and a.temperature = ${key.temperature}::real`;

/**
 * Tracks with lyrics whose current analysis is another one, by id from `afterId` on. Skips tracks for which this one
 * failed within the last day, and tracks that wait for their first analysis (`findUnfinishedTracks` returns those).
 */
export async function findTracksWithout(
  db: Sql,
  key: Omit<AnalysisKey, 'textHash'>,
  p: { afterId: number; limit: number },
): Promise<number[]> {
  const rows = await db.query<{ id: number }>(sql`
    select t.id from tracks t
    where t.id > ${p.afterId}::int and t.lyrics_state = 'ok' and t.text_hash is not null
      and (t.analysis_status = 'done'
        or (t.analysis_status = 'failed' and t.updated_at < now() - interval '1 day'))
      and not exists (
        select 1 from track_facets f join analysis_results a on a.id = f.analysis_id
        where f.track_id = t.id and ${isBy(key)})
      and not exists (
        select 1 from analysis_results a
        where a.text_hash = t.text_hash and a.origin = 'catalogue' and ${isBy(key)} and a.status = 'failed'
          and a.updated_at > now() - interval '1 day')
    order by t.id limit ${p.limit}::int`);
  return rows.map(({ id }) => id);
}
