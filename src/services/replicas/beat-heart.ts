import type { ServiceContext } from '../../context.ts';
import { BEAT_MS, beat } from '../../db/queries/heartbeat.ts';
import { describeError } from '../../lib/errors.ts';

/** An invocation of cron that is a few seconds late finds the one before still beating. */
const RUNS_FOR_MS = 65_000;

/**
 * Writes the primary's time twice a second, for as long as an invocation of a cron of every minute has to: by it replicas
 * are measured. Does nothing where none is configured. A beat that fails is followed by the next.
 */
export async function beatHeart(
  ctx: Pick<ServiceContext, 'sql' | 'clock' | 'log' | 'replicas'>,
  slot: Date,
): Promise<void> {
  if (ctx.replicas.length === 0) return;
  const until = slot.getTime() + RUNS_FOR_MS;
  let failure: unknown = null;
  let failed = 0;
  while (ctx.clock.now() < until) {
    try {
      await beat(ctx.sql);
    } catch (error) {
      failure = error;
      failed += 1;
    }
    await ctx.clock.sleep(BEAT_MS);
  }
  if (failed > 0)
    ctx.log.warn('beats for the replicas were not written', { failed, error: describeError(failure) });
}
