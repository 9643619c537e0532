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
 * The stored track that this text repeats, wholly or nearly; null if there is none. An exact repeat is found
 * in Redis without asking Postgres, which is not held to: who stores the song asks Postgres whether that track is
 * still there, and `linkVersions` if it is not.
 */
export async function findDuplicate(
  ctx: Context,
  text: TextMarks,
  self: TextIdentity,
): Promise<number | null> {
  return (await ctx.songHashes.find(text.lyricsHash)) ?? findStoredTwin(ctx, text, self);
}

/**
 * Looks again once the track is stored: a version of it that was stored at the same time could not be seen before.
 * Links the two, and makes the track known by its words if it is the first to have them.
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
