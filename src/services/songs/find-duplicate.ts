import type { ServiceContext } from '../../context.ts';
import { findSimilarTexts, linkTrackVersions } from '../../db/queries/track-writes.ts';
import { estimateJaccard, NEAR_DUPLICATE_JACCARD } from '../../lyrics/text/fingerprint.ts';
import type { PreparedLyrics } from './prepare-lyrics.ts';

export interface TextIdentity {
  geniusId: number | null;
  sourceKey: string | null;
}

type Context = Pick<ServiceContext, 'sql' | 'songHashes'>;
type TextMarks = Pick<PreparedLyrics, 'lyricsHash'> & Record<'sketch' | 'bands', readonly number[]>;

/**
 * The stored track that this text duplicates and whether exactly; null if there is none. An exact duplicate is found in
 * Redis without a query to Postgres. That result is only a hint: when the song is stored, Postgres is asked whether
 * the track still exists, and `linkVersions` if it does not.
 */
export async function findDuplicate(
  ctx: Context,
  text: TextMarks,
  self: TextIdentity,
): Promise<{ duplicateOf: number | null; duplicateIsExact: boolean }> {
  const equal = await ctx.songHashes.find(text.lyricsHash);
  if (equal !== null) return { duplicateOf: equal, duplicateIsExact: true };
  return { duplicateOf: await findStoredTwin(ctx, text, self), duplicateIsExact: false };
}

/**
 * Checks again after the track is stored: a version that was stored at the same time was not visible before. Links the
 * two, and registers the track's hash if it is the first with these words.
 */
export async function linkVersions(
  ctx: Context,
  text: TextMarks,
  stored: TextIdentity & { id: number },
): Promise<void> {
  const twin = await findStoredTwin(ctx, text, stored);
  const original = twin === null ? stored.id : await linkTrackVersions(ctx.sql, stored.id, twin);
  if (original === stored.id) await ctx.songHashes.add([{ hash: text.lyricsHash, trackId: stored.id }]);
}

async function findStoredTwin(
  ctx: Pick<ServiceContext, 'sql'>,
  text: TextMarks,
  self: TextIdentity,
): Promise<number | null> {
  const candidates = await findSimilarTexts(ctx.sql, {
    lyricsHash: text.lyricsHash,
    bands: text.bands,
    exceptGeniusId: self.geniusId,
    exceptSourceKey: self.sourceKey,
  });
  const scored = candidates
    .map(({ id, lyrics_hash, lyrics_sketch }) => ({
      id,
      score: lyrics_hash === text.lyricsHash ? 1 : estimateJaccard(lyrics_sketch, text.sketch),
    }))
    .filter(({ score }) => score >= NEAR_DUPLICATE_JACCARD)
    .sort((a, b) => b.score - a.score || a.id - b.id);
  return scored[0]?.id ?? null;
}
