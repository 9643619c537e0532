import type { ServiceContext } from '../../context.ts';
import { findTrack, type TrackDetailRow } from '../../db/queries/tracks.ts';
import { AppError } from '../../lib/errors.ts';
import { type Analysis, AnalysisSchema } from '../../lyrics/contract.ts';
import type { Section } from '../../lyrics/text/sections.ts';
import { grantPieces, type LyricsContext, mayReadLyrics } from '../access/lyrics-policy.ts';
import { plainSections } from '../access/plain-sections.ts';
import { type SongFacts, WITHHELD, withholdWords } from '../access/withhold-words.ts';
import { firstSnippet } from '../search/snippet.ts';

type Context = LyricsContext & Pick<ServiceContext, 'sql' | 'log'>;

/** A song with its sections and its analysis; the full text and quoted words only for actors who may read them. */
export async function getTrack(ctx: Context, id: number) {
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
    ...partsFor(ctx, row),
    scraped_at: scraped_at?.toISOString() ?? null,
    updated_at: updated_at.toISOString(),
    words_withheld: !readable && lyrics !== null,
  };
}

/** The results computed from the text, with or without its words. */
function partsFor(ctx: Context, row: TrackDetailRow) {
  const sections = row.sections as Section[];
  const analysis = row.analysis as Analysis | null;
  if (mayReadLyrics(ctx) || row.lyrics === null) return { sections, analysis };
  const credited = [row.artist, ...row.featured];
  return {
    sections: plainSections(sections, credited),
    analysis: analysis === null ? null : withoutWords(ctx, row, { lyrics: row.lyrics, credited }),
  };
}

/**
 * Words can be removed only from an analysis of the known shape: an analysis by an older engine is left out
 * completely.
 */
function withoutWords(ctx: Context, { id, analysis }: TrackDetailRow, facts: SongFacts): Analysis | null {
  const known = AnalysisSchema.safeParse(analysis);
  if (known.success) return withholdWords(known.data, facts);
  ctx.log.warn('analysis of another shape is withheld', { track_id: id });
  return null;
}
