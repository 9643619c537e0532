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
 * sung through once or several times; words inside the lines may differ.
 */
export function findRepeats(verse: Verse): Repeats {
  const { text, spellingId } = verse;
  const repeats = {
    line: new Int32Array(text.lines.length).fill(-1),
    word: new Int32Array(text.words.length).fill(-1),
  };
  const endOf = (line: number): number => spellingId[(text.lines[line]?.lastWord ?? 0) - 1] ?? -1;
  const known = new Map<number, Run[]>();
  for (const run of runsOf(verse)) {
    const length = run.last - run.first;
    if (length < MIN_LINES) continue;
    const alike = known.get(endOf(run.first)) ?? [];
    const earlier = alike.find((other) => isSungAgain(run, other, endOf));
    if (!earlier) {
      known.set(endOf(run.first), [...alike, run]);
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

function isSungAgain(run: Run, earlier: Run, endOf: (line: number) => number): boolean {
  const [length, period] = [run.last - run.first, earlier.last - earlier.first];
  if (length % period !== 0) return false;
  for (let at = 0; at < length; at++) {
    if (endOf(run.first + at) !== endOf(earlier.first + (at % period))) return false;
  }
  return true;
}
