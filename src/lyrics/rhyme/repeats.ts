import type { Verse } from './verse.ts';

/** What a text sings again: for each line and word the earlier one that it repeats, -1 for none. */
export interface Repeats {
  /** Lines of a section whose lines end on the same words, in order, as those of an earlier section. */
  readonly line: Int32Array;
  /** Words of such a line: all where the lines are equal, otherwise the last. */
  readonly word: Int32Array;
}

/** Fewer lines are no section that a listener would know again. */
const MIN_LINES = 2;
/** How often a section may sing an earlier one. */
const TIMES = [1, 2, 3, 4];

interface Run {
  readonly first: number;
  readonly last: number;
}

function runsOf({ text: { lines } }: Verse): Run[] {
  const runs: Run[] = [];
  for (let first = 0; first < lines.length; ) {
    let last = first;
    while (last < lines.length && lines[last]?.section === lines[first]?.section) last++;
    runs.push({ first, last });
    first = last;
  }
  return runs;
}

function repeatWords(verse: Verse, words: Int32Array, line: number, earlier: number): void {
  const [here, there] = [verse.text.lines[line], verse.text.lines[earlier]];
  if (!here || !there) return;
  const isEqual = verse.lineId[line] === verse.lineId[earlier];
  const count = isEqual ? here.lastWord - here.firstWord : 1;
  for (let back = 1; back <= count; back++) words[here.lastWord - back] = there.lastWord - back;
}

/**
 * Finds the sections that come again. A section is a repeat if its lines end on the same words as an earlier section's,
 * sung through once or up to four times; words inside the lines may differ.
 */
export function findRepeats(verse: Verse): Repeats {
  const { text, spellingId } = verse;
  const repeats = {
    line: new Int32Array(text.lines.length).fill(-1),
    word: new Int32Array(text.words.length).fill(-1),
  };
  const endOf = (line: number): number => spellingId[(text.lines[line]?.lastWord ?? 0) - 1] ?? -1;
  const known = new Map<string, Run>();
  for (const run of runsOf(verse)) {
    if (run.last - run.first < MIN_LINES) continue;
    const earlier = earlierRun(run, known, endOf);
    if (!earlier) {
      known.set(keyOf(run.first, run.last, endOf), run);
      continue;
    }
    const period = earlier.last - earlier.first;
    for (let line = run.first; line < run.last; line++) {
      const there = earlier.first + ((line - run.first) % period);
      repeats.line[line] = there;
      repeatWords(verse, repeats.word, line, there);
    }
  }
  return repeats;
}

const keyOf = (first: number, last: number, endOf: (line: number) => number): string =>
  String.fromCharCode(...Array.from({ length: last - first }, (_, at) => endOf(first + at)));

/** The earlier section that a run sings once or up to four times over. */
function earlierRun(
  run: Run,
  known: ReadonlyMap<string, Run>,
  endOf: (line: number) => number,
): Run | undefined {
  const length = run.last - run.first;
  for (const times of TIMES) {
    const earlier = known.get(keyOf(run.first, run.first + Math.floor(length / times), endOf));
    if (earlier && isSungAgain(run, earlier, endOf)) return earlier;
  }
  return undefined;
}

function isSungAgain(run: Run, earlier: Run, endOf: (line: number) => number): boolean {
  const [length, period] = [run.last - run.first, earlier.last - earlier.first];
  if (length % period !== 0) return false;
  for (let at = 0; at < length; at++) {
    if (endOf(run.first + at) !== endOf(earlier.first + (at % period))) return false;
  }
  return true;
}
