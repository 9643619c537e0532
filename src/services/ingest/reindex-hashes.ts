import type { ServiceContext } from '../../context.ts';
import { listSongHashes } from '../../db/queries/track-writes.ts';
import { AppError } from '../../lib/errors.ts';
import { requireScope } from '../../lib/rbac.ts';

const PAGE = 1000;

/**
 * Rebuilds the duplicate check in Redis from Postgres and returns the number of hashes. Until it has finished,
 * duplicates are found through Postgres. Throws UPSTREAM_UNAVAILABLE if Redis does not store them.
 */
export async function reindexHashes(
  ctx: Pick<ServiceContext, 'sql' | 'songHashes' | 'actor'>,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  requireScope(ctx.actor, 'catalogue:write');
  await ctx.songHashes.clear();
  let done = 0;
  let afterId = 0;
  for (;;) {
    const rows = await listSongHashes(ctx.sql, { afterId, limit: PAGE });
    const last = rows.at(-1);
    if (last === undefined) return done;
    await ctx.songHashes.add(rows.map((row) => ({ hash: row.lyrics_hash, trackId: row.id })));
    // Adding a hash ignores errors, which all other callers need.
    if ((await ctx.songHashes.find(last.lyrics_hash)) === null) {
      throw new AppError('UPSTREAM_UNAVAILABLE', 'Redis is not configured or does not keep the hashes.');
    }
    done += rows.length;
    afterId = last.id;
    onProgress(done);
  }
}
