import type { ServiceContext } from '../../context.ts';

/** Sends one scrape message per song. */
export async function enqueueSongs(
  ctx: Pick<ServiceContext, 'queues'>,
  runId: number,
  geniusIds: readonly number[],
): Promise<void> {
  await ctx.queues.ingest.send(
    geniusIds.map((geniusId) => ({ type: 'song.scrape', run_id: runId, genius_id: geniusId })),
  );
}
