import type { Section } from './sections.ts';
import { mainPart, stretchesOf } from './voices.ts';

const BLOCK_LINES = 3;
const MIN_BLOCK_WORDS = 8;
const MIN_VERSE_LINES = 4;
const LONGEST_CHORUS_SHARE = 0.7;
const MIN_SPACED_LINES = 4;
const SPACE = 32;

/**
 * Sections of a text without headers. Three lines that are repeated later word for word mark a chorus; the text between
 * choruses is a verse (of four lines or more), divided at blank lines. If nothing is repeated, each stanza is
 * `unlabelled`. Blank lines between all lines are spacing and divide nothing. Takes time linear in the number of lines.
 */
export function inferSections(lines: readonly string[]): Section[] {
  const keys = lines.map(lineKey);
  const inChorus = markRepeats(keys);
  const runs = cutRuns(lines, inChorus);
  const sungLines = runs.reduce((sum, run) => sum + run.end - run.start, 0);
  const chorusLines = runs.reduce((sum, run) => sum + (run.chorus ? run.end - run.start : 0), 0);
  const trusted = chorusLines > 0 && chorusLines <= sungLines * LONGEST_CHORUS_SHARE;
  let verses = 0;
  return runs.map((run) => {
    if (!trusted) return section('unlabelled', null, run);
    if (run.chorus) return section('chorus', null, run);
    if (run.end - run.start < MIN_VERSE_LINES) return section('unlabelled', null, run);
    verses += 1;
    return section('verse', verses, run);
  });
}

interface Run {
  start: number;
  end: number;
  chorus: boolean;
}

function section(kind: 'unlabelled' | 'chorus' | 'verse', number: number | null, run: Run): Section {
  const name = kind === 'unlabelled' ? '' : kind === 'chorus' ? 'Chorus' : 'Verse';
  return {
    kind,
    label: number === null ? name : `${name} ${number}`,
    number,
    performers: [],
    repeat: 1,
    header_line: null,
    start_line: run.start,
    end_line: run.end,
  };
}

interface LineKey {
  hash: number;
  words: number;
}

// Hash of the letters and digits of the main voice, case folded: ad-libs vary from one chorus to the next.
function lineKey(line: string): LineKey {
  const text = mainPart(line, stretchesOf(line)).toLowerCase();
  let hash = 0x811c9dc5;
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const letter = isWordCode(code);
    if (letter && !inWord) {
      words += 1;
      hash = Math.imul(hash ^ SPACE, 0x01000193);
    }
    if (letter) hash = Math.imul(hash ^ code, 0x01000193);
    inWord = letter;
  }
  return { hash, words };
}

function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return code > 0xbf && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f);
}

function markRepeats(keys: readonly LineKey[]): boolean[] {
  const sung = keys.flatMap((key, line) => (key.words === 0 ? [] : [{ ...key, line }]));
  const firstAt = new Map<string, number>();
  const marked = new Array<boolean>(keys.length).fill(false);
  for (let at = 0; at + BLOCK_LINES <= sung.length; at++) {
    const block = sung.slice(at, at + BLOCK_LINES);
    const [a, b, c] = block;
    if (!a || !b || !c || a.words + b.words + c.words < MIN_BLOCK_WORDS) continue;
    if (a.hash === b.hash && b.hash === c.hash) continue;
    const key = `${a.hash},${b.hash},${c.hash}`;
    const first = firstAt.get(key);
    if (first === undefined) {
      firstAt.set(key, at);
    } else if (at - first >= BLOCK_LINES) {
      for (const { line } of [...block, ...sung.slice(first, first + BLOCK_LINES)]) marked[line] = true;
    }
  }
  return marked;
}

// A blank line ends a run; blank lines belong to the run before them, so that every line keeps its place.
function cutRuns(lines: readonly string[], inChorus: readonly boolean[]): Run[] {
  const runs: Run[] = [];
  const spaced = isDoubleSpaced(lines);
  let afterBlank = false;
  lines.forEach((line, index) => {
    const run = runs.at(-1);
    if (line.trim() === '') {
      afterBlank = !spaced;
      if (run) run.end = index + 1;
      return;
    }
    const chorus = inChorus[index] === true;
    if (run && run.chorus === chorus && !afterBlank) run.end = index + 1;
    else runs.push({ start: index, end: index + 1, chorus });
    afterBlank = false;
  });
  return runs;
}

/** Whether a blank line stands between all lines, as in text pasted from a page or a word processor. */
function isDoubleSpaced(lines: readonly string[]): boolean {
  const sung = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  return sung.length >= MIN_SPACED_LINES && sung.every((at, i) => i === 0 || at > (sung[i - 1] ?? at) + 1);
}
