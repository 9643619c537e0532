import type { ServiceContext } from '../../context.ts';
import type { Job } from '../../lib/jobs.ts';

export interface TrackWork {
  id: number;
  embed: boolean;
  analyze: boolean;
}

/** Sends the missing work of each track: its vector, its analysis, or both. */
export async function enqueueTrackWork(
  ctx: Pick<ServiceContext, 'queues'>,
  tracks: readonly TrackWork[],
): Promise<number> {
  const jobs = tracks.flatMap(({ id, embed, analyze }): Job[] => [
    ...(embed ? [{ type: 'track.embed' as const, track_id: id }] : []),
    ...(analyze ? [{ type: 'track.analyze' as const, track_id: id }] : []),
  ]);
  await ctx.queues.analysis.send(jobs);
  return jobs.length;
}
