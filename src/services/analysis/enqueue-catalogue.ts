import type { ServiceContext } from '../../context.ts';
import { findTracksWithout } from '../../db/queries/catalogue-analyses.ts';
import type { AnalyzerContext } from './analyzers/types.ts';
import { currentAnalyzer } from './current-analyzer.ts';
import { enqueueTrackWork } from './enqueue-track-work.ts';

/** Minutes between two slots of the schedule: a slot sends only what can be analysed until the next one. */
const SLOT_MINUTES = 15;
/** Share of the model's rate; the rest is left to interactive requests and to new songs. */
const SHARE = 0.8;
/** Limit without a model: the engine answers and needs no budget. */
const MAX_FOR_ENGINE = 2000;
/** Upper limit for any model: with a hundred messages per send, what one invocation may ask of the queue. */
const MAX_A_SLOT = 10_000;

type Context = AnalyzerContext & Pick<ServiceContext, 'sql' | 'queues'>;

/**
 * Sends tracks after `afterId` that the current analyser, model, prompt and engine have not analysed, as many as the rate
 * budget allows until the next slot; `next` is where the next call continues, 0 at the end. In this way a new prompt,
 * model or engine is applied to the whole catalogue. Sends nothing while the model's circuit is open or its daily
 * budget is spent.
 */
export async function enqueueCatalogue(
  ctx: Context,
  afterId: number,
): Promise<{ counts: { sent: number }; next: number }> {
  const limit = await slotBudget(ctx);
  if (limit === 0) return { counts: { sent: 0 }, next: afterId };
  const ids = await findTracksWithout(ctx.sql, currentAnalyzer(ctx), { afterId, limit });
  await enqueueTrackWork(
    ctx,
    ids.map((id) => ({ id, embed: false, analyze: true })),
  );
  return { counts: { sent: ids.length }, next: ids.length < limit ? 0 : (ids.at(-1) ?? 0) };
}

async function slotBudget(ctx: Context): Promise<number> {
  const [model] = ctx.chatModels;
  if (model === undefined) return MAX_FOR_ENGINE;
  const { state } = await ctx.breaker(model.name).status();
  if (state === 'open' || (await model.spend?.read())?.isReached) return 0;
  return Math.min(MAX_A_SLOT, Math.floor((await model.budget.rate()) * SLOT_MINUTES * SHARE));
}
