import { findLineCopies } from '../../db/queries/line-copies.ts';
import { longestSharedRun, MAX_SHARED_WORDS, plainWords } from '../../ml/compose/copy-limit.ts';
import type { SourceLine } from '../../ml/compose/types.ts';
import type { WritingReport } from './contract.ts';
import { type GatherContext, subjectSearch } from './gather-material.ts';
import { linesOf } from './text-lines.ts';

/** Songs nearest to the finished verse that it is compared with. */
const COMPARED_SONGS = 50;

export interface CopyCheck {
  originality: WritingReport['originality'];
  /** Positions of the lines that copy. */
  faults: number[];
  /** Lines of the compared songs that share too much. */
  copied: string[];
}

/** What a line shares with one line of a song. */
interface Shared {
  words: number;
  line: string;
  source: number;
}

export interface CopySources {
  sources: readonly SourceLine[];
  /** Positions of the lines that may not copy; the others, which the caller gave, are only measured. */
  written: readonly number[];
  /** Lines of the caller's own text, which may be repeated although a song has them too. */
  own?: readonly string[];
  /** False: the nearest songs are found by words alone, without asking the embedding model. */
  byMeaning?: boolean;
}

/**
 * Compares written lines exactly with the lines they were written from and with those of the songs nearest to them, and
 * looks for each as a whole line of any song.
 */
export async function checkCopies(
  ctx: GatherContext,
  lines: readonly string[],
  { sources, written, own = [], byMeaning = true }: CopySources,
): Promise<CopyCheck> {
  const search = await subjectSearch(ctx, lines.join('\n'), { limit: COMPARED_SONGS, byMeaning });
  const { whole, near } = await findLineCopies(ctx.sql, { lines, search });
  // Of the sources only some lines of a song may be known: a song that is near is compared as a whole.
  const others = near.flatMap(({ id, lyrics }) =>
    linesOf(lyrics ?? '').map(({ text }) => ({ text, source: id })),
  );
  const repeatable = new Set(own.map(keyOf));
  const compared = [...sources, ...others]
    .map((line) => ({ ...line, words: plainWords(line.text) }))
    .filter(({ words }) => !repeatable.has(words.join(' ')));
  const shared = lines.map((line) => mostShared(line, compared));
  const isWritten = (at: number): boolean => written.includes(at);
  const tooMuch = shared.flatMap((one, at) =>
    one !== null && one.words > MAX_SHARED_WORDS && isWritten(at) ? [at] : [],
  );
  const wholeLines = whole
    .map(({ line }) => line)
    .filter((at) => isWritten(at) && !repeatable.has(keyOf(lines[at] ?? '')));
  const longest = shared.reduce((most, one) => ((one?.words ?? 0) > (most?.words ?? 0) ? one : most), null);
  return {
    originality: {
      longest_run: longest?.words ?? 0,
      run: longest === null ? null : runOf(lines, longest),
      track_id: longest === null || longest.source <= 0 ? null : longest.source,
      compared_songs: new Set(compared.flatMap(({ source }) => (source > 0 ? [source] : []))).size,
      whole_lines: new Set(wholeLines).size,
    },
    faults: [...new Set([...tooMuch, ...wholeLines])],
    copied: [...tooMuch.map((at) => shared[at]?.line ?? ''), ...wholeLines.map((at) => lines[at] ?? '')],
  };
}

const keyOf = (line: string): string => plainWords(line).join(' ');

interface Compared {
  text: string;
  source: number;
  words: readonly string[];
}

function mostShared(line: string, compared: readonly Compared[]): Shared | null {
  const own = new Set(plainWords(line));
  let most: Shared | null = null;
  for (const { text, source, words } of compared) {
    const common = words.filter((word) => own.has(word)).length;
    if (common <= (most?.words ?? 0)) continue;
    const run = longestSharedRun(line, [text]);
    if (run > (most?.words ?? 0)) most = { words: run, line: text, source };
  }
  return most;
}

/** The shared words themselves, as they stand in the verse. */
function runOf(lines: readonly string[], { words, line }: Shared): string | null {
  const theirs = ` ${plainWords(line).join(' ')} `;
  for (const text of lines) {
    const own = plainWords(text);
    for (let at = 0; at + words <= own.length; at++) {
      const run = own.slice(at, at + words).join(' ');
      if (theirs.includes(` ${run} `)) return run;
    }
  }
  return null;
}
