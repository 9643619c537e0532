import type { Note } from './clean.ts';

const ROOT = '[A-G][#b♯♭]?';
const CHORD = `${ROOT}(?:maj|min|m|M|dim|aug|sus|add|[°ø+])?\\d{0,2}(?:(?:sus|add|maj|no|[#b])\\d{1,2}){0,2}(?:/${ROOT})?`;
const WHOLE = new RegExp(`^(?:${CHORD}|N\\.?C\\.?|[|%-]|\\|\\||[x×]\\d)$`);
const ALONE = new RegExp(`^${CHORD}$`);
const BARE = /^[A-G]$/;
const INLINE = new RegExp(`\\[${CHORD}\\]`, 'g');
const WIDE = /\S {2,}\S/;
const MIN_ROWS = 2;

/**
 * The rows of a chord sheet without its chords: rows of nothing else, and chords in brackets inside a row. Letters alone
 * ("A B C") are chords only beside one that is no letter (Am, G7, D/F#) or set apart by several spaces. One such row is
 * left as it is.
 */
export function dropChords(lines: readonly string[], note: Note): string[] {
  const inline =
    lines.filter((line) => line.replace(INLINE, '') !== line && !isHeaderLike(line)).length >= MIN_ROWS;
  const rows = new Set(lines.filter(isChordRow));
  const isSheet = lines.filter((line) => rows.has(line)).length >= MIN_ROWS && [...rows].some(isSign);
  if (!inline && !isSheet) return [...lines];
  return lines.flatMap((line) => {
    if (isSheet && rows.has(line)) {
      note('chords');
      return [];
    }
    const sung = inline && !isHeaderLike(line) ? line.replace(INLINE, '') : line;
    if (sung !== line) note('chords');
    return [sung];
  });
}

const tokensOf = (line: string): string[] => line.trim().split(/\s+/);
const isChordRow = (line: string): boolean =>
  tokensOf(line).every((one) => WHOLE.test(one)) && tokensOf(line).some((one) => ALONE.test(one));
const isSign = (line: string): boolean =>
  WIDE.test(line) || tokensOf(line).some((one) => ALONE.test(one) && !BARE.test(one));
/** "[A]" alone may name a section. */
const isHeaderLike = (line: string): boolean => /^\s*\[[^\]]*\]\s*$/.test(line);
