import type { ServiceContext } from '../../context.ts';
import { findImportedTexts, type TrackWrite } from '../../db/queries/track-writes.ts';
import { estimateJaccard, NEAR_DUPLICATE_JACCARD } from '../../lyrics/text/fingerprint.ts';
import { foldedName } from '../../lyrics/text/fold.ts';

/**
 * The imported row that is the same song: artist, title and nearly all words. A scrape updates that row instead of
 * storing the song twice. Null if there is none, or if the song already has its own row.
 */
export async function findImported(
  ctx: Pick<ServiceContext, 'sql'>,
  track: TrackWrite,
): Promise<number | null> {
  const { geniusId, lyricsHash, sketch, bands } = track;
  if (geniusId === null || lyricsHash === null || sketch === null || bands === null) return null;
  const rows = await findImportedTexts(ctx.sql, { geniusId, lyricsHash, bands });
  const name = foldedName(track);
  const [best] = rows
    .filter((row) => foldedName(row) === name)
    .map((row) => ({
      id: row.id,
      score: row.lyrics_hash === lyricsHash ? 1 : estimateJaccard(row.lyrics_sketch, sketch),
    }))
    .filter(({ score }) => score >= NEAR_DUPLICATE_JACCARD)
    .sort((a, b) => b.score - a.score || a.id - b.id);
  return best?.id ?? null;
}
