import { markBrackets } from './bracket-voices.ts';
import { isInterjection } from './interjections.ts';
import { markRepeat } from './repeat-marks.ts';
import { isUnsung, isUnsungRow } from './stage-directions.ts';
import { ASIDE, fill, MAIN, REACH, UNSUNG } from './voice-marks.ts';

/** A stretch of a row that is not the main voice: UTF-16 offsets into the row, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** An aside: an ad-lib or a backing voice. Otherwise it is not sung at all: a time, a mark, a stage direction. */
  readonly isSung: boolean;
}

const NONE: readonly Stretch[] = [];
const MARKS =
  /[*<([{]|(?![\0-\x7f])\p{Ps}|\s[-‒–—―]|[–—]\s|[xX] ?\d|\d ?[xX]|×|[Rr]epeat|REPEAT|^ ?(?:Prod|PROD|Written|WRITTEN|Mixed|MIXED|Mastered|Recorded)/u;
const STAMP = /<\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,:]\d{1,3})?>/g;
const DASH = /\s[-‒–—―]{1,3}(?=\s|$|\p{L})|[–—](?=\s)/gu;
const WORDS = /[\p{L}\p{N}'’]+/gu;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The stretches of a row that are not its main voice, in order and disjoint. An aside stands in brackets of any kind
 * (nested; unclosed: up to the end of the row), in asterisks unless these stress one word of a sentence, or behind a spaced
 * dash if it holds interjections only.
 * A row without any such mark costs one test.
 */
export function stretchesOf(row: string): readonly Stretch[] {
  if (!MARKS.test(row)) return NONE;
  if (isUnsungRow(row)) return [{ start: 0, end: row.length, isSung: false }];
  const voices = new Uint8Array(row.length);
  for (const { 0: stamp, index } of row.matchAll(STAMP)) fill(voices, index, index + stamp.length, UNSUNG);
  markBrackets(row, voices);
  if (row.includes('*')) markAsterisks(row, voices);
  markDashes(row, voices);
  markRepeat(row, voices, row.length);
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
      if (!isEmphasis(row, open, at)) fill(voices, open, at + 1, voiceWithin(row, open, at));
      open = -1;
    } else if (open < 0 && !inWordBefore && after !== ' ') open = at;
  }
}

function voiceWithin(row: string, open: number, close: number): number {
  const before = row.slice(Math.max(0, open - REACH), open);
  return isUnsung({ content: row.slice(open + 1, close), before, isMarked: true }) ? UNSUNG : ASIDE;
}

// "You can *never* go": one word of a sentence that goes on, and not a cry ("I creep *boom* and run").
function isEmphasis(row: string, open: number, close: number): boolean {
  const isWithin = /[\p{L}\p{N},]/u.test(row[open - 2] ?? '') && isWordAt(row, close + 2);
  const content = row.slice(open + 1, close);
  const isOneWord = isWithin && row[close + 1] === ' ' && !content.includes(' ');
  return isOneWord && !isInterjection(content) && voiceWithin(row, open, close) === ASIDE;
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
