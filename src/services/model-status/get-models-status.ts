import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { countCoverage } from '../../db/queries/catalogue-analyses.ts';
import { countProgress } from '../../db/queries/embeddings.ts';
import type { AnalyzerContext } from '../analysis/analyzers/types.ts';
import { currentAnalyzer } from '../analysis/current-analyzer.ts';
import { getDrift } from '../drift/get-drift.ts';
import type { Series } from '../metrics/series.ts';
import { type LastFailure, type ModelHealth, readModelHealth } from '../models/model-health.ts';
import type { ModelUpstream } from '../models/record-outcome.ts';
import { type ModelFigures, modelFigures, readFigures } from './model-figures.ts';

const COVERAGE_TTL_SECONDS = 60;

export interface ModelStatus {
  role: 'chat' | 'chat_fallback' | 'embeddings';
  model: string | null;
  state: ModelHealth['state'] | 'off';
  breaker: 'closed' | 'open' | 'half_open' | null;
  next_try_at: string | null;
  last_success_at: string | null;
  last_failure_at: string | null;
  last_failure: LastFailure | null;
  /** Requests per minute that the budget allows now; null without a budget. */
  requests_per_minute: number | null;
  last_hour: ModelFigures;
  total: ModelFigures;
}

const NO_HEALTH = {
  state: 'off',
  breaker: null,
  next_try_at: null,
  last_success_at: null,
  last_failure_at: null,
  last_failure: null,
} as const;

type Context = AnalyzerContext & Pick<ServiceContext, 'metricStore' | 'sql' | 'cache' | 'embedder'>;

/** The state and measurements of each model, and the share of the catalogue that each analyser has covered. */
export async function getModelsStatus(ctx: Context) {
  const [lastHour, total, coverage, drift] = await Promise.all([
    readFigures(ctx, () => ctx.metricStore.readLastHour()),
    readFigures(ctx, () => ctx.metricStore.read()),
    readCoverage(ctx),
    getDrift(ctx),
  ]);
  const describe = (role: ModelStatus['role'], upstream: ModelUpstream, model: string | null) =>
    modelStatus(ctx, { role, upstream, model }, { lastHour, total });
  const [first, second] = ctx.chatModels;
  return {
    models: await Promise.all([
      describe('chat', 'llm', first?.chat.model ?? null),
      describe('chat_fallback', 'llm-fallback', second?.chat.model ?? null),
      describe('embeddings', 'embeddings', ctx.embedder?.model ?? null),
    ]),
    coverage,
    drift,
    timestamp: new Date(ctx.clock.now()).toISOString(),
  };
}

async function modelStatus(
  ctx: Context,
  { role, upstream, model }: { role: ModelStatus['role']; upstream: ModelUpstream; model: string | null },
  figures: { lastHour: readonly Series[]; total: readonly Series[] },
): Promise<ModelStatus> {
  const chat = ctx.chatModels.find(({ name }) => name === upstream);
  const health = model === null ? null : await readModelHealth(ctx, { upstream, model });
  return {
    role,
    model,
    ...(health ?? NO_HEALTH),
    requests_per_minute: chat === undefined ? null : await chat.budget.rate(),
    last_hour: modelFigures(figures.lastHour, upstream),
    total: modelFigures(figures.total, upstream),
  };
}

const CoverageSchema = z.object({
  tracks_with_lyrics: z.int(),
  by: z.array(
    z.object({
      analyzer_type: z.string(),
      model_version: z.string(),
      prompt_version: z.string(),
      engine_version: z.string(),
      tracks: z.int(),
      share: z.number(),
      current: z.boolean(),
    }),
  ),
});
export type Coverage = z.infer<typeof CoverageSchema>;

/** Counted at most once a minute, because counting reads every analysis. */
async function readCoverage(ctx: Context): Promise<Coverage> {
  const current = currentAnalyzer(ctx);
  const id = Object.values(current).join(':');
  const cached = await ctx.cache.get('coverage', id, CoverageSchema);
  if (cached !== null) return cached;
  const [rows, { with_lyrics: tracks }] = await Promise.all([countCoverage(ctx.sql), countProgress(ctx.sql)]);
  const coverage = {
    tracks_with_lyrics: tracks,
    by: rows.map((row) => ({
      ...row,
      share: tracks === 0 ? 0 : row.tracks / tracks,
      current:
        row.analyzer_type === current.analyzerType &&
        row.model_version === current.modelVersion &&
        row.prompt_version === current.promptVersion &&
        row.engine_version === current.engineVersion,
    })),
  };
  await ctx.cache.set('coverage', id, coverage, COVERAGE_TTL_SECONDS);
  return coverage;
}
