import type { Analysis } from '../api/types.ts';

type Rhyme = Analysis['rhyme'];

/** Colours in the style sheet; rhymes far apart share one. */
const HUES = 8;

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

/** A stretch of the text that rhymes. */
export interface RhymeSpan extends RhymeLook, Stretch {}

/** A stretch of the text: UTF-16 offsets, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

export interface LineEnd {
  /** Its letter in the rhyme scheme of the section. */
  letter: string;
  hue: number;
  /** The word that rhymes: the last one before any aside. Null where the analysis does not name it. */
  word: Stretch | null;
}

export interface LinePiece {
  text: string;
  rhyme: RhymeLook | null;
  /** Not the main voice: an ad-lib, a backing voice. */
  isAside: boolean;
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
  const wordAt = endWords(groups);
  const hues = new Map<string, number>();
  for (const [section, { scheme, lines }] of schemes.entries()) {
    const letters = Array.from(scheme);
    for (const [i, line] of lines.entries()) {
      const letter = letters[i] ?? '-';
      if (letter === '-') continue;
      const word = wordAt.get(line);
      const rhyme = word?.group ?? `${section} ${letter}`;
      const hue = hues.get(rhyme) ?? hues.size % HUES;
      hues.set(rhyme, hue);
      ends.set(line, { letter, hue, word: word ? { start: word.start, end: word.end } : null });
    }
  }
  return ends;
}

/** The word at the end of each line, and the letter of its group. */
function endWords(groups: Rhyme['groups']): Map<number, Stretch & { group: string }> {
  const wordAt = new Map<number, Stretch & { group: string }>();
  for (const { letter: group, members } of groups) {
    for (const { line, start, end, is_end: isEnd } of members) {
      if (isEnd) wordAt.set(line, { start, end, group });
    }
  }
  return wordAt;
}

/** The word that ends a line, in the colour of its rhyme. */
export const endSpan = (end: LineEnd | undefined): RhymeSpan[] =>
  end?.word ? [{ ...end.word, hue: end.hue, letter: null, isEnd: true }] : [];

/**
 * Splits a line at its rhymes and asides so that the pieces joined are the line. Rhymes that leave the line or run into
 * the one before are passed over.
 */
export function toPieces(
  line: { text: string; start: number },
  spans: readonly RhymeSpan[],
  asides: readonly Stretch[] = [],
): LinePiece[] {
  const cutter = new VoiceCutter(line, asides);
  let done = 0;
  for (const { start, end, ...rhyme } of spans) {
    const from = start - line.start;
    const to = end - line.start;
    if (from < done || to <= from || to > line.text.length) continue;
    cutter.add(done, from, null);
    cutter.add(from, to, rhyme);
    done = to;
  }
  cutter.add(done, line.text.length, null);
  return cutter.pieces;
}

/** Cuts the parts of a line, given in order, where an aside begins or ends. */
class VoiceCutter {
  readonly pieces: LinePiece[] = [];
  readonly #line: { text: string; start: number };
  readonly #asides: readonly Stretch[];
  #next = 0;

  constructor(line: { text: string; start: number }, asides: readonly Stretch[]) {
    this.#line = line;
    this.#asides = asides.map(({ start, end }) => ({ start: start - line.start, end: end - line.start }));
  }

  add(from: number, to: number, rhyme: RhymeLook | null): void {
    for (let at = from; at < to; ) {
      while ((this.#asides[this.#next]?.end ?? to) <= at) this.#next++;
      const aside = this.#asides[this.#next];
      const isAside = aside !== undefined && aside.start <= at;
      const end = Math.min(to, (isAside ? aside.end : aside?.start) ?? to);
      this.pieces.push({ text: this.#line.text.slice(at, end), rhyme, isAside });
      at = end;
    }
  }
}
