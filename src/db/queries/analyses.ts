import { type Sql, type Statement, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';

/**
 * The origin of an analysis: `catalogue` rows are made by the catalogue's own jobs, and only they can be a track's
 * current analysis; `ad_hoc` rows answer callers' texts and belong to no track, even if the text is also a track's.
 */
export type AnalysisOrigin = 'catalogue' | 'ad_hoc';

/** The key of an analysis within one origin. */
export interface AnalysisKey {
  textHash: string;
  analyzerType: string;
  modelVersion: string;
  promptVersion: string;
  /** The engine that counted, for a model's analysis too. */
  engineVersion: string;
  temperature: number;
}

const KEY_COLUMNS = sql`text_hash, analyzer_type, model_version, prompt_version, engine_version, temperature`;
const keyValues = (key: AnalysisKey): Statement => sql`
  ${key.textHash}::text, ${key.analyzerType}::text, ${key.modelVersion}::text, ${key.promptVersion}::text,
  ${key.engineVersion}::text, ${key.temperature}::real`;
const hasKey = (key: AnalysisKey): Statement => sql`(${KEY_COLUMNS}) = (${keyValues(key)})`;

/** The stored analysis `a` for `jsonb_to_record`, which fails for anything but an object; null in its place. */
export const ANALYSIS_OBJECT = sql`
  case when jsonb_typeof(a.analysis_data) = 'object' then a.analysis_data end`;

export interface AnalysisRow {
  id: number;
  /** As stored. */
  analysis_data: unknown;
}

/**
 * A finished analysis by the requested analyser, not by a fallback. Callers may be answered with the catalogue's
 * analysis of the same text, because text and parameters are equal. The catalogue uses only its own rows, because a
 * caller may have a text analysed repeatedly until the result suits him.
 */
export async function findAnalysis(
  db: Sql,
  key: AnalysisKey,
  origin: AnalysisOrigin,
): Promise<AnalysisRow | null> {
  const rows = await db.query<AnalysisRow>(sql`
    select id, analysis_data from analysis_results
    where ${hasKey(key)} and status = 'done' and not degraded
      and (origin = 'catalogue' or ${origin}::text = 'ad_hoc')
    order by updated_at desc, id desc limit 1`);
  return rows[0] ?? null;
}

/** The track that an analysis is made for; null for a caller's text. */
export type AnalysedTrack = { id: number; artist: string; title: string } | null;

export const originOf = (track: AnalysedTrack): AnalysisOrigin => (track === null ? 'ad_hoc' : 'catalogue');

export interface AnalysisWrite {
  key: AnalysisKey;
  track: AnalysedTrack;
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
 * Stores an analysis under its origin and key, together with failures on the way; one round trip. A later analysis
 * with the same key replaces it and its vector; a fallback's analysis does not replace a requested one. Returns the
 * row's id.
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

/** The first track that has the text, or the one that had it until now; null for a caller's text. */
const trackOf = (track: AnalysedTrack, { textHash }: AnalysisKey): Statement =>
  track === null
    ? sql`null::int`
    : sql`coalesce((select min(id) from tracks where text_hash = ${textHash}::text), ${track.id}::int)`;

function analysisStatement(a: AnalysisWrite): Statement {
  const { key, track } = a;
  const origin = originOf(track);
  return sql`
    with stored as (
      insert into analysis_results (
        origin, ${KEY_COLUMNS}, track_id, status, artist, title, sentiment, confidence, themes, complexity_score,
        quality_score, analysis_data, tokens_used, cost_usd, processing_time_ms, degraded, degraded_reason)
      values (
        ${origin}::text, ${keyValues(key)}, ${trackOf(track, key)}, 'done', ${track?.artist ?? null}::text,
        ${track?.title ?? null}::text, ${a.sentiment}::text, ${a.confidence}::real, ${a.themes}::text[],
        ${a.complexityScore}::real, ${a.qualityScore}::real, ${toStorableJson(a.data)}::jsonb, ${a.tokens}::int,
        ${a.costUsd}::numeric, ${a.processingTimeMs}::int, ${a.degraded}::boolean, ${a.degradedReason}::text)
      on conflict on constraint analysis_results_key do update set
        track_id = excluded.track_id, artist = coalesce(analysis_results.artist, excluded.artist),
        title = coalesce(analysis_results.title, excluded.title),
        status = 'done', error = null, sentiment = excluded.sentiment, confidence = excluded.confidence,
        themes = excluded.themes, complexity_score = excluded.complexity_score,
        quality_score = excluded.quality_score, analysis_data = excluded.analysis_data,
        tokens_used = excluded.tokens_used, cost_usd = excluded.cost_usd,
        processing_time_ms = excluded.processing_time_ms, degraded = excluded.degraded,
        degraded_reason = excluded.degraded_reason, analysis_embedding = null, embedding_model = null,
        next_analysis_embedding = null, next_embedding_model = null, updated_at = now()
      where not excluded.degraded or analysis_results.degraded or analysis_results.status = 'failed'
      returning id)
    select coalesce((select id from stored), (
      select id from analysis_results where ${hasKey(key)} and origin = ${origin}::text)) as id`;
}

export interface FailedAnalysisWrite {
  key: AnalysisKey;
  track: AnalysedTrack;
  error: string;
}

/** Stores failed analyses, unless a good one exists. */
export async function storeFailedAnalyses(db: Sql, failed: readonly FailedAnalysisWrite[]): Promise<void> {
  if (failed.length > 0) await db.batch(failed.map(failedStatement));
}

function failedStatement({ key, track, error }: FailedAnalysisWrite): Statement {
  return sql`
    insert into analysis_results (origin, ${KEY_COLUMNS}, track_id, status, error)
    values (${originOf(track)}::text, ${keyValues(key)}, ${trackOf(track, key)}, 'failed', ${error}::text)
    on conflict on constraint analysis_results_key do update
      set error = excluded.error, updated_at = now() where analysis_results.status = 'failed'`;
}
