import type { ServiceContext } from '../../context.ts';
import { findImportedTexts, type TrackWrite } from '../../db/queries/track-writes.ts';
import { estimateJaccard, NEAR_DUPLICATE_JACCARD } from '../../lyrics/text/fingerprint.ts';
import { foldedName } from '../../lyrics/text/fold.ts';

/**
 * The imported row that is this very song: artist, title and, nearly, the words. A scrape takes it over instead of
 * storing the song twice. Null where there is none, or where the song has a row of its own already.
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
