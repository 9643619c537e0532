import { toStorableJson } from '../../lib/storable.ts';
import { type Sql, type Statement, sql } from '../client.ts';
import { vectorToSql } from '../vectors.ts';

/** What makes two analyses the same one. */
export interface AnalysisKey {
  textHash: string;
  analyzerType: string;
  modelVersion: string;
  promptVersion: string;
  temperature: number;
}

export interface AnalysisRow {
  id: number;
  analysis_data: unknown;
  created_at: Date;
}

/** A finished analysis that was asked for before and is not a stand-in for a failed one. */
export async function findAnalysis(db: Sql, key: AnalysisKey): Promise<AnalysisRow | null> {
  const rows = await db.query<AnalysisRow>(sql`
    select id, analysis_data, created_at from analysis_results
    where text_hash = ${key.textHash}::text and analyzer_type = ${key.analyzerType}::text
      and model_version = ${key.modelVersion}::text and prompt_version = ${key.promptVersion}::text
      and temperature = ${key.temperature}::real and status = 'done' and not degraded`);
  return rows[0] ?? null;
}

export interface AnalysisWrite {
  key: AnalysisKey;
  trackId: number | null;
  artist: string | null;
  title: string | null;
  sentiment: string | null;
  confidence: number | null;
  themes: readonly string[];
  complexityScore: number | null;
  qualityScore: number | null;
  data: unknown;
  tokens: number | null;
  costUsd: number | null;
  processingTimeMs: number;
  degraded: boolean;
  degradedReason: string | null;
}

/**
 * Stores an analysis under its key, and beside it what failed on the way; one round trip. A later analysis of the same
 * key replaces it and the first track stays its track; a stand-in replaces nothing that was asked for. Answers the row's id.
 */
export async function storeAnalyses(
  db: Sql,
  analysis: AnalysisWrite,
  failed: readonly FailedAnalysisWrite[],
): Promise<number> {
  const [rows] = await db.batch([analysisStatement(analysis), ...failed.map(failedStatement)]);
  const id = rows?.[0]?.id;
  if (typeof id !== 'number') throw new Error('an upsert returns its row');
  return id;
}

function analysisStatement(a: AnalysisWrite): Statement {
  const { key } = a;
  return sql`
    with stored as (
      insert into analysis_results (
        track_id, text_hash, analyzer_type, model_version, prompt_version, temperature, status, artist, title,
        sentiment, confidence, themes, complexity_score, quality_score, analysis_data, tokens_used, cost_usd,
        processing_time_ms, degraded, degraded_reason)
      values (
        ${a.trackId}::int, ${key.textHash}::text, ${key.analyzerType}::text, ${key.modelVersion}::text,
        ${key.promptVersion}::text, ${key.temperature}::real, 'done', ${a.artist}::text, ${a.title}::text,
        ${a.sentiment}::text, ${a.confidence}::real, ${a.themes}::text[], ${a.complexityScore}::real,
        ${a.qualityScore}::real, ${toStorableJson(a.data)}::jsonb, ${a.tokens}::int, ${a.costUsd}::numeric,
        ${a.processingTimeMs}::int, ${a.degraded}::boolean, ${a.degradedReason}::text)
      on conflict (text_hash, analyzer_type, model_version, prompt_version, temperature) do update set
        track_id = coalesce(analysis_results.track_id, excluded.track_id),
        artist = coalesce(analysis_results.artist, excluded.artist),
        title = coalesce(analysis_results.title, excluded.title),
        status = 'done', error = null, sentiment = excluded.sentiment, confidence = excluded.confidence,
        themes = excluded.themes, complexity_score = excluded.complexity_score,
        quality_score = excluded.quality_score, analysis_data = excluded.analysis_data,
        tokens_used = excluded.tokens_used, cost_usd = excluded.cost_usd,
        processing_time_ms = excluded.processing_time_ms, degraded = excluded.degraded,
        degraded_reason = excluded.degraded_reason, updated_at = now()
      where not excluded.degraded or analysis_results.degraded or analysis_results.status = 'failed'
      returning id)
    select coalesce((select id from stored), (
      select id from analysis_results
      where text_hash = ${key.textHash}::text and analyzer_type = ${key.analyzerType}::text
        and model_version = ${key.modelVersion}::text and prompt_version = ${key.promptVersion}::text
        and temperature = ${key.temperature}::real)) as id`;
}

export interface FailedAnalysisWrite {
  key: AnalysisKey;
  trackId: number | null;
  error: string;
}

/** Stores that analyses were tried and failed, where no good one is there. */
export async function storeFailedAnalyses(db: Sql, failed: readonly FailedAnalysisWrite[]): Promise<void> {
  if (failed.length > 0) await db.batch(failed.map(failedStatement));
}

function failedStatement({ key, trackId, error }: FailedAnalysisWrite): Statement {
  return sql`
    insert into analysis_results (
      track_id, text_hash, analyzer_type, model_version, prompt_version, temperature, status, error)
    values (${trackId}::int, ${key.textHash}::text, ${key.analyzerType}::text, ${key.modelVersion}::text,
      ${key.promptVersion}::text, ${key.temperature}::real, 'failed', ${error}::text)
    on conflict (text_hash, analyzer_type, model_version, prompt_version, temperature) do update
      set error = excluded.error, updated_at = now() where analysis_results.status = 'failed'`;
}

export async function setAnalysisStatus(
  db: Sql,
  p: { trackId: number; status: 'done' | 'failed' },
): Promise<void> {
  await db.query(sql`
    update tracks set analysis_status = ${p.status}::text, updated_at = now()
    where id = ${p.trackId}::int and analysis_status <> ${p.status}::text`);
}

/**
 * Gives an analysis its vector, if it is the one that stands for its text; those it takes the place of lose theirs, so that
 * no text is compared with twice.
 */
export async function storeAnalysisEmbedding(
  db: Sql,
  p: { analysisId: number; model: string; vector: readonly number[] },
): Promise<void> {
  await db.query(sql`
    with best as (
      select id, text_hash from analysis_results
      where text_hash = (select text_hash from analysis_results where id = ${p.analysisId}::int) and status = 'done'
      order by degraded, created_at desc, id desc limit 1)
    update analysis_results a set
      analysis_embedding = case when a.id = best.id then ${vectorToSql(p.vector)}::vector end,
      embedding_model = case when a.id = best.id then ${p.model}::text end
    from best
    where best.id = ${p.analysisId}::int and a.text_hash = best.text_hash
      and (a.id = best.id or a.analysis_embedding is not null)`);
}

export interface CoverageRow {
  analyzer_type: string;
  model_version: string;
  prompt_version: string;
  tracks: number;
}

/** How many tracks with lyrics each analyser, model and prompt has analysed. Reads every analysis. */
export async function countCoverage(db: Sql): Promise<CoverageRow[]> {
  return db.query(sql`
    select a.analyzer_type, a.model_version, a.prompt_version, count(distinct t.id)::int as tracks
    from analysis_results a join tracks t on t.text_hash = a.text_hash
    where a.status = 'done' and t.lyrics_state = 'ok'
    group by 1, 2, 3 order by tracks desc, 1, 2, 3`);
}

/**
 * Tracks with lyrics and without this analysis, by id from `afterId` on. One that failed within the last day is left alone,
 * as is one that still waits for its first analysis (`findUnfinishedTracks` has those).
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
        select 1 from analysis_results a
        where a.text_hash = t.text_hash and a.analyzer_type = ${key.analyzerType}::text
          and a.model_version = ${key.modelVersion}::text and a.prompt_version = ${key.promptVersion}::text
          and a.temperature = ${key.temperature}::real
          and (a.status = 'done' or a.updated_at > now() - interval '1 day'))
    order by t.id limit ${p.limit}::int`);
  return rows.map(({ id }) => id);
}
