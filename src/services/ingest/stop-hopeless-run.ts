import type { ServiceContext } from '../../context.ts';
import { postponeScrape } from '../../db/queries/artists.ts';
import { stopFailingRun } from '../../db/queries/runs.ts';
import { SCRAPE_EVERY_HOURS } from './watch-artist.ts';

/**
 * A run is stopped when this many of its last songs failed in the same way, each after all its attempts. Single pages
 * that never succeed are far rarer; on a redesigned site all pages fail.
 */
const WINDOW = 10;
const FAILURES = 5;

/** Stops a run whose songs fail one after another in the same way; the next one of the artist, a day later, finds out
 * whether the site has come right again. */
export async function stopHopelessRun(
  ctx: Pick<ServiceContext, 'sql' | 'log'>,
  { runId }: { runId: number },
): Promise<void> {
  const stopped = await stopFailingRun(ctx.sql, { id: runId, window: WINDOW, failures: FAILURES });
  if (stopped === null) return;
  ctx.log.error('run stopped', { run_id: runId, reason: stopped.reason });
  await postponeScrape(ctx.sql, { id: stopped.artist_id, afterHours: SCRAPE_EVERY_HOURS });
}
