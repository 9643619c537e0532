import type { SearchRow } from '../../db/queries/search.ts';
import type { TrackRow } from '../../db/queries/tracks.ts';
import { type Confidence, confidenceOf } from './confidence.ts';
import { bestSnippet, matchLines, type Snippet } from './snippet.ts';

const list = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

function meaningPart(similarity: number, passage: LineRange | null): string {
  const degree = similarity.toFixed(2);
  if (passage === null) return `The song is near in meaning (${degree}).`;
  const [first, last] = [passage.start_line + 1, passage.end_line];
  if (first === last) return `Line ${first} is nearest in meaning (${degree}).`;
  return `Lines ${first}-${last} are nearest in meaning (${degree}).`;
}

type Reasoned = Pick<SearchRow, 'artist' | 'title' | 'similarity' | 'by_name' | 'start_line' | 'end_line'>;

/** Explains in one or two sentences why a song is among the hits. */
export function reasonOf(row: Reasoned, matched: readonly string[], asked: readonly string[]): string {
  const { similarity, by_name, start_line, end_line } = row;
  const passage = start_line === null || end_line === null ? null : { start_line, end_line };
  const parts: string[] = [];
  if (by_name > 0) parts.push(`Its name is like the query: ${row.artist}, ${row.title}.`);
  if (matched.length > 0)
    parts.push(
      `It holds ${list(matched)}: ${matched.length} of ${asked.length} ${asked.length === 1 ? 'word' : 'words'}.`,
    );
  if (similarity !== null) parts.push(meaningPart(similarity, passage));
  return parts.join(' ');
}

/** A hit as returned to callers: the song, its best lines, and why it was found. */
export interface SearchHit {
  track: TrackRow;
  score: number;
  /** Whether the song answers the query. */
  confidence: Confidence;
  /** What each part contributes to the score; null if it was not asked for, or the song has no vector. */
  components: { semantic: number | null; lexical: number | null; name: number };
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

/** Explains a row of a search for the given words. */
export function explainHit(row: SearchRow, asked: readonly string[]): SearchHit {
  const {
    lyrics,
    score,
    similarity,
    lexical_rank,
    coverage,
    by_words,
    by_meaning,
    by_name,
    name_tier,
    likeness,
    evidence,
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
    matched.length === 0 && passage !== null ? { start: passage.start_line, end: passage.end_line } : null;
  return {
    track,
    score,
    confidence: confidenceOf(evidence),
    components: {
      semantic: similarity === null ? null : by_meaning,
      lexical: lexical_rank === null ? null : by_words,
      name: by_name,
    },
    snippet: lines === null ? null : bestSnippet(lines, range),
    why: { reason: reasonOf(row, matched, asked), similarity, lexical_rank, matched_words: matched, passage },
    versions,
  };
}
