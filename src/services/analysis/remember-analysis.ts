import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import {
  type AnalysedTrack,
  findAnalysis,
  originOf,
  storeAnalyses,
  storeFailedAnalyses,
} from '../../db/queries/analyses.ts';
import type { DeflatedJson } from '../../lib/deflated-json.ts';
import { describeError } from '../../lib/errors.ts';
import { readStored } from '../../lib/stored-json.ts';
import { type Analysis, AnalysisSchema } from '../../lyrics/contract.ts';
import { ANALYSIS_CONTRACT } from './analysis-contract.ts';
import { type AnalysisIds, analysisKey } from './analysis-ids.ts';
import type { AnalyzerFailure, LimitPolicy, MadeAnalysis } from './make-analysis.ts';

const TTL_SECONDS = 24 * 3600;
/** Short lifetime of an answer by a fallback, so that the requested analyser is tried again soon. */
const STAND_IN_TTL_SECONDS = 300;

export type MemoryContext = Pick<ServiceContext, 'sql' | 'cache' | 'log' | 'state' | 'clock'>;

export interface Remembered {
  analysis: Analysis;
  cached: true;
  analysisId: number | null;
}

/** What the cache tells of an analysis without reading it. One that was kept under another contract is not read. */
const NoteSchema = z.tuple([
  z.int().nullable().describe('row'),
  z.boolean().describe('degraded'),
  z.literal(ANALYSIS_CONTRACT),
]);
type Note = z.infer<typeof NoteSchema>;

/** What a caller accepts: not a fallback's answer if failures may be thrown; the catalogue nothing from the cache. */
interface Wanted {
  onLimit: LimitPolicy;
  track: AnalysedTrack;
}

const suits = ([, degraded]: Note, { onLimit }: Wanted): boolean => onLimit === 'fallback' || !degraded;

/**
 * The analysis from the cache or from Postgres; null if there is none, or one that cannot be read: a new one replaces
 * it. The catalogue reads only Postgres, because the cache also holds answers to callers' texts.
 */
export async function recallAnalysis(
  ctx: MemoryContext,
  ids: AnalysisIds,
  wanted: Wanted,
): Promise<Remembered | null> {
  return (await recallCached(ctx, ids, wanted)) ?? (await recallStored(ctx, ids, wanted));
}

/** The analysis from the cache. */
async function recallCached(
  ctx: MemoryContext,
  { cacheId }: AnalysisIds,
  wanted: Wanted,
): Promise<Remembered | null> {
  if (wanted.track !== null) return null;
  const schemas = { note: NoteSchema, value: AnalysisSchema };
  const kept = await ctx.cache.readKept('analysis', cacheId, schemas);
  if (kept === null || !suits(kept.note, wanted)) return null;
  return { analysis: kept.value, cached: true, analysisId: kept.note[0] };
}

/** The analysis from the cache as it is sent. */
export async function recallSent(
  ctx: MemoryContext,
  { cacheId }: AnalysisIds,
  wanted: Wanted,
): Promise<DeflatedJson | null> {
  const kept = await ctx.cache.getKept('analysis', cacheId, NoteSchema);
  return kept !== null && suits(kept.note, wanted) ? kept.json : null;
}

/** The analysis from Postgres, which the cache then holds too. */
export async function recallStored(
  ctx: MemoryContext,
  ids: AnalysisIds,
  { track }: Wanted,
): Promise<Remembered | null> {
  try {
    const row = await findAnalysis(ctx.sql, ids.key, originOf(track));
    if (row === null) return null;
    const stored = { value: row.analysis_data, what: 'analysis', id: row.id };
    const analysis = readStored(ctx.log, AnalysisSchema, stored);
    if (analysis === undefined) return null;
    await keep(ctx, ids, { id: row.id, analysis }, TTL_SECONDS);
    return { analysis, cached: true, analysisId: row.id };
  } catch (error) {
    ctx.log.warn('stored analyses not read', { error: describeError(error) });
    return null;
  }
}

async function keep(
  ctx: MemoryContext,
  { cacheId }: AnalysisIds,
  { id, analysis }: { id: number | null; analysis: Analysis },
  ttlSeconds: number,
): Promise<void> {
  const note: Note = [id, analysis.provenance.degraded, ANALYSIS_CONTRACT];
  await ctx.cache.setKept('analysis', cacheId, { note, value: analysis }, ttlSeconds);
}

interface Asked {
  temperature: number;
  track: AnalysedTrack;
}

/**
 * Stores an answer under the analyser that gave it, together with the failures of the others, and caches it under the
 * requested one. Returns the row's id, or null if Postgres is unavailable and the text is not a track's; for a track
 * the error is thrown.
 */
export async function rememberAnalysis(
  ctx: MemoryContext,
  ids: AnalysisIds,
  made: MadeAnalysis,
  asked: Asked,
): Promise<number | null> {
  const id = await store(ctx, ids, made, asked);
  const isAsked = made.failures.length === 0 && !made.analysis.provenance.degraded;
  const standsIn = !isAsked || made.by.modelVersion !== ids.key.modelVersion;
  const value = { id, analysis: made.analysis };
  await keep(ctx, ids, value, standsIn ? STAND_IN_TTL_SECONDS : TTL_SECONDS);
  return id;
}

async function store(
  ctx: MemoryContext,
  { key }: AnalysisIds,
  { analysis, by, failures }: MadeAnalysis,
  { temperature, track }: Asked,
): Promise<number | null> {
  const { provenance } = analysis;
  try {
    return await storeAnalyses(
      ctx.sql,
      {
        key: analysisKey(key.textHash, by, temperature),
        track,
        sentiment: analysis.sentiment,
        confidence: analysis.confidence,
        themes: analysis.themes.map((theme) => theme.theme),
        complexityScore: analysis.complexity_score,
        qualityScore: analysis.quality_score,
        data: analysis,
        tokens: provenance.tokens === null ? null : provenance.tokens.prompt + provenance.tokens.completion,
        costUsd: provenance.cost_usd,
        processingTimeMs: Math.round(provenance.latency_ms),
        degraded: provenance.degraded,
        degradedReason: provenance.degraded ? provenance.reason : null,
      },
      failedWrites(key.textHash, failures, { temperature, track }),
    );
  } catch (error) {
    if (track !== null) throw error;
    ctx.log.warn('analysis not stored', { error: describeError(error) });
    return null;
  }
}

/** Stores that no analyser answered. */
export async function rememberFailure(
  ctx: MemoryContext,
  { key }: AnalysisIds,
  failures: readonly AnalyzerFailure[],
  asked: Asked,
): Promise<void> {
  try {
    await storeFailedAnalyses(ctx.sql, failedWrites(key.textHash, failures, asked));
  } catch (error) {
    ctx.log.warn('failed analysis not stored', { error: describeError(error) });
  }
}

function failedWrites(textHash: string, failures: readonly AnalyzerFailure[], { temperature, track }: Asked) {
  return failures.map(({ analyzer, error }) => ({
    key: analysisKey(textHash, analyzer, temperature),
    track,
    error,
  }));
}
