import { type Sql, sql } from '../client.ts';
import { vectorToSql } from '../vectors.ts';

export type AnalyzerType = 'qwen' | 'algorithmic' | 'hybrid';

/** What makes two analyses the same one. */
export interface AnalysisKey {
  textHash: string;
  analyzerType: AnalyzerType;
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

/** Stores an analysis under its key; a later one of the same key replaces it, the first track stays its track. */
export async function storeAnalysis(db: Sql, a: AnalysisWrite): Promise<number> {
  const rows = await db.query<{ id: number }>(sql`
    insert into analysis_results (
      track_id, text_hash, analyzer_type, model_version, prompt_version, temperature, status, artist, title,
      sentiment, confidence, themes, complexity_score, quality_score, analysis_data, tokens_used, cost_usd,
      processing_time_ms, degraded, degraded_reason)
    values (
      ${a.trackId}::int, ${a.key.textHash}::text, ${a.key.analyzerType}::text, ${a.key.modelVersion}::text,
      ${a.key.promptVersion}::text, ${a.key.temperature}::real, 'done', ${a.artist}::text, ${a.title}::text,
      ${a.sentiment}::text, ${a.confidence}::real, ${a.themes}::text[], ${a.complexityScore}::real,
      ${a.qualityScore}::real, ${JSON.stringify(a.data)}::jsonb, ${a.tokens}::int, ${a.costUsd}::numeric,
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
    returning id`);
  return rows[0]?.id ?? 0;
}

/** Stores that an analysis was tried and failed, unless a good one is there. */
export async function storeFailedAnalysis(
  db: Sql,
  p: { key: AnalysisKey; trackId: number | null; error: string },
): Promise<void> {
  await db.query(sql`
    insert into analysis_results (
      track_id, text_hash, analyzer_type, model_version, prompt_version, temperature, status, error)
    values (${p.trackId}::int, ${p.key.textHash}::text, ${p.key.analyzerType}::text,
      ${p.key.modelVersion}::text, ${p.key.promptVersion}::text, ${p.key.temperature}::real, 'failed',
      ${p.error}::text)
    on conflict (text_hash, analyzer_type, model_version, prompt_version, temperature) do update
      set error = excluded.error, updated_at = now() where analysis_results.status = 'failed'`);
}

export async function setAnalysisStatus(
  db: Sql,
  p: { trackId: number; status: 'done' | 'failed' },
): Promise<void> {
  await db.query(sql`
    update tracks set analysis_status = ${p.status}::text, updated_at = now() where id = ${p.trackId}::int`);
}

export async function storeAnalysisEmbedding(
  db: Sql,
  p: { analysisId: number; model: string; vector: readonly number[] },
): Promise<void> {
  await db.query(sql`
    update analysis_results set analysis_embedding = ${vectorToSql(p.vector)}::vector,
      embedding_model = ${p.model}::text
    where id = ${p.analysisId}::int`);
}
