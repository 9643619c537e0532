import { parseSections } from '../../lyrics/text/sections.ts';
import { grantPieces, type LyricsContext, type Withheld } from '../access/lyrics-policy.ts';
import { plainLabel } from '../access/plain-sections.ts';
import { WITHHELD } from '../access/withhold-words.ts';
import type { SearchHit } from './explain-hit.ts';

/** Hits as the reader may see them: a snippet beyond the reader's budget keeps its position and loses its words. */
export async function showSnippets(
  ctx: LyricsContext,
  found: readonly { hit: SearchHit; lyrics: string | null }[],
): Promise<(SearchHit & { withheld: Withheld; section: string | null })[]> {
  const granted = await grantPieces(
    ctx,
    found.map(({ hit: { track, snippet } }) =>
      snippet === null ? null : { songId: track.duplicate_of ?? track.id, text: snippet.text },
    ),
  );
  return found.map(({ hit, lyrics }, i) => {
    const { snippet } = hit;
    if (snippet === null || lyrics === null || granted[i]) return { ...hit, withheld: null, section: null };
    return {
      ...hit,
      snippet: { ...snippet, text: WITHHELD },
      withheld: 'budget',
      section: sectionAt(lyrics, snippet.start_line),
    };
  });
}

/** The label of the section that a line belongs to. */
function sectionAt(lyrics: string, line: number): string | null {
  const section = parseSections(lyrics).find(
    (one) => one.start_line <= line && line < one.end_line && one.label !== '',
  );
  return section === undefined ? null : plainLabel(section);
}
