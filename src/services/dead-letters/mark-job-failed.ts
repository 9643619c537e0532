import type { ServiceContext } from '../../context.ts';
import { setEnrichment } from '../../db/queries/enrichments.ts';
import { finishRunIfEmpty } from '../../db/queries/runs.ts';
import { failRunItem } from '../../db/queries/scrape-failures.ts';
import { failTrackWork, type RetryPause } from '../../db/queries/track-failures.ts';
import { causeText, type FailureCause } from '../../lib/failure-cause.ts';
import type { Job } from '../../lib/jobs.ts';
import { failListing } from '../ingest/fail-listing.ts';

const SLOT_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** Errors for which the database will refuse the same request every time. */
const FOR_GOOD = /^(POSTGRES_(22|54)|DATABASE_HTTP_)/;

/**
 * Retries cost nothing while nothing is configured; otherwise the pause grows with the time since the first failure.
 */
function pauseAfter({ code }: FailureCause): RetryPause {
  if (FOR_GOOD.test(code)) return null;
  return { minMs: SLOT_MS, maxMs: code === 'CONFIG_INVALID' ? SLOT_MS : DAY_MS };
}

/** Stores that a job failed permanently where its result would have been, so that nothing waits for it. */
export async function markJobFailed(
  ctx: Pick<ServiceContext, 'sql'>,
  job: Job,
  cause: FailureCause,
): Promise<void> {
  const error = causeText(cause);
  switch (job.type) {
    case 'artist.list':
      return failListing(ctx, { runId: job.run_id, reason: error });
    case 'song.scrape': {
      const song = { runId: job.run_id, geniusId: job.genius_id };
      await failRunItem(ctx.sql, { ...song, outcome: 'failed', error });
      await finishRunIfEmpty(ctx.sql, job.run_id);
      return;
    }
    case 'run.resume':
      // The run stays parked, and the schedule resumes it.
      return;
    case 'track.enrich':
      return setEnrichment(ctx.sql, {
        trackId: job.track_id,
        status: 'failed',
        note: error,
        nextTryInMs: DAY_MS,
      });
    case 'track.embed':
    case 'track.analyze':
      return failTrackWork(ctx.sql, {
        trackId: job.track_id,
        work: job.type === 'track.embed' ? 'embedding' : 'analysis',
        cause,
        pause: pauseAfter(cause),
      });
    case 'analysis.embed':
      // The analysis stays without a vector; the schedule finds it.
      return;
    case 'artist.profile':
      // The profile stays outdated; the schedule finds it.
      return;
    case 'batch.item':
      // An item counts its own attempts: if some are left, the sweep sends it again.
      return;
  }
}
