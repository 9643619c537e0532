import type { Stretch } from './edit.ts';
import { type LineFacts, type Mark, type PadMarks, UNKNOWN } from './marks.ts';
import { sameEnds } from './same-ends.ts';

/** A piece of a line, with the classes it is drawn with; null where nothing is marked. */
export interface Piece {
  text: string;
  look: string | null;
}

/** A line as the pad draws it: the same object as before where nothing that is seen of it has changed. */
export interface PadLine extends LineFacts {
  /** Stays with the line while others come and go above it. */
  id: number;
  text: string;
  pieces: readonly Piece[];
  /** A machine wrote it and nobody has changed it since. */
  isMade: boolean;
}

/** What the lines of a pad are drawn from. */
export interface PadLook {
  text: string;
  known: PadMarks;
  /** Lines that a machine wrote. */
  made: readonly Stretch[];
  /** The rhyme group of the word at the caret. */
  lit: number | null;
}

function lookOf({ hue, kind, isAside, group }: Mark, lit: number | null): string {
  const looks = `pad-mark pad-hue-${hue} pad-mark-${kind}`;
  return looks + (isAside ? ' pad-mark-aside' : '') + (group === lit ? ' pad-mark-lit' : '');
}

/** The pieces of a line that begins at `start`, which joined are the line. Marks that leave it or overlap are cut. */
function piecesOf(text: string, start: number, marks: readonly Mark[], lit: number | null): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const mark of marks) {
    const from = Math.max(done, mark.start - start);
    const to = Math.min(text.length, mark.end - start);
    if (to <= from) continue;
    if (from > done) pieces.push({ text: text.slice(done, from), look: null });
    pieces.push({ text: text.slice(from, to), look: lookOf(mark, lit) });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), look: null });
  return pieces;
}

/** For each line the one that it was: lines at both ends that are as they were, and between them one after the other. */
function formerLines(lines: readonly string[], before: readonly PadLine[]): (line: number) => PadLine | null {
  const { first, last } = sameEnds(
    before.map(({ text }) => text),
    lines,
  );
  const shift = before.length - lines.length;
  return (line) => {
    if (line >= lines.length - last) return before[line + shift] ?? null;
    return line < Math.max(first, before.length - last) ? (before[line] ?? null) : null;
  };
}

const looksLike = (one: PadLine, other: PadLine): boolean =>
  one.text === other.text &&
  one.syllables === other.syllables &&
  one.letter === other.letter &&
  one.isMade === other.isMade &&
  one.pieces.length === other.pieces.length &&
  one.pieces.every(({ text, look }, i) => other.pieces[i]?.text === text && other.pieces[i]?.look === look);

/** The lines of a text as the pad draws them. `before` are those on the screen: what looks as it did is taken from there. */
export function padLines(
  { text, known, made, lit }: PadLook,
  before: readonly PadLine[] = [],
): readonly PadLine[] {
  const rows = text.split('\n');
  const formerOf = formerLines(rows, before);
  let fresh = before.reduce((most, { id }) => Math.max(most, id), -1);
  let start = 0;
  let next = 0;
  return rows.map((row, i) => {
    const end = start + row.length;
    while ((known.marks[next]?.end ?? end + 1) <= start) next++;
    let last = next;
    while ((known.marks[last]?.start ?? end) < end) last++;
    const pieces = piecesOf(row, start, known.marks.slice(next, last), lit);
    const isMade = made.some((stretch) => stretch.start < end && stretch.end > start);
    start = end + 1;
    const former = formerOf(i);
    const { syllables, letter } = known.lines[i] ?? UNKNOWN;
    const line: PadLine = { id: former?.id ?? ++fresh, text: row, pieces, isMade, syllables, letter };
    return former !== null && looksLike(former, line) ? former : line;
  });
}
