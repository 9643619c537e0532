import type { ServiceContext } from '../../context.ts';
import { warnExpiring } from '../access/keys/warn-expiring.ts';
import { enqueueCatalogue } from '../analysis/enqueue-catalogue.ts';
import { enqueueProfiles } from '../artists/enqueue-profiles.ts';
import { backUp } from '../backup/back-up.ts';
import { runDrill } from '../backup/drill/run-drill.ts';
import { sweepBatches } from '../batches/sweep-batches.ts';
import { clearOldFailures } from '../dead-letters/job-failures.ts';
import { measureDrift } from '../drift/measure-drift.ts';
import { reevaluate } from '../drift/reevaluate.ts';
import { enqueueAnalysisVectors } from '../embedding/enqueue-analysis-vectors.ts';
import { enqueueEnrichment } from '../enrichment/enqueue-enrichment.ts';
import { enqueueDueArtists, resumeRuns, resumeTrackWork } from '../ingest/requeue-unfinished.ts';
import { retryFailedTracks } from '../ingest/retry-failed-tracks.ts';
import { removeOld } from '../retention/remove-old.ts';
import { countWords } from '../search/count-words.ts';
import { copyTakedowns } from '../takedowns/copy-takedowns.ts';
import { refreshTrends } from '../trends/stored-trends.ts';
import { countDueWords } from '../trends/words/count-due-words.ts';

/** What a step did, in counts; `next` is where the next run continues, for steps that handle only a part. */
export interface StepResult {
  counts: Record<string, number>;
  next?: number;
}

export interface ScheduleStep {
  /** The name in `cron_runs` and in `/health`. */
  name: string;
  /** `cursor` is the `next` of the last successful run; 0 before the first. */
  run(ctx: ServiceContext, cursor: number): Promise<StepResult>;
}

/** As many as can be searched at one request per second before the next slot. */
const MAX_ENRICHMENTS = 300;

/** Each takes up to a second of a large catalogue; all of them are done within an hour. */
const MAX_TREND_ANSWERS = 4;

const sent = (name: string, work: (ctx: ServiceContext) => Promise<number>): ScheduleStep => ({
  name,
  run: async (ctx) => ({ counts: { sent: await work(ctx) } }),
});

/** The steps that the schedule runs every 15 minutes, in this order; a failure of one step does not stop the others. */
export const STEPS: readonly ScheduleStep[] = [
  sent('due_artists', enqueueDueArtists),
  sent('stalled_runs', (ctx) => resumeRuns(ctx)),
  { name: 'failed_tracks', run: async (ctx) => ({ counts: await retryFailedTracks(ctx) }) },
  { name: 'track_work', run: (ctx, afterId) => resumeTrackWork(ctx, { afterId }) },
  sent('batch_items', (ctx) => sweepBatches(ctx)),
  { name: 'catalogue_analyses', run: (ctx, afterId) => enqueueCatalogue(ctx, afterId) },
  { name: 'analysis_vectors', run: (ctx, afterId) => enqueueAnalysisVectors(ctx, afterId) },
  { name: 'artist_profiles', run: (ctx, afterId) => enqueueProfiles(ctx, afterId) },
  sent('enrichments', (ctx) => enqueueEnrichment(ctx, { artistId: null, limit: MAX_ENRICHMENTS })),
  {
    name: 'old_failures',
    run: async (ctx) => ({ counts: { deleted: await clearOldFailures(ctx) } }),
  },
  { name: 'expiring_keys', run: async (ctx) => ({ counts: { warned: await warnExpiring(ctx) } }) },
  { name: 'retention', run: (ctx) => removeOld(ctx) },
  { name: 'catalogue_words', run: async (ctx) => ({ counts: await countWords(ctx) }) },
  { name: 'trend_words', run: async (ctx) => ({ counts: await countDueWords(ctx) }) },
  { name: 'trends', run: async (ctx) => ({ counts: await refreshTrends(ctx, MAX_TREND_ANSWERS) }) },
  { name: 'reevaluations', run: async (ctx) => ({ counts: await reevaluate(ctx) }) },
  { name: 'drift', run: async (ctx) => ({ counts: await measureDrift(ctx) }) },
  { name: 'takedown_copies', run: async (ctx) => ({ counts: { copied: await copyTakedowns(ctx) } }) },
  // Last, because they take the longest.
  { name: 'backup', run: async (ctx) => ({ counts: await backUp(ctx) }) },
  { name: 'restore_drill', run: async (ctx) => ({ counts: await runDrill(ctx) }) },
];

export const STEP_NAMES: readonly string[] = STEPS.map(({ name }) => name);
