import type { ServiceContext } from '../../context.ts';
import { findTrackText } from '../../db/queries/embeddings.ts';
import { AppError } from '../../lib/errors.ts';
import { analyzeRhyme } from '../../lyrics/rhyme/analyze-rhyme.ts';
import { parseSections } from '../../lyrics/text/sections.ts';
import { mayReadLyrics } from '../access/lyrics-policy.ts';
import { withholdRhymeWords } from '../access/withhold-words.ts';

/** The rhymes of a song, computed now from its text. Throws NOT_FOUND, and CONFLICT for a track without lyrics. */
export async function getTrackRhymes(
  ctx: Pick<ServiceContext, 'sql' | 'lexicon' | 'config' | 'actor'>,
  trackId: number,
) {
  const track = await findTrackText(ctx.sql, trackId);
  if (track === null) throw new AppError('NOT_FOUND', `There is no track ${trackId}.`);
  if (track.lyrics === null)
    throw new AppError('CONFLICT', `The track has no lyrics: it is ${track.lyrics_state}.`);
  const rhyme = analyzeRhyme(track.lyrics, parseSections(track.lyrics), ctx.lexicon);
  const readable = mayReadLyrics(ctx);
  return {
    track_id: track.id,
    artist: track.artist,
    title: track.title,
    words_withheld: !readable,
    rhyme: readable ? rhyme : withholdRhymeWords(rhyme),
  };
}
