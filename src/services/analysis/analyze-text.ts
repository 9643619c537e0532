import type { ServiceContext } from '../../context.ts';
import { type AnalysisKey, findAnalysis, storeAnalysis } from '../../db/queries/analyses.ts';
import { describeError } from '../../lib/errors.ts';
import { sha256Hex } from '../../lib/hash.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { createAlgorithmicAnalyzer } from './algorithmic-analyzer.ts';
import type { Analyzer, AnalyzerAnswer } from './analyzer.ts';
import { type AnalyzerChoice, chooseAnalyzer } from './choose-analyzer.ts';

const TTL_SECONDS = 24 * 3600;
/** A stand-in is forgotten soon, so that the real answer comes when the model does. */
const DEGRADED_TTL_SECONDS = 300;

export type AnalysisContext = Pick<
  ServiceContext,
  'sql' | 'cache' | 'lexicon' | 'chat' | 'breaker' | 'clock' | 'random' | 'state' | 'log' | 'metrics'
>;

export interface AnalyzeTextInput {
  text: string;
  choice: AnalyzerChoice;
  temperature: number;
  useCache: boolean;
  timeoutMs: number;
  /** The track the text belongs to; null for text that a person pasted. */
  track: { id: number; artist: string; title: string } | null;
}

export interface AnalyzedText {
  analysis: Analysis;
  cached: boolean;
  /** The row in analysis_results; null where the answer came from the cache or could not be stored. */
  analysisId: number | null;
}

/**
 * Analyses a text: from the cache, from Postgres, or anew. A model that fails is stood in for by the engine with
 * `degraded: true` and the reason. Nothing is asked twice for the same text, analyser, model, prompt and
 * temperature. A cache or a database that is gone does not keep the answer away.
 */
export async function analyzeText(ctx: AnalysisContext, input: AnalyzeTextInput): Promise<AnalyzedText> {
  const { analyzer, reason } = chooseAnalyzer(ctx, input.choice);
  const key: AnalysisKey = {
    textHash: await sha256Hex(input.text),
    analyzerType: analyzer.type,
    modelVersion: analyzer.modelVersion,
    promptVersion: analyzer.promptVersion,
    temperature: analyzer.usesTemperature ? input.temperature : 0,
  };
  const cacheId = Object.values(key).join(':');
  if (input.useCache) {
    const known = await recall(ctx, key, cacheId);
    if (known !== null) return known;
  }
  const analysis = await analyzeAnew(ctx, input, analyzer, reason);
  const { degraded } = analysis.provenance;
  const [analysisId] = await Promise.all([
    store(ctx, degraded ? engineKey(ctx, key) : key, analysis, input),
    ctx.cache.set('analysis', cacheId, analysis, degraded ? DEGRADED_TTL_SECONDS : TTL_SECONDS),
  ]);
  return { analysis, cached: false, analysisId };
}

async function recall(ctx: AnalysisContext, key: AnalysisKey, cacheId: string): Promise<AnalyzedText | null> {
  const cached = await ctx.cache.get<Analysis>('analysis', cacheId);
  if (cached !== null) return { analysis: cached, cached: true, analysisId: null };
  try {
    const row = await findAnalysis(ctx.sql, key);
    if (row === null) return null;
    const analysis = row.analysis_data as Analysis;
    await ctx.cache.set('analysis', cacheId, analysis, TTL_SECONDS);
    return { analysis, cached: true, analysisId: row.id };
  } catch (error) {
    ctx.log.warn('stored analyses not read', { error: describeError(error) });
    return null;
  }
}

/** A stand-in is the engine's own answer and is stored as that, not under the model that failed. */
function engineKey(ctx: AnalysisContext, key: AnalysisKey): AnalysisKey {
  const engine = createAlgorithmicAnalyzer(ctx.lexicon);
  return {
    ...key,
    analyzerType: engine.type,
    modelVersion: engine.modelVersion,
    promptVersion: '',
    temperature: 0,
  };
}

async function analyzeAnew(
  ctx: AnalysisContext,
  input: AnalyzeTextInput,
  analyzer: Analyzer,
  reason: string | null,
): Promise<Analysis> {
  const started = ctx.clock.now();
  const options = { temperature: input.temperature, timeoutMs: input.timeoutMs };
  const finish = (answer: AnalyzerAnswer, by: Analyzer, why: string | null, degraded: boolean): Analysis => {
    ctx.metrics.count('barline_analyses_total', { analyzer: by.type, degraded: String(degraded) });
    return {
      ...answer.body,
      provenance: {
        analyzer: by.type,
        model: answer.model ?? by.modelVersion,
        prompt_version: by.promptVersion === '' ? null : by.promptVersion,
        degraded,
        reason: why,
        tokens: answer.tokens,
        cost_usd: answer.costUsd,
        latency_ms: ctx.clock.now() - started,
      },
    };
  };
  try {
    return finish(await analyzer.analyze(input.text, options), analyzer, reason, false);
  } catch (error) {
    if (analyzer.type === 'algorithmic') throw error;
    ctx.log.warn('model failed, the engine stands in', { error: describeError(error) });
    const engine = createAlgorithmicAnalyzer(ctx.lexicon);
    return finish(await engine.analyze(input.text, options), engine, reasonOf(error), true);
  }
}

/** A short, stable word for why the model did not answer. */
function reasonOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code).toLowerCase();
  return 'internal';
}

async function store(
  ctx: AnalysisContext,
  key: AnalysisKey,
  analysis: Analysis,
  input: AnalyzeTextInput,
): Promise<number | null> {
  const { provenance } = analysis;
  try {
    return await storeAnalysis(ctx.sql, {
      key,
      trackId: input.track?.id ?? null,
      artist: input.track?.artist ?? null,
      title: input.track?.title ?? null,
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
    });
  } catch (error) {
    if (input.track !== null) throw error;
    ctx.log.warn('analysis not stored', { error: describeError(error) });
    return null;
  }
}
