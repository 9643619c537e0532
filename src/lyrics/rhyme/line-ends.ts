import { bestSyllables, type CandidatePairs } from './candidate-pairs.ts';
import { PAIR_FEATURES, PAIR_WIDTH, pairRows } from './pair-features.ts';
import type { Verse } from './verse.ts';
import type { HeardPairs } from './word-features.ts';

export const MAX_END_DISTANCE = 4;

/** What the line-end model sees of two line ends; the order is the model's. */
export const LINE_END_FEATURES = [
  ...PAIR_FEATURES,
  'pair_probability',
  'word_left',
  'word_right',
  'left_before',
  'right_after',
  'left_other',
  'right_other',
  'shared_letters',
  'syllable_difference',
  'penultimate_quality',
  'between_best',
  'length_left',
  'length_right',
] as const;

export const LINE_END_WIDTH = LINE_END_FEATURES.length;

export interface LineEndPairs {
  readonly count: number;
  /** Ordinals of sung lines, left < right ≤ left + MAX_END_DISTANCE. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export interface HeardWords extends HeardPairs {
  readonly word: Float32Array;
}

/** All line ends up to MAX_END_DISTANCE lines apart. */
export function lineEndPairs(verse: Verse): LineEndPairs {
  const left: number[] = [];
  const right: number[] = [];
  for (let line = 1; line < verse.text.lines.length; line++) {
    for (let back = Math.max(0, line - MAX_END_DISTANCE); back < line; back++) {
      left.push(back);
      right.push(line);
    }
  }
  return { count: left.length, left: Int32Array.from(left), right: Int32Array.from(right) };
}

const lastWord = (verse: Verse, line: number): number => (verse.text.lines[line]?.lastWord ?? 0) - 1;

/** Letters that two spellings share from the end: what the eye rhymes on. */
export function sharedEnding(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}

/** The syllables of each two line ends that sound most alike, and how alike the words before them are. */
function soundOf(verse: Verse, ends: LineEndPairs): { pairs: CandidatePairs; before: Float32Array } {
  const pairs = {
    count: ends.count,
    left: new Int32Array(ends.count),
    right: new Int32Array(ends.count),
    quality: new Float32Array(ends.count),
  };
  const before = new Float32Array(ends.count);
  for (let end = 0; end < ends.count; end++) {
    const leftWord = lastWord(verse, ends.left[end] ?? 0);
    const rightWord = lastWord(verse, ends.right[end] ?? 0);
    const best = bestSyllables(verse, leftWord, rightWord);
    pairs.left[end] = best.left >= 0 ? best.left : (verse.firstSyllable[leftWord + 1] ?? 1) - 1;
    pairs.right[end] = best.right >= 0 ? best.right : (verse.firstSyllable[rightWord + 1] ?? 1) - 1;
    pairs.quality[end] = best.quality;
    before[end] = bestSyllables(verse, leftWord - 1, rightWord - 1).quality;
  }
  return { pairs, before };
}

/** Probabilities of word pairs by their two words. */
function pairIndex(verse: Verse, heard: HeardPairs): Map<number, number> {
  const index = new Map<number, number>();
  const words = verse.text.words.length;
  for (let pair = 0; pair < heard.pairs.count; pair++) {
    const left = verse.wordOfSyllable[heard.pairs.left[pair] ?? 0] ?? 0;
    const right = verse.wordOfSyllable[heard.pairs.right[pair] ?? 0] ?? 0;
    index.set(left * words + right, heard.probability[pair] ?? 0);
  }
  return index;
}

/** Rows of LINE_END_FEATURES, one a pair of line ends. */
export function lineEndRows(verse: Verse, ends: LineEndPairs, heard: HeardWords): Float32Array {
  const { words, lines } = verse.text;
  const { pairs, before } = soundOf(verse, ends);
  const sounds = pairRows(verse, pairs);
  const index = pairIndex(verse, heard);
  const probabilityOf = (left: number, right: number): number =>
    left < 0 || right >= words.length ? 0 : (index.get(left * words.length + right) ?? 0);
  const rows = new Float32Array(ends.count * LINE_END_WIDTH);
  for (let end = 0; end < ends.count; end++) {
    const [from, to] = [ends.left[end] ?? 0, ends.right[end] ?? 0];
    const [left, right] = [lastWord(verse, from), lastWord(verse, to)];
    const row = rows.subarray(end * LINE_END_WIDTH, (end + 1) * LINE_END_WIDTH);
    row.set(sounds.subarray(end * PAIR_WIDTH, (end + 1) * PAIR_WIDTH));
    row[PAIR_WIDTH] = probabilityOf(left, right);
    row[PAIR_WIDTH + 1] = heard.word[left] ?? 0;
    row[PAIR_WIDTH + 2] = heard.word[right] ?? 0;
    row[PAIR_WIDTH + 3] = probabilityOf(lastWord(verse, from - 1), left);
    row[PAIR_WIDTH + 4] = to + 1 < lines.length ? probabilityOf(right, lastWord(verse, to + 1)) : 0;
    row[PAIR_WIDTH + 5] = probabilityOf(lastWord(verse, from - 1), right);
    row[PAIR_WIDTH + 6] = to + 1 < lines.length ? probabilityOf(left, lastWord(verse, to + 1)) : 0;
    row[PAIR_WIDTH + 7] = sharedEnding(words[left]?.spelling ?? '', words[right]?.spelling ?? '');
    row[PAIR_WIDTH + 8] = lineSyllables(verse, to) - lineSyllables(verse, from);
    row[PAIR_WIDTH + 9] = before[end] ?? 0;
    row[PAIR_WIDTH + 10] = bestBetween(verse, from, to, probabilityOf);
    row[PAIR_WIDTH + 11] = left + 1 - (lines[from]?.firstWord ?? 0);
    row[PAIR_WIDTH + 12] = right + 1 - (lines[to]?.firstWord ?? 0);
  }
  return rows;
}

const lineSyllables = (verse: Verse, line: number): number => {
  const { firstWord, lastWord: end } = verse.text.lines[line] ?? { firstWord: 0, lastWord: 0 };
  return (verse.firstSyllable[end] ?? 0) - (verse.firstSyllable[firstWord] ?? 0);
};

/** The likeliest rhyme of either end with a line end between the two. */
function bestBetween(
  verse: Verse,
  from: number,
  to: number,
  probabilityOf: (left: number, right: number) => number,
): number {
  let best = 0;
  for (let line = from + 1; line < to; line++) {
    const middle = lastWord(verse, line);
    best = Math.max(
      best,
      probabilityOf(lastWord(verse, from), middle),
      probabilityOf(middle, lastWord(verse, to)),
    );
  }
  return best;
}
