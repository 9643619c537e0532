import type { ServiceContext } from '../../context.ts';
import { setAnalysisStatus } from '../../db/queries/catalogue-analyses.ts';
import { setEmbeddingStatus } from '../../db/queries/embeddings.ts';
import { setEnrichment } from '../../db/queries/enrichments.ts';
import { finishRunIfEmpty, setRunStatus } from '../../db/queries/runs.ts';
import { failRunItem } from '../../db/queries/scrape-failures.ts';
import type { Job } from '../../lib/jobs.ts';

const ENRICH_AGAIN_MS = 24 * 60 * 60_000;

/** Stores that a job failed for good where its result would have been, so that nothing waits for it. */
export async function markJobFailed(
  ctx: Pick<ServiceContext, 'sql'>,
  job: Job,
  error: string,
): Promise<void> {
  switch (job.type) {
    case 'artist.list':
      return setRunStatus(ctx.sql, { id: job.run_id, status: 'failed', reason: error });
    case 'song.scrape': {
      const song = { runId: job.run_id, geniusId: job.genius_id };
      await failRunItem(ctx.sql, { ...song, outcome: 'failed', error });
      await finishRunIfEmpty(ctx.sql, job.run_id);
      return;
    }
    case 'run.resume':
      // The run stays parked, and the schedule takes it up.
      return;
    case 'track.enrich':
      return setEnrichment(ctx.sql, {
        trackId: job.track_id,
        status: 'failed',
        note: error,
        nextTryInMs: ENRICH_AGAIN_MS,
      });
    case 'track.embed':
      return setEmbeddingStatus(ctx.sql, { trackId: job.track_id, status: 'failed', error });
    case 'track.analyze':
      return setAnalysisStatus(ctx.sql, { trackId: job.track_id, status: 'failed' });
    case 'analysis.embed':
      // The analysis stays without a vector, and the schedule finds it so.
      return;
    case 'artist.profile':
      // Its profile stays out of date, and the schedule finds it so.
      return;
    case 'batch.item':
      // An item counts its own attempts: one that has some left is taken up by the sweep.
      return;
  }
}
