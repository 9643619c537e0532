import type { ServiceContext } from '../context.ts';
import type { Job } from '../lib/jobs.ts';
import { analyzeTrack } from '../services/analysis/analyze-track.ts';
import { refreshProfile } from '../services/artists/refresh-profile.ts';
import { processBatchItem } from '../services/batches/process-batch-item.ts';
import { embedAnalysis } from '../services/embedding/embed-analysis.ts';
import { embedTrack } from '../services/embedding/embed-track.ts';
import { enrichTrack } from '../services/enrichment/enrich-track.ts';
import { listArtistSongs } from '../services/ingest/list-artist-songs.ts';
import { resumeParkedRun } from '../services/ingest/requeue-unfinished.ts';
import { scrapeSong } from '../services/ingest/scrape-song.ts';

/** Calls the verb of a job; `attempt` counts the deliveries of its message, from 1. */
export async function handleJob(ctx: ServiceContext, job: Job, attempt: number): Promise<void> {
  switch (job.type) {
    case 'artist.list':
      return listArtistSongs(ctx, { runId: job.run_id, attempt });
    case 'song.scrape':
      return scrapeSong(ctx, { runId: job.run_id, geniusId: job.genius_id, attempt });
    case 'run.resume':
      return resumeParkedRun(ctx, { runId: job.run_id });
    case 'track.enrich':
      await enrichTrack(ctx, { trackId: job.track_id, attempt });
      return;
    case 'track.embed':
      return embedTrack(ctx, { trackId: job.track_id });
    case 'track.analyze':
      return analyzeTrack(ctx, { trackId: job.track_id, attempt });
    case 'analysis.embed':
      return embedAnalysis(ctx, { trackId: job.track_id });
    case 'artist.profile':
      return refreshProfile(ctx, { artistId: job.artist_id });
    case 'batch.item':
      return processBatchItem(ctx, { batchId: job.batch_id, position: job.position });
  }
}
