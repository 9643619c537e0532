import type { ServiceContext } from '../../context.ts';
import { findTracksWithout } from '../../db/queries/analyses.ts';
import type { AnalyzerContext } from './analyzers/types.ts';
import { currentAnalyzer } from './current-analyzer.ts';
import { enqueueTrackWork } from './enqueue-track-work.ts';

/** Minutes between two slots of the schedule: what is sent is what they can hold. */
const SLOT_MINUTES = 15;
/** Of the model's rate; the rest is left to people and to new songs. */
const SHARE = 0.8;
/** Without a model the engine answers, which needs no budget. */
const MAX_FOR_ENGINE = 2000;
const CURSOR = 'catalogue:cursor';
const CURSOR_TTL_MS = 24 * 60 * 60_000;

type Context = AnalyzerContext & Pick<ServiceContext, 'sql' | 'state' | 'queues'>;

/**
 * Sends tracks that the current analyser, model and prompt have not analysed, as many as the rate budget holds until the next
 * slot, going on by id where the last slot ended and beginning again at the end. A new prompt or model so works its way
 * through the catalogue by itself. Answers how many were sent; none while the model rests.
 */
export async function enqueueCatalogue(ctx: Context): Promise<number> {
  const limit = await slotBudget(ctx);
  if (limit === 0) return 0;
  const afterId = Number((await ctx.state.get(CURSOR)) ?? 0);
  const ids = await findTracksWithout(ctx.sql, currentAnalyzer(ctx), { afterId, limit });
  await enqueueTrackWork(
    ctx,
    ids.map((id) => ({ id, embed: false, analyze: true })),
  );
  const next = ids.length < limit ? 0 : (ids.at(-1) ?? 0);
  await ctx.state.set(CURSOR, String(next), CURSOR_TTL_MS);
  return ids.length;
}

async function slotBudget(ctx: Context): Promise<number> {
  const [model] = ctx.chatModels;
  if (model === undefined) return MAX_FOR_ENGINE;
  const { state } = await ctx.breaker(model.name).status();
  return state === 'open' ? 0 : Math.floor((await model.budget.rate()) * SLOT_MINUTES * SHARE);
}
