import type { ServiceContext } from '../../context.ts';
import { findTrack } from '../../db/queries/tracks.ts';
import { AppError } from '../../lib/errors.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import type { Section } from '../../lyrics/text/sections.ts';
import { mayReadLyrics } from './lyrics-policy.ts';
import { firstSnippet } from './snippet.ts';
import { withholdWords } from './withhold-words.ts';

/** A song with its sections and its analysis; the full text only for those who may read it. */
export async function getTrack(ctx: Pick<ServiceContext, 'sql' | 'config' | 'actor'>, id: number) {
  const row = await findTrack(ctx.sql, id);
  if (row === null) throw new AppError('NOT_FOUND', `There is no track ${id}.`);
  const { lyrics, scraped_at, updated_at, analysis, sections, ...facts } = row;
  const readable = mayReadLyrics(ctx);
  const stored = analysis as Analysis | null;
  return {
    ...facts,
    lyrics: readable ? lyrics : null,
    lyrics_available: lyrics !== null,
    snippet: lyrics === null ? null : firstSnippet(lyrics),
    sections: sections as Section[],
    scraped_at: scraped_at?.toISOString() ?? null,
    updated_at: updated_at.toISOString(),
    analysis: stored === null || readable ? stored : withholdWords(stored),
    words_withheld: !readable && lyrics !== null,
  };
}
