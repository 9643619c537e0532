import type { ServiceContext } from '../../context.ts';
import { findSimilarTexts } from '../../db/queries/track-writes.ts';
import { estimateJaccard, NEAR_DUPLICATE_JACCARD } from '../../lyrics/text/fingerprint.ts';
import type { PreparedLyrics } from './prepare-lyrics.ts';

export interface TextIdentity {
  geniusId: number | null;
  sourceKey: string | null;
}

/**
 * The stored track that this text repeats, wholly or nearly; null if there is none. An exact repeat is found
 * in Redis without asking Postgres.
 */
export async function findDuplicate(
  ctx: Pick<ServiceContext, 'sql' | 'songHashes'>,
  text: Pick<PreparedLyrics, 'lyricsHash' | 'sketch' | 'bands'>,
  self: TextIdentity,
): Promise<number | null> {
  const known = await ctx.songHashes.find(text.lyricsHash);
  if (known !== null) return known;
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
