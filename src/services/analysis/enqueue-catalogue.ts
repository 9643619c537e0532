import type { ServiceContext } from '../../context.ts';
import { findTracksWithout } from '../../db/queries/catalogue-analyses.ts';
import type { AnalyzerContext } from './analyzers/types.ts';
import { currentAnalyzer } from './current-analyzer.ts';
import { enqueueTrackWork } from './enqueue-track-work.ts';

/** Minutes between two slots of the schedule: what is sent is what they can hold. */
const SLOT_MINUTES = 15;
/** Of the model's rate; the rest is left to people and to new songs. */
const SHARE = 0.8;
/** Without a model the engine answers, which needs no budget. */
const MAX_FOR_ENGINE = 2000;
/** However fast the model: with a hundred messages a send, what one invocation may ask of the queue. */
const MAX_A_SLOT = 10_000;

type Context = AnalyzerContext & Pick<ServiceContext, 'sql' | 'queues'>;

/**
 * Sends tracks after `afterId` that the current analyser, model and prompt have not analysed, as many as the rate budget
 * holds until the next slot; `next` is where the next call goes on, 0 at the end. A new prompt or model so works its way
 * through the catalogue by itself. Sends none while the model's circuit is open.
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
  if (state === 'open') return 0;
  return Math.min(MAX_A_SLOT, Math.floor((await model.budget.rate()) * SLOT_MINUTES * SHARE));
}
