import { markBrackets } from './bracket-voices.ts';
import { isInterjection } from './interjections.ts';
import { isUnsung } from './stage-directions.ts';
import { ASIDE, fill, MAIN, REACH, UNSUNG } from './voice-marks.ts';

/** A stretch of a row that is not the main voice: UTF-16 offsets into the row, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** An aside: an ad-lib or a backing voice. Otherwise it is not sung at all: a time, a mark, a stage direction. */
  readonly isSung: boolean;
}

const NONE: readonly Stretch[] = [];
const MARKS = /[*<([{]|(?![\0-\x7f])\p{Ps}|\s[-‒–—―]|[–—]\s|x ?\d|\d ?x|×/u;
const STAMP = /<\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,:]\d{1,3})?>/g;
const DASH = /\s[-‒–—―]{1,3}(?=\s|$|\p{L})|[–—](?=\s)/gu;
const LAST_MARK = /(?:^|[\s,.;!?…"”–—-])(?:x ?\d{1,2}|× ?\d{1,2}|[2-9] ?[x×])\.?$/;
const NAMED = /\b(?:the|an?|my|your|his|her|our|their|that|this|new|model|bmw|beamer|beemer|bimmer)\s*$/i;
const WORDS = /[\p{L}\p{N}'’]+/gu;
const WORD = /[\p{L}\p{N}]/u;
const WORD_OR_TIMES = /[\p{L}\p{N}×]/u;

/**
 * The stretches of a row that are not its main voice, in order and disjoint. An aside stands in brackets of any kind
 * (nested; unclosed: up to the end of the row), in asterisks, or behind a spaced dash if it holds interjections only.
 * A row without any such mark costs one test.
 */
export function stretchesOf(row: string): readonly Stretch[] {
  if (!MARKS.test(row)) return NONE;
  const voices = new Uint8Array(row.length);
  for (const { 0: stamp, index } of row.matchAll(STAMP)) fill(voices, index, index + stamp.length, UNSUNG);
  markBrackets(row, voices);
  if (row.includes('*')) markAsterisks(row, voices);
  markDashes(row, voices);
  markRepeat(row, voices);
  return toStretches(voices);
}

function toStretches(voices: Uint8Array): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = 0; start < voices.length; ) {
    const voice = voices[start];
    let end = start + 1;
    while (end < voices.length && voices[end] === voice) end++;
    if (voice !== MAIN) stretches.push({ start, end, isSung: voice === ASIDE });
    start = end;
  }
  return stretches.length === 0 ? NONE : stretches;
}

const isWordAt = (row: string, at: number): boolean => WORD.test(row[at] ?? '');

// "*laughs*" encloses words; "sh*t", "f***" and "*ss" do not.
function markAsterisks(row: string, voices: Uint8Array): void {
  let open = -1;
  for (let at = row.indexOf('*'); at >= 0; at = row.indexOf('*', at + 1)) {
    const [before, after] = [row[at - 1] ?? ' ', row[at + 1] ?? ' '];
    if (before === '*' || after === '*') continue;
    const [inWordBefore, inWordAfter] = [isWordAt(row, at - 1), isWordAt(row, at + 1)];
    if (open >= 0 && before !== ' ' && !inWordAfter) {
      const content = row.slice(open + 1, at);
      const isMark = isUnsung({
        content,
        before: row.slice(Math.max(0, open - REACH), open),
        isMarked: true,
      });
      fill(voices, open, at + 1, isMark ? UNSUNG : ASIDE);
      open = -1;
    } else if (open < 0 && !inWordBefore && after !== ' ') open = at;
  }
}

// Between spaced dashes, or behind the last one, and only after other words.
function markDashes(row: string, voices: Uint8Array): void {
  const dashes = [...row.matchAll(DASH)].filter(({ index }) => voices[index] === MAIN);
  let isAfterWords = false;
  let done = 0;
  for (const [at, { index }] of dashes.entries()) {
    isAfterWords ||= mainWords(row, voices, done, index).length > 0;
    const end = dashes[at + 1]?.index ?? row.length;
    const words = mainWords(row, voices, index, end);
    if (isAfterWords && words.length > 0 && words.every(isInterjection)) fill(voices, index, end, ASIDE);
    done = index;
  }
}

const mainWords = (row: string, voices: Uint8Array, from: number, to: number): string[] =>
  [...row.slice(from, to).matchAll(WORDS)].flatMap(({ 0: word, index }) =>
    voices[from + index] === MAIN && WORD.test(word) ? [word] : [],
  );

// "Hold the rope x4", but "pull up in the x5" is sung.
function markRepeat(row: string, voices: Uint8Array): void {
  const end = row.trimEnd().length;
  const start = Math.max(0, end - 8);
  const match = LAST_MARK.exec(row.slice(start, end));
  if (!match) return;
  const from = start + match.index;
  if (voices[end - 1] !== MAIN || NAMED.test(row.slice(Math.max(0, from - 12), from + 1))) return;
  const at = from + match[0].search(WORD_OR_TIMES);
  fill(voices, at, end, UNSUNG);
}

/** The row with spaces in place of what is not sung; every offset stays. */
export const sungPart = (row: string, stretches: readonly Stretch[]): string =>
  blank(
    row,
    stretches.filter(({ isSung }) => !isSung),
  );

/** The row with spaces in place of everything but its main voice; every offset stays. */
export const mainPart = (row: string, stretches: readonly Stretch[]): string => blank(row, stretches);

function blank(row: string, stretches: readonly Stretch[]): string {
  let kept = '';
  let done = 0;
  for (const { start, end } of stretches) {
    kept += row.slice(done, start) + ' '.repeat(end - start);
    done = end;
  }
  return done === 0 ? row : kept + row.slice(done);
}
