import type { ServiceContext } from '../context.ts';
import { beatHeart } from '../services/replicas/beat-heart.ts';
import { runSteps } from '../services/schedule/run-steps.ts';

/** The cron expressions of wrangler.toml. Cron only enqueues work and deletes expired rows. */
const TASKS: Record<string, (ctx: ServiceContext, slot: Date) => Promise<void>> = {
  '*/15 * * * *': (ctx, slot) => runSteps(ctx, { slot }),
  // Only where read replicas are configured.
  '* * * * *': beatHeart,
};

const SLOT_MS = 60_000;

/** Runs the task of a cron expression, once per slot even if cron fires twice. An unknown expression is an error. */
export async function runSchedule(
  event: { cron: string; scheduledTime: number },
  ctx: ServiceContext,
): Promise<void> {
  const task = TASKS[event.cron];
  if (task === undefined) throw new Error(`no task for the cron expression ${event.cron}`);
  try {
    await task(ctx, new Date(Math.floor(event.scheduledTime / SLOT_MS) * SLOT_MS));
  } finally {
    ctx.waitUntil(ctx.metrics.flush());
  }
}
