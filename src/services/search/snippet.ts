import { isUnspaced } from '../../lib/query-script.ts';
import { isStopWord } from '../../lib/stop-words.ts';
import { wordStem } from '../../lib/word-stem.ts';
import { MAX_PIECE_LENGTH, MAX_UNIT_LENGTH, type Span, unitSpans } from '../../lyrics/text/line-units.ts';
import { isHeaderLine } from '../../lyrics/text/sections.ts';
import { memoizeByWord } from '../../lyrics/text/word-memo.ts';

/** At most two lines and 160 characters; for longer lines the units with most of the query's words. */
export interface Snippet {
  text: string;
  start_line: number;
  end_line: number;
}

const SNIPPET_LINES = 2;
// The apostrophe of a dropped g belongs to its word: runnin'.
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*(?:(?<=in)['’])?/gu;

/** Lower-case words in the order of the text. */
export const wordsIn = (text: string): string[] =>
  Array.from(text.toLowerCase().matchAll(WORD), (match) => match[0]);

/** Whether there are words and all of them are stop words. */
export function hasOnlyStopWords(text: string): boolean {
  const words = wordsIn(text);
  return words.length > 0 && words.every(isStopWord);
}

/** Lower-case words of a query, without stop words unless there are no others. */
export function queryWords(query: string): string[] {
  const words = [...new Set(wordsIn(query))];
  const content = words.filter((word) => !isStopWord(word));
  return content.length > 0 ? content : words;
}

/** Songs use few different words, so each is stemmed once. */
const stemOf = memoizeByWord((word) => wordStem(word.replace(/(?<=\w)['’](?=\w)(?!s$)/g, '')));

const MARKS = /\p{M}+/gu;
const PLAIN = /^[\n -~]*$/;

/** Lower case without accents, as the search by words compares. */
const folded = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text.toLowerCase().normalize('NFKD').replaceAll(MARKS, '').normalize();

/** The common beginning of a word and its inflections, without what an ending could replace. */
const beginningOf = (word: string): string => word.replace(/(?:['’].*|y|i)$/, '').slice(0, 3);

/** What a word of a query is looked for by: once for the word, not once for every line of every hit. */
const keysOf = memoizeByWord((word) => {
  const plain = folded(word);
  return { beginning: beginningOf(plain), stem: stemOf(plain), isUnspaced: isUnspaced(word) };
});

/** The query's words that occur in the text, in any inflection. */
export function matchedWords(text: string, asked: readonly string[]): string[] {
  const lower = folded(text);
  // Searching for a few letters costs far less than splitting the text into words.
  const possible = asked.filter((one) => lower.includes(keysOf(one).beginning));
  if (possible.length === 0) return [];
  const stems = new Set(wordsIn(lower).map(stemOf));
  return possible.filter((one) => keysOf(one).isUnspaced || stems.has(keysOf(one).stem));
}

/** The lines of a song from which a snippet is chosen. */
export interface MatchedLines {
  lines: readonly string[];
  /** Header and blank lines are never shown. */
  shown: readonly boolean[];
  /** The query's words in each line that may be shown. */
  matched: readonly (readonly string[])[];
}

export function matchLines(lyrics: string, asked: readonly string[]): MatchedLines {
  const lines = lyrics.split('\n');
  const shown = lines.map((line) => line.trim() !== '' && !isHeaderLine(line));
  return { lines, shown, matched: lines.map((line, i) => (shown[i] ? matchedWords(line, asked) : [])) };
}

/**
 * The two neighbouring lines of `range` (all lines by default) with most of the query's words, cut if they are too
 * long; without any match, the first two lines of the range.
 */
export function bestSnippet(
  matches: MatchedLines,
  range: { start: number; end: number } | null = null,
): Snippet | null {
  const window = bestWindow(matches, range ?? { start: 0, end: matches.lines.length });
  if (window === null) return null;
  const lines = matches.lines.slice(window.from, window.to);
  const length = lines.reduce((sum, line) => sum + line.length + 1, -1);
  if (length <= MAX_PIECE_LENGTH && lines.every((line) => line.length <= MAX_UNIT_LENGTH)) {
    return { text: lines.join('\n'), start_line: window.from, end_line: window.to };
  }
  return cutSnippet(lines, window.from, new Set(matches.matched.slice(window.from, window.to).flat()));
}

function bestWindow(
  { lines, shown, matched }: MatchedLines,
  { start, end }: { start: number; end: number },
): { from: number; to: number } | null {
  let best: { line: number; score: number } | null = null;
  for (let i = start; i < Math.min(end, lines.length); i++) {
    if (!shown[i]) continue;
    const next = shown[i + 1] && i + 1 < end ? (matched[i + 1] ?? []) : [];
    const score = new Set([...(matched[i] ?? []), ...next]).size;
    if (best === null || score > best.score) best = { line: i, score };
  }
  if (best === null) return null;
  const from = best.line;
  return { from, to: shown[from + 1] && from + 1 < end ? from + SNIPPET_LINES : from + 1 };
}

interface Unit extends Span {
  /** Counted from the first of the given lines. */
  line: number;
  words: readonly string[];
}

/** The first neighbouring units of the lines with most of the words, in total no longer than a hit may show. */
function cutSnippet(lines: readonly string[], firstLine: number, asked: ReadonlySet<string>): Snippet | null {
  const words = [...asked];
  const starts = lines.map((_, i) => lines.slice(0, i).reduce((sum, line) => sum + line.length + 1, 0));
  const units: Unit[] = lines.flatMap((text, line) =>
    unitSpans(text).map(({ start, end }) => ({
      line,
      start: start + (starts[line] ?? 0),
      end: end + (starts[line] ?? 0),
      words: matchedWords(text.slice(start, end), words),
    })),
  );
  let best: { first: Unit; last: Unit; score: number } | null = null;
  for (const [i, first] of units.entries()) {
    const held = piecesFrom(units, i);
    const score = new Set(held.flatMap((unit) => unit.words)).size;
    if (best === null || score > best.score) best = { first, last: held.at(-1) ?? first, score };
  }
  return best === null ? null : toSnippet(lines.join('\n'), firstLine, best);
}

/** As many units from a position on as a hit may show. */
function piecesFrom(units: readonly Unit[], at: number): Unit[] {
  const held: Unit[] = [];
  for (let i = at; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined || unit.end - (units[at]?.start ?? 0) > MAX_PIECE_LENGTH) break;
    held.push(unit);
  }
  return held;
}

function toSnippet(text: string, firstLine: number, { first, last }: { first: Unit; last: Unit }): Snippet {
  return {
    text: text.slice(first.start, last.end).trimEnd(),
    start_line: firstLine + first.line,
    end_line: firstLine + last.line + 1,
  };
}

/** The first two lines of a song. */
export const firstSnippet = (lyrics: string): Snippet | null => bestSnippet(matchLines(lyrics, []));
