import { applyEdit, type Edit, moveStretches, type Stretch } from './edit.ts';

/** How a rhyme stands in its verse, told by its underline as well as its colour. */
export type MarkKind = 'end' | 'inside' | 'multi';

/** A rhyming stretch of the text. */
export interface Mark extends Stretch {
  /** Its colour, 0-7. */
  hue: number;
  kind: MarkKind;
  /** Of its group: a word is lit with the others of its group. */
  group: number;
  isAside: boolean;
}

/** What the margins say of a line; null where nothing is known. */
export interface LineFacts {
  syllables: number | null;
  /** Its letter in the scheme. */
  letter: string | null;
}

/** What is known of a text: its rhyming stretches in order, and the facts of each of its lines. */
export interface PadMarks {
  marks: readonly Mark[];
  lines: readonly LineFacts[];
}

export const NO_MARKS: PadMarks = { marks: [], lines: [] };
const UNKNOWN: LineFacts = { syllables: null, letter: null };

/** The facts of lines after a change: those of lines that are as they were, or that one line became. */
function moveFacts(facts: readonly LineFacts[], before: string, after: string): readonly LineFacts[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (old.length === now.length) return facts;
  const most = Math.min(old.length, now.length);
  let first = 0;
  while (first < most && old[first] === now[first]) first++;
  let last = 0;
  while (last < most - first && old[old.length - 1 - last] === now[now.length - 1 - last]) last++;
  const fresh = new Array<LineFacts>(now.length - first - last).fill(UNKNOWN);
  return [...facts.slice(0, first), ...fresh, ...facts.slice(old.length - last)];
}

/** The marks after a change, until the engine has heard the new text: what did not change keeps its colour and its place. */
export const moveMarks = ({ marks, lines }: PadMarks, before: string, edit: Edit): PadMarks => ({
  marks: moveStretches(marks, edit),
  lines: moveFacts(lines, before, applyEdit(before, edit)),
});

/** A piece of a line: marked, or plain. */
export interface Piece {
  text: string;
  mark: Mark | null;
}

export interface PadLine extends LineFacts {
  pieces: readonly Piece[];
  /** A machine wrote it and nobody has changed it since. */
  isMade: boolean;
  /** Where it begins in the text. */
  start: number;
  /** The same for lines that look the same. */
  key: string;
}

/** The pieces of a line that begins at `start`, which joined are the line. Marks that leave it or overlap are cut. */
function piecesOf(text: string, start: number, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const mark of marks) {
    const from = Math.max(done, mark.start - start);
    const to = Math.min(text.length, mark.end - start);
    if (to <= from) continue;
    if (from > done) pieces.push({ text: text.slice(done, from), mark: null });
    pieces.push({ text: text.slice(from, to), mark });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), mark: null });
  return pieces;
}

const keyOf = (pieces: readonly Piece[], { syllables, letter }: LineFacts, isMade: boolean): string =>
  JSON.stringify([
    syllables,
    letter,
    isMade,
    ...pieces.map(({ text, mark }) => (mark ? [text, mark.hue, mark.kind, mark.isAside, mark.group] : text)),
  ]);

/** The lines of a text as the pad draws them. */
export function padLines(text: string, known: PadMarks, made: readonly Stretch[]): PadLine[] {
  const lines: PadLine[] = [];
  let start = 0;
  let next = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const end = start + line.length;
    while ((known.marks[next]?.end ?? end + 1) <= start) next++;
    let last = next;
    while ((known.marks[last]?.start ?? end) < end) last++;
    const pieces = piecesOf(line, start, known.marks.slice(next, last));
    const facts = known.lines[i] ?? UNKNOWN;
    const isMade = made.some((stretch) => stretch.start < end && stretch.end > start);
    lines.push({ ...facts, pieces, isMade, start, key: keyOf(pieces, facts, isMade) });
    start = end + 1;
  }
  return lines;
}
