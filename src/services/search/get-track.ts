import type { ServiceContext } from '../../context.ts';
import { findTrack, type TrackDetailRow } from '../../db/queries/tracks.ts';
import { AppError } from '../../lib/errors.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import type { Section } from '../../lyrics/text/sections.ts';
import { grantPieces, type LyricsContext, mayReadLyrics } from '../access/lyrics-policy.ts';
import { plainSections } from '../access/plain-sections.ts';
import { WITHHELD, withholdWords } from '../access/withhold-words.ts';
import { firstSnippet } from './snippet.ts';

/** A song with its sections and its analysis; the full text and its words only for those who may read them. */
export async function getTrack(ctx: LyricsContext & Pick<ServiceContext, 'sql'>, id: number) {
  const row = await findTrack(ctx.sql, id);
  if (row === null) throw new AppError('NOT_FOUND', `There is no track ${id}.`);
  const { lyrics, scraped_at, updated_at, analysis, sections, ...facts } = row;
  const readable = mayReadLyrics(ctx);
  const snippet = lyrics === null ? null : firstSnippet(lyrics);
  const piece = snippet === null ? null : { songId: row.duplicate_of ?? row.id, text: snippet.text };
  const [granted] = await grantPieces(ctx, [piece]);
  return {
    ...facts,
    lyrics: readable ? lyrics : null,
    lyrics_available: lyrics !== null,
    snippet: snippet === null || granted ? snippet : { ...snippet, text: WITHHELD },
    withheld: snippet === null || granted ? null : ('budget' as const),
    ...partsFor(readable, row),
    scraped_at: scraped_at?.toISOString() ?? null,
    updated_at: updated_at.toISOString(),
    words_withheld: !readable && lyrics !== null,
  };
}

/** What was read out of the text, with the words of it or without. */
function partsFor(readable: boolean, row: TrackDetailRow) {
  const sections = row.sections as Section[];
  const analysis = row.analysis as Analysis | null;
  if (readable) return { sections, analysis };
  const credited = [row.artist, ...row.featured];
  return {
    sections: plainSections(sections, credited),
    analysis: analysis === null ? null : withholdWords(analysis, { lyrics: row.lyrics ?? '', credited }),
  };
}
