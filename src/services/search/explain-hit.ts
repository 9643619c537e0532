import { RRF_K, type SearchRow } from '../../db/queries/search.ts';
import type { TrackRow } from '../../db/queries/tracks.ts';
import { bestSnippet, matchLines, type Snippet } from './snippet.ts';

const list = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

function meaningPart(similarity: number, passage: LineRange | null): string {
  const degree = similarity.toFixed(2);
  if (passage === null) return `The song is near in meaning (${degree}).`;
  return `Lines ${passage.start_line + 1}-${passage.end_line} are nearest in meaning (${degree}).`;
}

/** Explains in one or two sentences why a song is among the hits. */
function reasonOf(row: SearchRow, matched: readonly string[], asked: readonly string[]): string {
  const { similarity, lexical_rank, start_line, end_line } = row;
  const passage = start_line === null || end_line === null ? null : { start_line, end_line };
  const parts: string[] = [];
  if (lexical_rank !== null) {
    if (matched.length > 0)
      parts.push(`It holds ${list(matched)}: ${matched.length} of ${asked.length} words.`);
    else parts.push(`Its name is like the query: ${row.artist}, ${row.title}.`);
  }
  if (similarity !== null) parts.push(meaningPart(similarity, passage));
  return parts.join(' ');
}

/** A hit as returned to callers: the song, its best lines, and why it was found. */
export interface SearchHit {
  track: TrackRow;
  score: number;
  /** What each search mode contributes to the score; null if that mode did not find the song. */
  components: { semantic: number | null; lexical: number | null };
  snippet: Snippet | null;
  why: {
    reason: string;
    similarity: number | null;
    lexical_rank: number | null;
    matched_words: string[];
    passage: LineRange | null;
  };
  versions: SearchRow['versions'];
}

/** Lines of the passage nearest in meaning, the end exclusive. */
interface LineRange {
  start_line: number;
  end_line: number;
}

export function explainHit(row: SearchRow, asked: readonly string[], hybrid: boolean): SearchHit {
  const {
    lyrics,
    score,
    similarity,
    semantic_position,
    lexical_rank,
    lexical_position,
    coverage,
    start_line,
    end_line,
    versions,
    ...track
  } = row;
  const passage = start_line === null || end_line === null ? null : { start_line, end_line };
  const lines = lyrics === null ? null : matchLines(lyrics, asked);
  const found = new Set(lines?.matched.flat());
  const matched = asked.filter((word) => found.has(word));
  // Shows the lines with the matched words; otherwise the passage nearest in meaning.
  const range =
    lexical_rank === null && passage !== null ? { start: passage.start_line, end: passage.end_line } : null;
  const fused = (position: number | null, weight: number): number | null =>
    position === null ? null : weight / (RRF_K + position);
  return {
    track,
    score,
    components: {
      semantic: hybrid ? fused(semantic_position, 1) : similarity,
      lexical: hybrid ? fused(lexical_position, coverage ?? 0) : lexical_rank,
    },
    snippet: lines === null ? null : bestSnippet(lines, range),
    why: { reason: reasonOf(row, matched, asked), similarity, lexical_rank, matched_words: matched, passage },
    versions,
  };
}
