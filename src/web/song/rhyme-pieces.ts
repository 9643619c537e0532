import type { Analysis } from '../api/types.ts';

type Rhyme = Analysis['rhyme'];

/** Colours in the style sheet; rhymes far apart share one. */
const HUES = 8;
const RUNS = /[\p{L}\p{N}\p{M}'’]+/gu;
const LETTER = /[\p{L}\p{N}]/u;

/** Which rhymes the text shows. */
export type RhymeView = 'off' | 'ends' | 'all';

/** How a rhyme is told from others: by colour, and where there is none by its letter and its underline. */
export interface RhymeLook {
  hue: number;
  /** Of its group; null where the letter at the end of the line says it. */
  letter: string | null;
  /** At the end of a line rather than inside it. */
  isEnd: boolean;
}

/** A stretch of the text that rhymes: UTF-16 offsets, end exclusive. */
export interface RhymeSpan extends RhymeLook {
  start: number;
  end: number;
}

export interface LineEnd {
  /** Its letter in the rhyme scheme of the section. */
  letter: string;
  hue: number;
}

export interface LinePiece {
  text: string;
  rhyme: RhymeLook | null;
}

export const groupHue = (group: number): number => group % HUES;

/** The rhyming stretches of each line, in order: of all groups or of one. */
export function groupSpans(groups: Rhyme['groups'], only: number | null): Map<number, RhymeSpan[]> {
  const byLine = new Map<number, RhymeSpan[]>();
  for (const [group, { letter, members }] of groups.entries()) {
    if (only !== null && only !== group) continue;
    for (const { line, start, end, is_end: isEnd } of members) {
      const span = { start, end, hue: groupHue(group), letter, isEnd };
      byLine.set(line, [...(byLine.get(line) ?? []), span]);
    }
  }
  for (const spans of byLine.values()) spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return byLine;
}

/**
 * The lines that end on a rhyme. Each rhyme of line ends has the next colour, so that neighbours differ, and keeps it
 * where it comes again in a later section.
 */
export function lineEnds({ schemes, groups }: Pick<Rhyme, 'schemes' | 'groups'>): Map<number, LineEnd> {
  const ends = new Map<number, LineEnd>();
  const groupAt = endGroups(groups);
  const hues = new Map<string, number>();
  for (const [section, { scheme, lines }] of schemes.entries()) {
    const letters = Array.from(scheme);
    for (const [i, line] of lines.entries()) {
      const letter = letters[i] ?? '-';
      if (letter === '-') continue;
      const rhyme = groupAt.get(line) ?? `${section} ${letter}`;
      const hue = hues.get(rhyme) ?? hues.size % HUES;
      hues.set(rhyme, hue);
      ends.set(line, { letter, hue });
    }
  }
  return ends;
}

/** The letter of the group that the end of each line is in. */
function endGroups(groups: Rhyme['groups']): Map<number, string> {
  const groupAt = new Map<number, string>();
  for (const { letter, members } of groups) {
    for (const { line, is_end: isEnd } of members) if (isEnd) groupAt.set(line, letter);
  }
  return groupAt;
}

/** The last word of a line, in the colour of its rhyme. */
export function endSpan(line: { text: string; start: number }, end: LineEnd | undefined): RhymeSpan[] {
  const last = [...line.text.matchAll(RUNS)].findLast(([run]) => LETTER.test(run));
  if (end === undefined || last === undefined) return [];
  const [run] = last;
  const start = line.start + last.index;
  const look = { hue: end.hue, letter: null, isEnd: true };
  return [{ start: start + run.search(LETTER), end: start + run.length, ...look }];
}

/**
 * Parts a line by its rhymes so that the pieces joined are the line. Stretches that leave the line or run into
 * the one before are passed over.
 */
export function toPieces(line: { text: string; start: number }, spans: readonly RhymeSpan[]): LinePiece[] {
  const pieces: LinePiece[] = [];
  let done = 0;
  for (const { start, end, ...rhyme } of spans) {
    const from = start - line.start;
    const to = end - line.start;
    if (from < done || to <= from || to > line.text.length) continue;
    if (from > done) pieces.push({ text: line.text.slice(done, from), rhyme: null });
    pieces.push({ text: line.text.slice(from, to), rhyme });
    done = to;
  }
  if (done < line.text.length) pieces.push({ text: line.text.slice(done), rhyme: null });
  return pieces;
}
