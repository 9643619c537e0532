import type { ServiceContext } from '../context.ts';
import { enqueueCatalogue } from '../services/analysis/enqueue-catalogue.ts';
import { enqueueProfiles } from '../services/artists/enqueue-profiles.ts';
import { sweepBatches } from '../services/batches/sweep-batches.ts';
import { enqueueEnrichment } from '../services/enrichment/enqueue-enrichment.ts';
import { enqueueDueArtists, resumeRuns, resumeTrackWork } from '../services/ingest/requeue-unfinished.ts';
import { claimCronSlot, finishCronSlot, lastCronOutcome } from '../services/system/cron-slots.ts';

/** `last` is what the task said the time before. */
type Task = (ctx: ServiceContext, last: Record<string, unknown>) => Promise<Record<string, number>>;

/** What each cron expression of wrangler.toml does. Cron only enqueues. */
const TASKS: Record<string, { name: string; run: Task }> = {
  '*/15 * * * *': {
    name: 'ingest',
    run: async (ctx, last) => ({
      artists: await enqueueDueArtists(ctx),
      runs: await resumeRuns(ctx),
      ...(await resumeTrackWork(ctx, { afterId: Number(last.tracks_resumed_to ?? 0) })),
      batch_items: await sweepBatches(ctx),
      analyses: await enqueueCatalogue(ctx),
      profiles: await enqueueProfiles(ctx),
      enrichments: await enqueueEnrichment(ctx, { artistId: null, limit: MAX_ENRICHMENTS }),
    }),
  },
};

/** As many as are found at one request a second before the next slot. */
const MAX_ENRICHMENTS = 300;

const SLOT_MS = 60_000;

/** Runs the task of a cron expression, once a slot even when cron fires twice. An unknown expression is an error. */
export async function runSchedule(
  event: { cron: string; scheduledTime: number },
  ctx: ServiceContext,
): Promise<void> {
  const task = TASKS[event.cron];
  if (task === undefined) throw new Error(`no task for the cron expression ${event.cron}`);
  const slot = new Date(Math.floor(event.scheduledTime / SLOT_MS) * SLOT_MS);
  if (!(await claimCronSlot(ctx, { name: task.name, slot }))) return;
  const outcome = await task.run(ctx, await lastCronOutcome(ctx, task.name));
  ctx.log.info('schedule', { name: task.name, slot: slot.toISOString(), ...outcome });
  await finishCronSlot(ctx, { name: task.name, slot, outcome });
}
