import type { ServiceContext } from '../../context.ts';
import { requireScope } from '../../lib/rbac.ts';
import { UPSTREAMS } from '../../lib/upstreams.ts';
import { enqueueProfiles } from '../artists/enqueue-profiles.ts';
import { sweepBatches } from '../batches/sweep-batches.ts';
import { countWords } from '../search/count-words.ts';
import { countDueWords } from '../trends/words/count-due-words.ts';
import { resumeRuns, resumeTrackWork } from './requeue-unfinished.ts';
import { retryFailedTracks } from './retry-failed-tracks.ts';

/**
 * Resumes waiting work and retryable failures now instead of in the next slot of the schedule. Work that is still
 * running is found finished by the second message and is not repeated. Handles at most the first 10,000 tracks.
 * `isEarly`: also what waits because an upstream refused or failed; each such upstream is sent one request, which decides
 * whether it is left alone again.
 */
export async function resumeWork(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'engineVersion' | 'config' | 'actor' | 'embedder' | 'breaker'>,
  { isEarly }: { isEarly: boolean },
) {
  requireScope(ctx.actor, 'operations:write');
  if (isEarly) await Promise.all(UPSTREAMS.map((name) => ctx.breaker(name).probeNow()));
  const runs = await resumeRuns(ctx, { idleMs: 0, isEarly });
  await retryFailedTracks(ctx, { due: false });
  const tracks = (await resumeTrackWork(ctx, { idleMs: 0 })).counts.sent;
  await countWords(ctx);
  await countDueWords(ctx);
  const profiles = (await enqueueProfiles(ctx)).counts.sent;
  return { runs, messages: tracks + (await sweepBatches(ctx, 0)) + profiles };
}
