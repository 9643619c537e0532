import type { ServiceContext } from '../../context.ts';

const MAX_MESSAGES = 100;

/** Sends a scrape for each song, as many to a call as the queue takes. */
export async function enqueueSongs(
  ctx: Pick<ServiceContext, 'queues'>,
  runId: number,
  geniusIds: readonly number[],
): Promise<void> {
  for (let i = 0; i < geniusIds.length; i += MAX_MESSAGES) {
    const slice = geniusIds.slice(i, i + MAX_MESSAGES);
    await ctx.queues.ingest.send(
      slice.map((geniusId) => ({ type: 'song.scrape' as const, run_id: runId, genius_id: geniusId })),
    );
  }
}
