import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { findTrack, type TrackDetailRow } from '../../db/queries/tracks.ts';
import { AppError } from '../../lib/errors.ts';
import { readStored } from '../../lib/stored-json.ts';
import { type Analysis, AnalysisSchema } from '../../lyrics/contract.ts';
import { SectionSchema } from '../../lyrics/text/contract.ts';
import { parseSections, type Section } from '../../lyrics/text/sections.ts';
import { asideSpans } from '../../lyrics/text/sung-rows.ts';
import { grantPieces, type LyricsContext, mayReadLyrics } from '../access/lyrics-policy.ts';
import { plainSections } from '../access/plain-sections.ts';
import { WITHHELD, withholdWords } from '../access/withhold-words.ts';
import type { AnalyzerContext } from '../analysis/analyzers/types.ts';
import { isCurrent } from '../analysis/current-analyzer.ts';
import { firstSnippet } from '../search/snippet.ts';

type Context = LyricsContext & AnalyzerContext & Pick<ServiceContext, 'sql' | 'log'>;

/**
 * A song with its sections and its analysis; the full text and quoted words only for actors who may read them. A stored
 * analysis that cannot be read is left out, and `analysis_status` is then `unreadable`. Throws NOT_FOUND.
 */
export async function getTrack(ctx: Context, id: number) {
  const row = await findTrack(ctx.sql, id);
  if (row === null) throw new AppError('NOT_FOUND', `There is no track ${id}.`);
  const { lyrics, scraped_at, updated_at, analysis, analysis_key, sections, ...facts } = row;
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
    analysis_is_current: analysis_key === null ? null : isCurrent(ctx, analysis_key),
    asides: readable && lyrics !== null ? asideSpans(lyrics, sectionsOf(ctx, row)) : [],
    scraped_at: scraped_at?.toISOString() ?? null,
    updated_at: updated_at.toISOString(),
    words_withheld: !readable && lyrics !== null,
  };
}

const SectionsSchema = z.array(SectionSchema);

/** The sections as stored; they depend on the text alone, so unreadable ones (logged) are computed again. */
function sectionsOf(ctx: Context, { id, sections, lyrics }: TrackDetailRow): Section[] {
  const stored = { value: sections, what: 'sections', id };
  return readStored(ctx.log, SectionsSchema, stored) ?? parseSections(lyrics ?? '');
}

interface TrackParts {
  sections: Section[];
  analysis: Analysis | null;
  analysis_status: string;
}

/** The results computed from the text, with or without its words. */
function partsFor(ctx: Context, row: TrackDetailRow): TrackParts {
  const { id, lyrics } = row;
  const sections = sectionsOf(ctx, row);
  const read =
    row.analysis === null
      ? null
      : readStored(ctx.log, AnalysisSchema, { value: row.analysis, what: 'analysis of track', id });
  const analysis = read ?? null;
  const analysis_status = read === undefined ? 'unreadable' : row.analysis_status;
  if (mayReadLyrics(ctx) || lyrics === null) return { sections, analysis, analysis_status };
  const credited = [row.artist, ...row.featured];
  return {
    sections: plainSections(sections, credited),
    analysis: analysis === null ? null : withholdWords(analysis, { lyrics, credited }),
    analysis_status,
  };
}
